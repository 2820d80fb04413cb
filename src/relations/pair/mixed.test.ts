import { describe, expect, test } from 'vitest'
import { type Balance, emptyBalance } from '../series/index.ts'
import { turnSettings } from '../turns/index.ts'
import { calibrated, courseOfSets } from './calibrate.ts'
import { continued, type DataSet, watched } from './data-set.ts'
import { heardOn, leadsOf } from './leading.ts'
import { mixedSettings } from './mixed-settings.ts'
import { foundTurns, measure } from './relation.ts'

/** Data sets of one pair by hand: 2005 to 2009 in one, 2009 to 2013 in another that tells three times as much. */
const NEW_YEAR = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000
const days = (from: number, to: number): number => NEW_YEAR(to + 1) - NEW_YEAR(from)

/** Co-operation every fifth day, conflict every tenth, each of `mass`. */
const routine = (from: number, to: number, mass: number, ordinary = 7): Balance => {
  const b = emptyBalance(NEW_YEAR(from), days(from, to), ordinary)
  for (let i = 0; i < b.rows.length; i += 5) {
    b.cooperation[i] = mass
    if (i % 10 === 0) b.conflict[i] = mass
    b.rows[i] = 1
  }
  return b
}

const set = (origin: string, balance: Balance, kind: DataSet['kind'] = 'events'): DataSet => ({
  origin,
  kind,
  balance,
  asKnown: balance,
  talks: [],
})

const burst = (b: Balance, day: number, mass: number): void => {
  for (let i = day - b.from; i < day - b.from + 8; i++) {
    b.conflict[i] = mass
    b.rows[i] = (b.rows[i] ?? 0) + 1
  }
}

describe('which data set speaks', () => {
  test('each year the one with most rows of the pair; a year without rows goes to the set before it', () => {
    const [early, late] = [routine(2005, 2009, 4), routine(2009, 2013, 12)]
    late.rows.fill(2)
    const leads = leadsOf([set('early', early), set('late', late)])
    expect(leads.map(({ origin, from, to }) => [origin, from, to])).toEqual([
      ['early', NEW_YEAR(2005), NEW_YEAR(2009) - 1],
      ['late', NEW_YEAR(2009), NEW_YEAR(2014) - 1],
    ])
    const gap = routine(2005, 2008, 4)
    for (let day = NEW_YEAR(2006); day < NEW_YEAR(2007); day++) gap.rows[day - gap.from] = 0
    expect(leadsOf([set('only', gap)])).toHaveLength(1)
  })

  test('events speak before scores where there is one a month; a handful of events does not silence a score', () => {
    const scores = routine(2010, 2011, 4)
    scores.rows.fill(1)
    const few = emptyBalance(NEW_YEAR(2010), days(2010, 2011), 7)
    for (let n = 0; n < mixedSettings().least_rows; n++) few.rows[30 * n] = 1
    few.rows[days(2010, 2010) + 5] = 1
    const leads = leadsOf([set('scores', scores, 'scores'), set('few', few)])
    expect(leads.map(({ origin }) => origin)).toEqual(['few', 'scores'])
  })

  test('a watcher hears the set that had told most by then: later rows take nothing back', () => {
    const [small, large] = [routine(2010, 2012, 4), routine(2012, 2012, 4)]
    large.rows.fill(3)
    const sets = [set('small', small), set('large', large)]
    expect(heardOn(sets, NEW_YEAR(2012) - 1)).toBe('small')
    expect(heardOn(sets, NEW_YEAR(2012) + 300)).toBe('large')
    const known = (upTo: number): DataSet[] =>
      sets.map(one => {
        const seen = watched(one)
        const rows = seen.rows.map((n, i) => (seen.from + i <= upTo ? n : 0))
        return { ...one, asKnown: { ...seen, rows } }
      })
    for (const day of [NEW_YEAR(2011), NEW_YEAR(2012) - 1, NEW_YEAR(2012) + 300])
      expect(heardOn(known(day), day)).toBe(heardOn(sets, day))
  })

  test('files that continue each other are one series; files that overlap are not', () => {
    const extent = (from: number, length: number) => ({ from, seen: new Uint8Array(length).fill(1) })
    const yearly = continued(
      new Map([
        ['scores-2019', extent(100, 50)],
        ['scores-2020', extent(160, 50)],
      ]),
    )
    expect(yearly.get('scores-2019')?.files.map(({ origin }) => origin)).toEqual(['scores-2019', 'scores-2020'])
    expect(yearly.get('scores-2019')?.extent.seen.length).toBe(110)
    expect(yearly.get('scores-2020')?.extent.seen[55]).toBe(0)
    const twice = continued(
      new Map([
        ['set14', extent(100, 50)],
        ['set05-14', extent(0, 150)],
      ]),
    )
    expect(twice.get('set14')?.files).toHaveLength(1)
  })
})

describe('one measure for several sets', () => {
  const { damping } = turnSettings()

  test('on common days the factor is what one tells against the other', () => {
    const { factors, days: common } = calibrated(routine(2005, 2009, 4), routine(2008, 2012, 36))
    expect(common).toBe(days(2008, 2009))
    expect(factors?.cooperation).toBeCloseTo(9 ** damping, 1)
    expect(factors?.conflict).toBeCloseTo(9 ** damping, 1)
  })

  test('without common days, or with too few, there is no factor and nothing is compared across the border', () => {
    const [early, late] = [routine(2005, 2007, 4), routine(2009, 2012, 36)]
    expect(calibrated(early, late).factors).toBeNull()
    const { parts, chains } = courseOfSets([set('early', early), set('late', late)])
    expect(parts.map(({ factors }) => factors === null)).toEqual([true, false])
    expect(chains).toHaveLength(2)
    expect(chains[1]?.balance.from).toBe(NEW_YEAR(2009))
    const relation = measure({
      pair: ['ARG', 'CHL'],
      asOf: '2012-12-31',
      sets: [set('early', early), set('late', late)],
      events: [],
    })
    expect(relation.origin).toBe('late')
    // Nine times the mass, and no warming: each part has phases of its own.
    expect(new Set(relation.phases.filter(({ from, to }) => to - from > 100).map(({ name }) => name)).size).toBe(1)
  })

  test('sets are never added up: the same record twice under two names measures as once', () => {
    const one = routine(2005, 2012, 4)
    burst(one, NEW_YEAR(2009), 30)
    const alone = measure({ pair: ['ARG', 'CHL'], asOf: '2012-12-31', sets: [set('a', one)], events: [] })
    const twice = measure({
      pair: ['ARG', 'CHL'],
      asOf: '2012-12-31',
      sets: [set('a', one), set('b', one)],
      events: [],
    })
    expect(twice.turns).toEqual(alone.turns)
    expect(twice.alarms).toEqual(alone.alarms)
    expect(twice.phases).toEqual(alone.phases)
    expect(twice.temperature).toEqual(alone.temperature)
  })

  test('a change of data sets is no turn, and a quarrel told by both is told once', () => {
    const [early, late] = [routine(2005, 2009, 4), routine(2008, 2012, 36)]
    late.rows.fill(2)
    const sets = [set('early', early), set('late', late)]
    expect(foundTurns(sets, false)).toEqual([])
    burst(early, NEW_YEAR(2008) - 6, 40)
    burst(late, NEW_YEAR(2008), 360)
    expect(foundTurns(sets, false).map(({ kind }) => kind)).toEqual(['rupture'])
  })
})
