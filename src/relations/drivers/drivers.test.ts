import { describe, expect, test } from 'vitest'
import type { ActorId, EventType } from '../../domain/index.ts'
import type { AsOfEvent } from '../../record/index.ts'
import { type Case, type Driver, driversOf, type Fact, MECHANISMS } from './index.ts'

let serial = 0
const event = (
  day: string,
  source: ActorId,
  target: ActorId | null,
  type: EventType | null,
  summary = 'Something happened.',
  people: string[] = [],
): AsOfEvent => ({
  id: `e${serial++}`,
  day,
  day_to: day,
  known: day,
  known_basis: 'occurred',
  source,
  target,
  reciprocal: false,
  people,
  type,
  cameo: null,
  mode: null,
  status: 'occurred',
  announces: null,
  magnitude: null,
  summary,
  place: null,
  confidence: null,
  disputes: null,
  sources: [],
  origin: 'test',
})

const caseOf = (direction: 1 | -1, events: AsOfEvent[], facts: Fact[] = []): Case => ({
  pair: ['AAA', 'BBB'],
  direction,
  from: '2000-01-01',
  to: '2001-06-30',
  events,
  facts,
})

const about = (c: Case, mechanism: string): Driver => {
  const found = driversOf(c).find(d => d.mechanism === mechanism)
  if (!found) throw new Error(`no mechanism ${mechanism}`)
  return found
}

describe('drivers', () => {
  test('nothing known, nothing explained: every mechanism is absent and says what is missing', () => {
    const drivers = driversOf(caseOf(1, []))
    expect(drivers).toHaveLength(MECHANISMS.length)
    expect(drivers.every(d => d.standing === 'absent' && d.for.length === 0 && d.missing.length > 0)).toBe(true)
  })

  test('a change of government before a thaw is timing alone, until the newcomer acts', () => {
    const taken: Fact = {
      id: 'o1',
      kind: 'office',
      states: ['AAA'],
      from: '2000-06-01',
      to: null,
      says: 'Jan Doe became president',
    }
    expect(about(caseOf(1, [], [taken]), 'change of leadership').standing).toBe('timing alone')
    const visit = event('2000-09-01', 'AAA', 'BBB', 'AGREE', 'They signed.', ['Jan Doe'])
    const with_ = about(caseOf(1, [visit], [taken]), 'change of leadership')
    expect([with_.standing, with_.for.map(e => e.id)]).toEqual(['suggestive', ['o1', visit.id]])
    const earlier = event('2000-03-01', 'AAA', 'BBB', 'AGREE')
    expect(about(caseOf(1, [earlier, visit], [taken]), 'change of leadership').against.map(e => e.id)).toContain(
      earlier.id,
    )
    const threats = ['2000-10-01', '2000-11-01', '2000-12-01'].map(d =>
      event(d, 'AAA', 'BBB', 'THREATEN', 'A threat.', ['Jan Doe']),
    )
    expect(about(caseOf(1, [visit, ...threats], [taken]), 'change of leadership').standing).toBe('contradicted')
  })

  test('a common rival draws two together; a friend of one that is the other’s rival parts them', () => {
    const both = ['AAA', 'BBB'].flatMap(id => [
      event('2000-02-01', id, 'CCC', 'ACCUSE'),
      event('2000-03-01', 'CCC', id, 'THREATEN'),
    ])
    expect(about(caseOf(1, both), 'common rival').standing).toBe('suggestive')
    expect(about(caseOf(-1, both), 'common rival').standing).toBe('contradicted')
    const divided = [
      event('2000-02-01', 'AAA', 'CCC', 'ACCUSE'),
      event('2000-03-01', 'CCC', 'AAA', 'THREATEN'),
      event('2000-04-01', 'CCC', 'BBB', 'AID'),
    ]
    expect(about(caseOf(-1, divided), 'common rival').standing).toBe('suggestive')
    expect(about(caseOf(1, divided), 'common rival').standing).toBe('contradicted')
  })

  test('an armed group that strikes at both is a threat, a state is not', () => {
    const strikes = (id: ActorId) => ['AAA', 'BBB'].map(state => event('2000-05-01', id, state, 'ASSAULT'))
    expect(about(caseOf(1, strikes('grp:band')), 'common threat').standing).toBe('suggestive')
    expect(about(caseOf(1, strikes('CCC')), 'common threat').standing).toBe('absent')
  })

  test("a patron's terms with the other side explain a thaw, its quarrel a rupture", () => {
    const tie = ['2000-02-01', '2000-03-01'].map(day => event(day, 'PPP', 'AAA', 'AID'))
    const terms = ['2000-04-01', '2000-05-01'].map(day => event(day, 'PPP', 'BBB', 'AGREE'))
    const quarrel = ['2000-04-01', '2000-05-01'].map(day => event(day, 'PPP', 'BBB', 'THREATEN'))
    expect(about(caseOf(1, [...tie, ...terms]), "patron's shift").standing).toBe('suggestive')
    expect(about(caseOf(-1, [...tie, ...quarrel]), "patron's shift").standing).toBe('suggestive')
    expect(about(caseOf(1, [...tie, ...quarrel]), "patron's shift").standing).toBe('contradicted')
    expect(about(caseOf(1, terms), "patron's shift").for.every(e => e.says !== '')).toBe(true)
  })

  test('leverage is never more than an occasion', () => {
    const partner = [event('2000-02-01', 'AAA', 'CCC', 'AID'), event('2000-03-01', 'CCC', 'AAA', 'ACCUSE')]
    expect(about(caseOf(1, partner), 'leverage over a third party').standing).toBe('timing alone')
  })

  test('trade counts where an act speaks of it, by beginnings of words', () => {
    const gas = event('2000-02-01', 'AAA', 'BBB', 'COOPERATE', 'A gas pipeline was opened.')
    const las = event('2000-02-01', 'AAA', 'BBB', 'COOPERATE', 'Alas, nothing but a degas of words.')
    expect(about(caseOf(1, [gas]), 'trade and transit').standing).toBe('suggestive')
    expect(about(caseOf(1, [las]), 'trade and transit').standing).toBe('absent')
    expect(about(caseOf(-1, [gas]), 'trade and transit').standing).toBe('contradicted')
  })

  test('what happens at home is timing alone, until an act between the two speaks of it', () => {
    const home = event('2000-02-01', 'AAA', null, null, 'Crowds demonstrated in the capital.')
    expect(about(caseOf(-1, [home]), 'domestic politics').standing).toBe('timing alone')
    const charge = event('2000-03-01', 'AAA', 'BBB', 'ACCUSE', 'It blamed the other for the demonstrations.')
    expect(about(caseOf(-1, [home, charge]), 'domestic politics').standing).toBe('suggestive')
  })

  test('an alliance draws together, a rivalry apart', () => {
    const fact = (kind: Fact['kind'], from: string): Fact => ({
      id: kind,
      kind,
      states: ['AAA', 'BBB'],
      from,
      to: null,
      says: kind,
    })
    expect(about(caseOf(1, [], [fact('alliance', '1990-01-01')]), 'alliances and disputes').standing).toBe(
      'timing alone',
    )
    expect(about(caseOf(1, [], [fact('alliance', '2000-06-01')]), 'alliances and disputes').standing).toBe('suggestive')
    expect(about(caseOf(1, [], [fact('rivalry', '1990-01-01')]), 'alliances and disputes').standing).toBe(
      'contradicted',
    )
  })
})
