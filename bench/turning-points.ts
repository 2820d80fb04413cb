/**
 * How well turning points are found, against 304 labelled turns of 119 pairs (../shared/benchmarks/turning-points), ours as the product runs
 * it on an imported record, beside known detectors on the same series. Run: `npx tsx bench/turning-points.ts [--misses] [--record PATH]`;
 * without the labelled turns or the event files it says so and ends well. Settings of every method are chosen by five folds over dyads, one
 * setting for all data; error bars come from drawing dyads with replacement.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { turnSettings } from '../src/relations/index.ts'
import { type Arena, readArenas } from './relations/arenas.ts'
import { METHODS, type Method, ours, type Setting } from './relations/methods.ts'
import { whyMissed } from './relations/misses.ts'
import {
  type Detection,
  type DyadTally,
  type Figures,
  figuresOf,
  type LabelledTurn,
  type Labels,
  readLabels,
  type Scored,
  scoreTurns,
  windowOf,
  yearOf,
} from './relations/score-turns.ts'
import { candidatesOf, labelled, type Rank, train } from './relations/trained.ts'

const shared = (path: string): string => fileURLToPath(new URL(`../../shared/${path}`, import.meta.url))
const [labelsFolder, events] = ['benchmarks/turning-points', 'data/events'].map(shared) as [string, string]

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

const detect = (arena: Arena, labels: Labels, run: Setting['run']): Detection[] =>
  labels.dyads.flatMap(dyad =>
    run(arena.pairs.get(dyad) ?? []).map(turn => ({
      dyad,
      kind: turn.kind,
      day: turn.day,
      confidence: turn.strength,
      known: turn.known ?? null,
    })),
  )

const FOLDS = 5
/** Dyads go to folds in alphabetical order, one after another: nothing is drawn. */
const foldOf = (dyads: readonly string[]): Map<string, number> => new Map(dyads.map((dyad, i) => [dyad, i % FOLDS]))

const figures = (scored: Scored, dyads: readonly string[], arena: Arena): Figures =>
  figuresOf(
    dyads.map(dyad => scored.byDyad.get(dyad)).filter((t): t is DyadTally => t !== undefined),
    dyads.length,
    arena.years.size,
  )

/** 90 % interval of F1 by drawing dyads with replacement, seeded. */
const interval = (byDyad: ReadonlyMap<string, DyadTally>, of: (f: Figures) => number): [number, number] => {
  const all = [...byDyad.values()]
  let seed = 20140409
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const drawn = Array.from({ length: 1000 }, () =>
    of(
      figuresOf(
        all.map(() => all[Math.floor(random() * all.length)] as DyadTally),
        all.length,
        1,
      ),
    ),
  ).sort((a, b) => a - b)
  return [drawn[50] ?? 0, drawn[949] ?? 0]
}

const percent = (values: readonly number[], at: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(at * (values.length - 1))] ?? Number.NaN

const num = (x: number, digits = 2): string => (Number.isNaN(x) ? '-' : x.toFixed(digits))

interface Row {
  readonly method: string
  readonly chosen: string
  readonly arena: Arena
  readonly scored: Scored
  readonly detections: readonly Detection[]
}

/** The setting of each fold is the best of the other four by the sum of F1 over arenas, of the surges within what is allowed. */
const crossValidate = (method: Method, all: readonly Arena[], labels: Labels): Row[] => {
  const arenas = all.filter(({ peers }) => peers || method.limited)
  const fold = foldOf(labels.dyads)
  const found = method.settings.map(({ run }) => arenas.map(arena => detect(arena, labels, run)))
  const scores = found.map(byArena =>
    byArena.map((detections, i) => scoreTurns(labels, detections, (arenas[i] as Arena).years)),
  )
  const chosen = range(0, FOLDS - 1).map(k => {
    const rest = labels.dyads.filter(dyad => fold.get(dyad) !== k)
    const value = scores.map(byArena => {
      const all = byArena.map((scored, i) => figures(scored, rest, arenas[i] as Arena))
      const over = method.limited && all.some(({ rate }, i) => rate > (arenas[i] as Arena).allowed)
      const tuned = all.filter((_, i) => arenas[i]?.tuned)
      return tuned.reduce((sum, { f1 }) => sum + f1, 0) - (over ? 10 : 0)
    })
    return value.indexOf(Math.max(...value))
  })
  const says = [...new Set(chosen.map(at => method.settings[at]?.says ?? ''))].join(' | ')
  return arenas.map((arena, i) => {
    const detections = labels.dyads.flatMap(dyad => {
      const at = chosen[fold.get(dyad) ?? 0] ?? 0
      return (found[at]?.[i] ?? []).filter(d => d.dyad === dyad)
    })
    return { method: method.name, chosen: says, arena, detections, scored: scoreTurns(labels, detections, arena.years) }
  })
}

