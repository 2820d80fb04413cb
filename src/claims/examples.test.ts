import { describe, expect, test } from 'vitest'
import { readShippedYaml } from '../shipped/index.ts'
import { hedgeEntries } from './hedges.ts'
import { claimsOf } from './one-sentence.fixture.ts'
import { typesFile } from './type-rules.ts'

/** The examples in data/claims are held to what the reader makes of them. */
const typesIn = (sentence: string): string[] => claimsOf(sentence).map(c => c.type)

describe.each(typesFile().rules.map(rule => [`${rule.type}: ${rule.name}`, rule] as const))(
  '%s',
  (_, { type, must, mustNot }) => {
    test.each([...must])('%s', sentence => expect(typesIn(sentence)).toContain(type))
    test.each([...mustNot])('not: %s', sentence => expect(typesIn(sentence)).not.toContain(type))
  },
)

describe.each(hedgeEntries().map(entry => [`${entry.kind}: ${entry.words[0]}`, entry] as const))(
  'hedge %s',
  (_, { kind, must, mustNot }) => {
    const kinds = (sentence: string) => claimsOf(sentence).flatMap(c => c.hedge?.kind ?? [])
    test.each([...must])('%s', sentence => expect(kinds(sentence)).toContain(kind))
    test.each([...mustNot])('not: %s', sentence => expect(kinds(sentence)).not.toContain(kind))
  },
)

interface Examples {
  readonly must_level: readonly string[]
  readonly must_trend: readonly string[]
  readonly must_not: readonly string[]
}
const relations = readShippedYaml<Examples>('claims', 'relations.yaml')

describe('relations', () => {
  const isRelation = (type: string) => ['relation_level', 'relation_trend', 'turning_point'].includes(type)
  test.each([...relations.must_level, ...relations.must_trend])('%s', sentence =>
    expect(typesIn(sentence).some(isRelation)).toBe(true),
  )
  test.each([...relations.must_not])('not: %s', sentence => expect(typesIn(sentence).some(isRelation)).toBe(false))
})

const nominals = readShippedYaml<{ must: readonly string[]; mustNot: readonly string[] }>('claims', 'nominals.yaml')

describe('acts named in passing', () => {
  const phrases = (sentence: string) =>
    claimsOf(sentence).filter(c => c.type === 'event' && !/ (alarmed|shapes|followed) /.test(c.quote))
  test.each([...nominals.must])('%s', sentence => expect(phrases(sentence).length).toBeGreaterThan(0))
  test.each([...nominals.mustNot])('not: %s', sentence =>
    expect(claimsOf(sentence).filter(c => c.type === 'event' && c.end - c.start < 20)).toEqual([]),
  )
})
