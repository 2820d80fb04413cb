import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../domain/index.ts'
import { driversOf } from '../relations/index.ts'
import { isAnnouncement } from './announced-event.ts'
import { directionIn } from './leaning.ts'
import { mechanismsNamed, mechanismWords } from './mechanisms.ts'
import { successionPhrase } from './succession.ts'
import { termKey } from './terms.ts'
import { actWords, sayingWords, termsFile, thresholds } from './thresholds.ts'

test('types are types of events', () => {
  const { sided, neutral, charges } = sayingWords()
  const types = [...actWords().flatMap(a => a.types), ...[...sided, neutral].flatMap(s => s.types), ...charges]
  expect(types.filter(type => !EVENT_TYPES.includes(type))).toEqual([])
})

test('no word stands in two groups of words that mean the same', () => {
  const groups = termsFile().groups
  const seen = new Map<string, number>()
  const twice = groups.flatMap((group, i) =>
    group.filter(word => {
      const before = seen.get(word)
      seen.set(word, i)
      return before !== undefined && before !== i
    }),
  )
  expect(twice).toEqual([])
})

test('words of a group have one key', () => {
  const broken = termsFile().groups.filter(group => new Set(group.map(termKey)).size > 1)
  expect(broken).toEqual([])
})

test('shares are shares, days are whole', () => {
  const t = thresholds()
  const shares = [
    t.match.witness,
    t.match.near,
    t.match.same_quad_class,
    t.match.elsewhere,
    t.saying.least_share,
    t.stated.least_share,
    t.level.least_part,
    t.trend.sure,
    t.trend.surely_not,
    t.trend.least_part,
    t.landmark.least_share,
    t.witness.title_share,
  ]
  expect(shares.every(s => s > 0 && s < 1)).toBe(true)
  expect(t.match.near).toBeLessThan(t.match.witness)
  const days = [
    ...Object.values(t.tolerance),
    ...Object.values(t.lookback),
    t.forecast.open,
    t.conditional.follows_within,
    ...t.level.windows,
    ...t.level.lasting,
    ...t.trend.windows,
  ]
  expect(days.every(d => Number.isInteger(d) && d > 0)).toBe(true)
})

describe('mechanisms', () => {
  const empty = {
    pair: ['FRA', 'DEU'],
    direction: 1,
    from: '2001-01-01',
    to: '2002-01-01',
    events: [],
    facts: [],
  } as const
  const known = driversOf(empty).map(driver => driver.mechanism)
  test('each has its words, and no other', () =>
    expect(
      mechanismWords()
        .mechanisms.map(m => m.name)
        .sort(),
    ).toEqual(known.sort()))
  test('those through a third party are among them', () =>
    expect(mechanismWords().through.filter(name => !known.includes(name))).toEqual([]))
  describe.each(mechanismWords().mechanisms)('$name', ({ name, must, mustNot }) => {
    test.each(must)('%s', text => expect(mechanismsNamed(text)).toContain(name))
    test.each(mustNot)('not: %s', text => expect(mechanismsNamed(text)).not.toContain(name))
  })
})

describe('the side of relations by verbs and superlatives', () => {
  const { must_good, must_bad, must_none } = termsFile().directions
  test.each(must_good)('%s', quote => expect(directionIn(quote)).toBe(1))
  test.each(must_bad)('%s', quote => expect(directionIn(quote)).toBe(-1))
  test.each(must_none)('none: %s', quote => expect(directionIn(quote)).toBe(0))
})

describe('a change at the top', () => {
  const { must, mustNot } = termsFile().succession
  test.each(must)('%s', text => expect(successionPhrase(text)).not.toBeNull())
  test.each(mustNot)('not: %s', text => expect(successionPhrase(text)).toBeNull())
})

test.each([
  ['its sworn enemy', true],
  ['the two are at war', true],
  ['hostile neighbours', true],
  ['warm ties', false],
  ['tense relations', false],
])('%s is enmity: %s', (words, answer) => expect(new RegExp(termsFile().enmity, 'iu').test(words)).toBe(answer))

test.each([
  ['Aliyev visited Iran in April', 'Iran'],
  ['the first visit to Iran by a minister', 'Iran'],
  ['a trip to the United States', 'United States'],
  ["the visit of Iran's minister", undefined],
  ['they came to blows', undefined],
])('%s: %s', (quote, host) => expect(new RegExp(termsFile().visits, 'u').exec(quote)?.[1]).toBe(host))

describe('an announcement, as against what it announces', () => {
  const told = (quote: string) =>
    isAnnouncement({ quote, type: 'announced_event', event: null } as Parameters<typeof isAnnouncement>[0])
  test.each([
    'The recent announcement that the king will visit',
    'News of a summit',
    'Its plans to withdraw',
    'The pledge of new talks',
  ])('%s', q => expect(told(q)).toBe(true))
  test.each(['The king will visit', 'The minister, who announced talks, will resign', 'A new plane will land'])(
    'not: %s',
    q => expect(told(q)).toBe(false),
  )
})

test.each(['links', 'announcements', 'prospects', 'relations', 'enmity', 'ever', 'visits'] as const)(
  '%s is a regular expression',
  name => expect(() => new RegExp(termsFile()[name], 'iu')).not.toThrow(),
)
