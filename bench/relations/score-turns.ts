/**
 * The scoring rule of ../shared/benchmarks/turning-points/score.mjs, so that thousands of settings and resamples can be scored in
 * one process. `bench/turning-points.ts` runs score.mjs beside it and stops where the two disagree.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayNumber } from '../../src/domain/index.ts'

export interface LabelledTurn {
  readonly id: string
  readonly dyad: string
  readonly kind: 'thaw' | 'rupture'
  readonly start: number
  readonly end: number
  readonly summary: string
}

export interface Labels {
  readonly turns: readonly LabelledTurn[]
  readonly quiet: readonly { dyad: string; year: number }[]
  readonly dyads: readonly string[]
}

export interface Detection {
  readonly dyad: string
  readonly kind: 'thaw' | 'rupture'
  readonly day: number
  readonly confidence: number
  readonly known: number | null
}

const BEFORE = 45
const AFTER = 60

export const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear()

const table = (file: string): Record<string, string>[] => {
  const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  return rows.map(row => Object.fromEntries(row.split('\t').map((cell, i) => [names[i] ?? '', cell])))
}

export const readLabels = (folder: string): Labels => {
  const turns = table(join(folder, 'turns.tsv')).map(row => ({
    id: row.id ?? '',
    dyad: row.dyad ?? '',
    kind: row.kind === 'thaw' ? ('thaw' as const) : ('rupture' as const),
    start: dayNumber(row.date_start ?? ''),
    end: dayNumber(row.date_end ?? ''),
    summary: row.summary ?? '',
  }))
  const quiet = table(join(folder, 'quiet.tsv')).map(row => ({ dyad: row.dyad ?? '', year: Number(row.year) }))
  return { turns, quiet, dyads: [...new Set([...turns, ...quiet].map(({ dyad }) => dyad))].sort() }
}

/** What one dyad adds to the score; dyads are resampled whole. */
export interface DyadTally {
  turns: number
  hits: number
  /** False alarms and duplicates in labelled years. */
  against: number
  quiet_years: number
  quiet_alarms: number
  detections: number
}

export interface Scored {
  readonly byDyad: ReadonlyMap<string, DyadTally>
  readonly hits: ReadonlyMap<LabelledTurn, Detection>
  readonly missed: readonly LabelledTurn[]
  readonly alarms: readonly Detection[]
}

export const windowOf = (turn: LabelledTurn): [from: number, to: number] => [turn.start - BEFORE, turn.end + AFTER]

export const scoreTurns = (labels: Labels, detections: readonly Detection[], years: ReadonlySet<number>): Scored => {
  const turns = labels.turns.filter(({ start }) => years.has(yearOf(start)))
  const turnYears = new Set<string>()
  for (const t of turns)
    for (let y = yearOf(t.start); y <= yearOf(t.end); y++) if (years.has(y)) turnYears.add(`${t.dyad} ${y}`)
  const quietYears = new Set(
    labels.quiet
      .filter(({ year }) => years.has(year))
      .map(({ dyad, year }) => `${dyad} ${year}`)
      .filter(key => !turnYears.has(key)),
  )
  const byDyad = new Map<string, DyadTally>(
    labels.dyads.map(dyad => [dyad, { turns: 0, hits: 0, against: 0, quiet_years: 0, quiet_alarms: 0, detections: 0 }]),
  )
  const of = (dyad: string): DyadTally => {
    const tally = byDyad.get(dyad)
    if (!tally) throw new RangeError(`not a dyad of the benchmark: ${dyad}`)
    return tally
  }
  for (const { dyad } of turns) of(dyad).turns++
  for (const key of quietYears) of(key.slice(0, 7)).quiet_years++
  const open = turns
    .map(turn => ({ turn, window: windowOf(turn) }))
    .sort((a, b) => a.window[1] - b.window[1] || a.window[0] - b.window[0])
  const hits = new Map<LabelledTurn, Detection>()
  const alarms: Detection[] = []
  for (const d of [...detections].sort((a, b) => a.day - b.day)) {
    if (!byDyad.has(d.dyad)) continue
    const year = yearOf(d.day)
    const tally = of(d.dyad)
    if (years.has(year)) tally.detections++
    const inside = open.filter(
      ({ turn, window }) => turn.dyad === d.dyad && turn.kind === d.kind && d.day >= window[0] && d.day <= window[1],
    )
    const free = inside.find(({ turn }) => !hits.has(turn))
    const key = `${d.dyad} ${year}`
    if (free) {
      hits.set(free.turn, d)
      tally.hits++
    } else if (inside.length > 0 || turnYears.has(key) || quietYears.has(key)) {
      tally.against++
      alarms.push(d)
      if (inside.length === 0 && quietYears.has(key)) tally.quiet_alarms++
    }
  }
  return { byDyad, hits, missed: turns.filter(turn => !hits.has(turn)), alarms }
}

export interface Figures {
  readonly turns: number
  readonly hits: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Detections per benchmark dyad and year: what a reader of these pairs has to look at. */
  readonly rate: number
}

export const figuresOf = (tallies: Iterable<DyadTally>, dyads: number, years: number): Figures => {
  let [turns, hits, against, detections] = [0, 0, 0, 0]
  for (const t of tallies) {
    turns += t.turns
    hits += t.hits
    against += t.against
    detections += t.detections
  }
  const precision = hits + against === 0 ? 0 : hits / (hits + against)
  const recall = turns === 0 ? 0 : hits / turns
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { turns, hits, precision, recall, f1, rate: detections / (dyads * years) }
}
