import { readFileSync } from 'node:fs'
import type { TagLexicon } from '../src/text/tag-features.ts'

/**
 * Single words for nationalities, peoples, states and capitals from data/actors/states.tsv. A treebank names few of them, and news
 * is full of them.
 */
export const readWordGroups = (path: string): TagLexicon => {
  const groups = new Map<string, string>()
  const [header = '', ...rows] = readFileSync(path, 'utf8').split('\n')
  const columns = header.split('\t')
  const add = (row: readonly string[], column: string, group: string) => {
    for (const name of (row[columns.indexOf(column)] ?? '').split('|')) {
      if (/^\p{Lu}\p{Ll}{2,}$/u.test(name) && !groups.has(name.toLowerCase())) groups.set(name.toLowerCase(), group)
    }
  }
  // Adjectives first: "Czech" is one before it is a name.
  for (const row of rows) add(row.split('\t'), 'adjectives', '<nationality>')
  for (const row of rows) add(row.split('\t'), 'people', '<people>')
  for (const row of rows) {
    add(row.split('\t'), 'names', '<place>')
    add(row.split('\t'), 'capitals', '<place>')
  }
  return groups
}
