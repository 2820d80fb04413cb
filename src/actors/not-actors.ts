import { listOf, readTable } from './tables.ts'

const loaded = new Map<string, ReadonlySet<string>>()

/** Words of a kind from data/actors/not-actors.tsv, in small letters: what looks like an actor and is none. */
export const notActors = (kind: 'before' | 'given-name' | 'also-person' | 'surname-word'): ReadonlySet<string> => {
  const known = loaded.get(kind)
  if (known) return known
  const rows = readTable('not-actors').filter(row => row.kind === kind)
  const set = new Set(rows.flatMap(row => listOf(row.words).map(word => word.toLowerCase())))
  loaded.set(kind, set)
  return set
}
