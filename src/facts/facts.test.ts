import { describe, expect, test } from 'vitest'
import { actorKind, isDay } from '../domain/index.ts'
import { readShippedText } from '../shipped/index.ts'
import { isMember, landmarks, memberships, offices, regionIds, regionMembers, religionMajority } from './index.ts'

const rowsOf = (file: string): string[][] =>
  readShippedText('facts', file)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t'))

describe('offices', () => {
  test('who held what on a day', () => {
    const held = offices.holding('Hossein Dehghan', '2014-07-17')
    expect(held).toHaveLength(1)
    expect(held[0]).toMatchObject({ object: 'defence minister', of: 'IRN', from: '2013-08-15', to: '2017-08-20' })
    expect(held[0]?.sources[0]?.url).toContain('wikidata.org')
  })

  test.each([
    ['president', 'IRN', '2010-01-01', ['per:mahmoud-ahmadinejad']],
    ['president', 'IRN', '1994-01-01', ['per:akbar-hashemi-rafsanjani']],
    ['president', 'IRN', '2013-08-03', ['per:mahmoud-ahmadinejad', 'per:hassan-rouhani']],
    ['president', 'IRN', '2021-01-01', ['per:hassan-rouhani']],
    ['president', 'IRN', '2025-01-01', ['per:masoud-pezeshkian']],
    ['supreme leader', 'IRN', '2014-01-01', ['per:ali-khamenei']],
    ['president', 'USA', '2014-07-17', ['per:barack-obama']],
    ['secretary of state', 'USA', '2014-07-17', ['per:john-kerry']],
    ['chancellor', 'DEU', '2014-07-17', ['per:angela-merkel']],
    ['president', 'RUS', '2010-01-01', ['per:dmitry-medvedev']],
    ['president', 'AZE', '2014-07-17', ['per:ilham-aliyev']],
    ['president', 'ARM', '2014-07-17', ['per:serzh-sargsyan']],
    ['prime minister', 'ISR', '2014-07-17', ['per:benjamin-netanyahu']],
    ['president', 'SYR', '2014-07-17', ['per:bashar-al-assad']],
    ['general secretary', 'SUN', '1986-01-01', ['per:mikhail-gorbachev']],
  ])('%s of %s on %s', (title, of, on, people) =>
    expect(offices.holders(title, of, on).map(held => held.subject)).toEqual(people),
  )

  test.each(['Dehqan', 'Hossein Dehqan', 'Hussein Dehghan', 'per:hossein-dehqan'])('%s is found', name =>
    expect(offices.holding(name, '2014-07-17').map(held => held.subject)).toContain('per:hossein-dehqan'),
  )

  test.each(['offices.tsv', 'offices-more.tsv'])('%s: every row is whole and its days are in order', file => {
    const broken = rowsOf(file).filter(
      ([person = '', name, title, of = '', original, from = '', to = '', source]) =>
        actorKind(person) !== 'person' ||
        !name ||
        !title ||
        actorKind(of) === null ||
        !original ||
        !isDay(from) ||
        (to !== '' && (!isDay(to) || to < from)) ||
        !source,
    )
    expect(broken).toEqual([])
  })

  test('every row has a source that can be shown', () => {
    const people = new Set(rowsOf('offices-more.tsv').map(row => row[0] ?? ''))
    for (const person of people) for (const held of offices.of(person)) expect(held.sources[0]?.url).toMatch(/^https:/)
  })

  test('ids of facts are one each', () => {
    const people = new Set([...rowsOf('offices.tsv'), ...rowsOf('offices-more.tsv')].map(row => row[0] ?? ''))
    const ids = [...people].flatMap(person => offices.of(person).map(held => held.fact))
    expect(ids.length - new Set(ids).size).toBe(0)
  })

  test('aliases speak of people in the tables', () => {
    const unknown = rowsOf('aliases.tsv').filter(([person = '']) => offices.of(person).length === 0)
    expect(unknown).toEqual([])
  })
})

describe('memberships', () => {
  test.each([
    ['IRN', 'org:osce-minsk-group', '2014-07-17', false],
    ['TUR', 'org:osce-minsk-group', '2014-07-17', true],
    ['AZE', 'org:csto', '2014-07-17', false],
    ['AZE', 'org:csto', '1998-01-01', true],
    ['UZB', 'org:csto', '2010-01-01', true],
    ['ARM', 'org:csto', '2014-07-17', true],
    ['GBR', 'org:european-union', '2021-01-01', false],
    ['TUR', 'org:nato', '2014-07-17', true],
    ['AZE', 'org:oic', '2014-07-17', true],
    ['IDN', 'org:opec', '2016-06-01', true],
    ['ARE', 'org:brics', '2014-01-01', null],
    ['USA', 'org:unknown', '2014-01-01', null],
  ])('%s in %s on %s: %s', (member, group, on, answer) => expect(isMember(member, group, on).answer).toBe(answer))

  test('a no shows who did belong', () => {
    expect(isMember('IRN', 'org:osce-minsk-group', '2014-07-17').facts).toHaveLength(11)
  })

  test('co-chairs are a role', () => {
    const chairs = memberships.of('org:osce-minsk-group', 'co-chair').map(fact => fact.subject)
    expect(chairs.sort()).toEqual(['FRA', 'RUS', 'USA'])
  })

  test.each(memberships.all())('%s: members, days and sources are whole', group => {
    for (const role of [undefined, ...memberships.rolesOf(group)])
      for (const fact of memberships.of(group, role)) {
        expect(actorKind(fact.subject)).toBe('state')
        expect(isDay(fact.from ?? '')).toBe(true)
        expect(fact.to === null || fact.to >= (fact.from ?? '')).toBe(true)
        expect(fact.sources.length).toBeGreaterThan(0)
      }
  })
})

describe('regions and religions', () => {
  test.each(regionIds())('%s has members that are states', region => {
    const facts = regionMembers(region)?.facts ?? []
    expect(facts.length).toBeGreaterThan(0)
    expect(facts.every(fact => actorKind(fact.subject) === 'state')).toBe(true)
  })
  test('the South Caucasus', () =>
    expect(regionMembers('reg:south-caucasus')?.facts.map(f => f.subject)).toEqual(['ARM', 'AZE', 'GEO']))
  test('Azerbaijan and Iran have a Shia majority', () =>
    expect(['AZE', 'IRN'].map(state => religionMajority(state)?.object)).toEqual(['Shia Islam', 'Shia Islam']))
})

describe('landmarks', () => {
  test('ids and names are one each, days are in order', () => {
    const all = landmarks()
    expect(all.length).toBeGreaterThan(60)
    expect(new Set(all.map(l => l.id)).size).toBe(all.length)
    const names = all.flatMap(l => l.names.map(n => n.toLowerCase()))
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([])
    for (const l of all) {
      expect([l.id, isDay(l.from) && isDay(l.to) && l.from <= l.to]).toEqual([l.id, true])
      expect(l.actors.map(actorKind)).not.toContain(null)
      expect(l.sources[0]?.url).toMatch(/^https:/)
    }
  })
  test('the annexation of Crimea was in March 2014', () => {
    const crimea = landmarks().find(l => l.names.includes('the annexation of Crimea'))
    expect(crimea && crimea.from <= '2014-03-18' && crimea.to >= '2014-03-18').toBe(true)
  })
})
