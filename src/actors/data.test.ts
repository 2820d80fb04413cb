import { describe, expect, test } from 'vitest'
import { actorKind } from '../domain/index.ts'
import { offices } from '../facts/index.ts'
import { ambiguousNames } from './ambiguity.ts'
import { actorLexicon } from './lexicon.ts'
import { listOf, readTable } from './tables.ts'

const TABLES = ['states', 'organisations', 'groups', 'places'] as const

describe('data/actors', () => {
  test.each(TABLES)('%s: ids are valid and stand once', table => {
    const ids = readTable(table).map(row => row.id ?? '')
    expect(ids.filter(id => actorKind(id) === null)).toEqual([])
    expect(ids.length).toBe(new Set(ids).size)
  })

  test('every state named beside an actor is in the table of states', () => {
    const states = new Set(readTable('states').map(row => row.id))
    const named = ['organisations', 'groups', 'places', 'metonyms'].flatMap(table =>
      readTable(table).flatMap(row =>
        [row.state, ...listOf(row.claims), table === 'metonyms' ? row.id : ''].filter(Boolean),
      ),
    )
    expect(named.filter(id => !states.has(id))).toEqual([])
  })

  test('a form that means several actors is decided in ambiguous.tsv', () => {
    const decided = new Set(ambiguousNames())
    const open = [...actorLexicon().byFirst.values()]
      .flat()
      .filter(form => form.senses.length > 1 && !decided.has(form.text))
    expect(open.map(form => `${form.text}: ${form.senses.map(s => s.id).join(' ')}`)).toEqual([])
  })

  test('ambiguous names have at most one default each', () => {
    const defaults = readTable('ambiguous').flatMap(row => (row.default ? [row.name] : []))
    expect(defaults.length).toBe(new Set(defaults).size)
  })

  test('titles of the table of offices can be read in texts', () => {
    const readable = new Set(readTable('titles').map(row => row.title))
    const unread = [
      'president',
      'prime minister',
      'foreign minister',
      'defence minister',
      'supreme leader',
      'chancellor',
    ]
    expect(unread.filter(title => !readable.has(title))).toEqual([])
    expect(offices.ever('supreme leader', 'IRN').length).toBeGreaterThan(1)
  })
})