const APART = 365
const OTHER_KIND = 30

/** The strongest candidates of each pair, as many as are allowed of all pairs together. */
const bestOf = (ranked: readonly Detection[], arena: Arena, dyads: number): Detection[] => {
  const kept: Detection[] = []
  const most = Math.floor(arena.allowed * dyads * arena.years.size)
  let counted = 0
  for (const one of [...ranked].sort((a, b) => b.confidence - a.confidence || a.day - b.day)) {
    const near = kept.some(
      k => k.dyad === one.dyad && Math.abs(k.day - one.day) <= (k.kind === one.kind ? APART : OTHER_KIND),
    )
    if (near) continue
    if (arena.years.has(yearOf(one.day))) counted++
    if (counted > most) break
    kept.push(one)
  }
  return kept
}

/** A logistic rank trained on the other folds; it takes all that is allowed. */
const trained = (arenas: readonly Arena[], labels: Labels): Row[] => {
  const fold = foldOf(labels.dyads)
  const candidates = arenas.map(arena =>
    [...arena.pairs].flatMap(([dyad, sets]) => sets.flatMap(({ balance }) => candidatesOf(dyad, balance))),
  )
  const ranks = range(0, FOLDS - 1).map(k =>
    train(
      candidates.flatMap((list, i) =>
        arenas[i]?.tuned
          ? list.filter(({ dyad }) => fold.get(dyad) !== k).map(c => ({ x: c.features, ...labelled(labels, c) }))
          : [],
      ),
    ),
  )
  return arenas.map((arena, i) => {
    const scored = (candidates[i] ?? []).map(c => ({
      dyad: c.dyad,
      kind: c.kind,
      day: c.day,
      confidence: (ranks[fold.get(c.dyad) ?? 0] as Rank)(c.features),
      known: null,
    }))
    const detections = bestOf(scored, arena, labels.dyads.length)
    return {
      method: 'trained rank',
      chosen: 'all allowed',
      arena,
      detections,
      scored: scoreTurns(labels, detections, arena.years),
    }
  })
}

/** Rows of the pair in the turn's window, and days of its own kind, in the set with most of them. */
const traceOf = (arena: Arena, turn: LabelledTurn): { rows: number; days: number } => {
  const [from, to] = windowOf(turn)
  let best = { rows: 0, days: 0 }
  for (const { balance } of arena.pairs.get(turn.dyad) ?? []) {
    const side = turn.kind === 'thaw' ? balance.cooperation : balance.conflict
    let [rows, days] = [0, 0]
    for (let day = Math.max(from, balance.from); day <= to; day++) {
      rows += balance.rows[day - balance.from] ?? 0
      if (side[day - balance.from]) days++
    }
    if (rows > best.rows) best = { rows, days }
  }
  return best
}

const share = (part: number, whole: number): string =>
  `${num(whole === 0 ? Number.NaN : part / whole)} (${part}/${whole})`.padEnd(13)

const print = ({ method, chosen, arena, scored }: Omit<Row, 'detections'>): void => {
  const all = figures(scored, [...scored.byDyad.keys()], arena)
  const [low, high] = interval(scored.byDyad, f => f.f1)
  const traces = [...scored.hits.keys(), ...scored.missed].map(turn => ({ turn, ...traceOf(arena, turn) }))
  const found = (list: typeof traces): string =>
    share(list.filter(({ turn }) => scored.hits.has(turn)).length, list.length)
  const delays = [...scored.hits].flatMap(([turn, d]) => (d.known === null ? [] : [d.known - turn.start]))
  const quiet = [...scored.byDyad.values()].reduce((sum, t) => sum + t.quiet_years, 0)
  const quietAlarms = [...scored.byDyad.values()].reduce((sum, t) => sum + t.quiet_alarms, 0)
  console.log(
    [
      method.padEnd(20),
      `${num(all.f1)} (${num(low)}-${num(high)})`,
      num(all.precision),
      share(all.hits, all.turns),
      found(traces.filter(({ rows }) => rows >= 2)),
      found(traces.filter(({ days }) => days >= 2)),
      num(all.rate),
      num(quiet === 0 ? Number.NaN : quietAlarms / quiet),
      delays.length === 0
        ? '-'
        : `${percent(delays, 0.5)} d, ${num(delays.filter(d => d <= 30).length / delays.length)}`,
      chosen,
    ].join('  '),
  )
}

