/**
 * How well claims are read, against labelled analyses: `npx tsx bench/claims.ts [--held-out] [--rows]`.
 * Development: test/analyses (ours) and the op-ed of ../shared. Held out: test/analyses/held-out, for final figures only.
 * The peer printed beside: a reader that makes each sentence one claim of type "event" by the author.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLedger } from '../src/claims/index.ts'
import type { Ledger } from '../src/domain/index.ts'
import { analyse } from '../src/text/index.ts'

const SCORER = '../shared/score-ledger.mjs'
if (!existsSync(SCORER)) {
  console.error(`${SCORER} is absent: it scores ledgers, and without it this bench has nothing to say`)
  process.exit(2)
}

interface Case {
  readonly name: string
  readonly text: string
  readonly gold: string
  readonly document: string
}

const folders = (root: string): Case[] =>
  readdirSync(root, { withFileTypes: true })
    .filter(e => e.isDirectory() && existsSync(join(root, e.name, 'claims.jsonl')))
    .map(e => {
      const at = (file: string) => join(root, e.name, file)
      return { name: e.name, text: at('text.txt'), gold: at('claims.jsonl'), document: at('document.json') }
    })

const heldOut = process.argv.includes('--held-out')
const seed = '../shared/seed'
const cases: Case[] = heldOut
  ? folders('test/analyses/held-out')
  : [
      ...readdirSync(seed).flatMap(f =>
        f.endsWith('.txt')
          ? [
              {
                name: 'op-ed of 2014',
                text: join(seed, f),
                gold: join(seed, 'checklist.jsonl'),
                document: join(seed, 'document.json'),
              },
            ]
          : [],
      ),
      ...folders('test/analyses'),
    ]

const work = mkdtempSync(join(tmpdir(), 'detente-bench-'))
const COLUMNS = [
  'recall',
  'precision',
  'type_accuracy',
  'speaker_accuracy',
  'hedge_precision',
  'hedge_recall',
  'negation_accuracy',
  'actors_found',
  'torn_spans',
  'claims',
  'gold',
]

const score = (c: Case, ledger: Pick<Ledger, 'claims'> & { document: unknown }): Record<string, number | null> => {
  const file = join(work, 'ledger.json')
  writeFileSync(file, JSON.stringify(ledger))
  const rows = process.argv.includes('--rows') ? ['--rows'] : []
  const out = execFileSync('node', [SCORER, c.gold, file, '--json', ...rows], { encoding: 'utf8' })
  const lines = out.trim().split('\n')
  if (rows.length > 0) console.log(lines.slice(0, -1).join('\n'))
  return JSON.parse(lines.at(-1) ?? '{}') as Record<string, number | null>
}

/** The peer: one claim a sentence. */
const bySentence = (text: string) =>
  ({
    document: { text },
    claims: analyse(text).sentences.map(s => ({
      start: s.start,
      end: s.end,
      quote: text.slice(s.start, s.end),
      type: 'event',
      negated: false,
      hedge: null,
      attribution: { to: 'author', actor: null },
      actors: [],
      verdicts: [],
    })),
  }) as unknown as Pick<Ledger, 'claims'> & { document: unknown }

console.log(
  heldOut ? 'held-out analyses (nothing was tuned on them)' : 'development analyses (read while rules were written)',
)
console.log(
  [
    'analysis'.padEnd(26),
    ...COLUMNS.map(c =>
      c
        .replace(/_(accuracy|spans|found)/, '')
        .replace('precision', 'prec')
        .replace('hedge_recall', 'hedge_rec')
        .padStart(11),
    ),
  ].join(''),
)
const show = (name: string, s: Record<string, number | null>) =>
  console.log([name.slice(0, 25).padEnd(26), ...COLUMNS.map(c => String(s[c] ?? '–').padStart(11))].join(''))
for (const c of cases) {
  const text = readFileSync(c.text, 'utf8').replace(/^\uFEFF/, '')
  const { date } = JSON.parse(readFileSync(c.document, 'utf8')) as { date: { must_contain: string } }
  const input = { path: c.text, text, title: null, author: null, publisher: null, url: null, published: null }
  show(c.name, score(c, readLedger(input, { date: date.must_contain })))
  show('  one claim a sentence', score(c, bySentence(text)))
}