const HEAD =
  'method                F1 (90 %)         prec  recall         two rows       two days of its kind  rate  quiet  delay, in 30 d  setting'

/** Hits against detections as the bars of both ends are moved together. */
const curve = (arena: Arena, labels: Labels): void => {
  const t = turnSettings()
  const cells = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2].map(by => {
    const run = ours(false, { threshold: by * t.threshold, threshold_sparse: by * t.threshold_sparse })
    const scored = scoreTurns(labels, detect(arena, labels, run), arena.years)
    const { rate, hits, turns } = figures(scored, labels.dyads, arena)
    return `${num(rate)}: ${hits}/${turns}`
  })
  console.log(`  hits at detections a dyad and year: ${cells.join('  ')}`)
}

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** score.mjs on the same detections must say the same: the rule here is its rule. */
const judgedBy = (labels: Labels, arena: Arena, detections: readonly Detection[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-turns-'))
  try {
    const file = join(folder, 'detections.tsv')
    const rows = detections.map(d =>
      [d.dyad, d.kind, iso(d.day), d.confidence, d.known === null ? '' : iso(d.known)].join('\t'),
    )
    writeFileSync(file, `dyad\tkind\tdate\tconfidence\tknown_on\n${rows.join('\n')}\n`)
    const years = `--years=${[...arena.years].join(',')}`
    const text = execFileSync('node', ['score.mjs', 'turns.tsv', 'quiet.tsv', file, years, '--interval', '--json'], {
      cwd: labelsFolder,
      encoding: 'utf8',
    })
    const told = JSON.parse(text) as {
      kinds: { all: { hits: number; f1: number; chance_recall: number; recall: number } }
      alarms_per_benchmark_dyad_year: number
      interval: Record<string, [number, number]>
    }
    const here = scoreTurns(labels, detections, arena.years)
    if (here.hits.size !== told.kinds.all.hits)
      throw new Error(`score.mjs counts ${told.kinds.all.hits} hits, this bench ${here.hits.size}`)
    const [low = 0, high = 0] = told.interval.f1 ?? []
    const { f1, recall, chance_recall } = told.kinds.all
    return `score.mjs: F1 ${num(f1)} (${num(low)}-${num(high)}), recall ${num(recall)} (by chance ${num(chance_recall)}), ${num(told.alarms_per_benchmark_dyad_year)} a dyad and year`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const main = async (): Promise<void> => {
  if (!existsSync(join(labelsFolder, 'turns.tsv')) || !existsSync(events)) {
    console.log('turning points: the labelled turns or the event files are not here; nothing measured')
    return
  }
  const labels = readLabels(labelsFolder)
  const at = process.argv.indexOf('--record')
  const arenas = await readArenas(events, new Set(labels.dyads), at < 0 ? undefined : process.argv[at + 1])
  const rows = [...METHODS.flatMap(method => crossValidate(method, arenas, labels)), ...trained(arenas, labels)]
  for (const arena of arenas) {
    console.log(`\n${arena.name}: settings chosen by five folds over dyads\n${HEAD}`)
    for (const row of rows) if (row.arena === arena) print(row)
    console.log('as shipped: the setting of data/relations/turning-points.yaml')
    for (const online of [false, true]) {
      const detections = detect(arena, labels, ours(online))
      const scored = scoreTurns(labels, detections, arena.years)
      print({ method: `as shipped, ${online ? 'online' : 'history'}`, chosen: 'one for all', arena, scored })
      console.log(`  ${judgedBy(labels, arena, detections)}`)
      if (online) continue
      curve(arena, labels)
      if (!process.argv.includes('--misses')) continue
      for (const turn of scored.missed)
        console.log(
          `  missed ${turn.id} ${turn.dyad} ${turn.kind} ${iso(turn.start)}: ${whyMissed(turn, arena.pairs.get(turn.dyad) ?? [], detections)}`,
        )
    }
  }
}

await main()
