/**
 * How well turning points are found, against 304 labelled turns of 119 pairs (../shared/benchmarks/turning-points), ours beside known
 * detectors, on the same series. Run: `npx tsx bench/turning-points.ts [--misses]`; without the labelled turns or the event
 * files it says so and ends well. Settings of every method are chosen by five folds over dyads, one setting for all data; error bars
 * come from drawing dyads with replacement.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Balance, turningPoints, turnSettings, turnsAsKnown } from '../src/relations/index.ts'
import { type DataSet, gdelt, icews, keds } from './relations/event-files.ts'
import { whyMissed } from './relations/misses.ts'
import { bocpd, cusum, geoprizm, hiddenMarkov, pelt, type Turned, windows } from './relations/peers.ts'
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
} from './relations/score-turns.ts'

const shared = (path: string): string => fileURLToPath(new URL(`../../shared/${path}`, import.meta.url))
const [labelsFolder, events, codes] = ['benchmarks/turning-points', 'data/events', 'data/codes'].map(shared) as [
  string,
  string,
  string,
]

/** A detector with one of its settings. */
type Detector = (b: Balance) => Turned[]
interface Method {
  readonly name: string
  /** Held to what is allowed where a setting is chosen: ours alone, since few settings of the peers would be left. */
  readonly limited?: true
  readonly settings: readonly { says: string; run: Detector }[]
}

const ours = (find: typeof turningPoints, change: Partial<ReturnType<typeof turnSettings>>): Detector => {
  const t = { ...turnSettings(), ...change }
  return b =>
    find(b, t).map(({ kind, day, surge, known_on }) => ({ kind, day, strength: surge, known: known_on }) as Turned)
}

const product = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] => as.flatMap(a => bs.map(b => [a, b] as [A, B]))

const METHODS: readonly Method[] = [
  {
    name: 'plain windows',
    settings: product([14, 30, 60], [2, 3, 4, 6, 9, 13]).map(([w, bar]) => ({
      says: `${w} days, ${bar} s.e.`,
      run: b => windows(b, { w, bar }),
    })),
  },
  { name: "GeoPrizm's rule", settings: [{ says: '5 points', run: b => geoprizm(b, { points: 5 }) }] },
  {
    name: 'GeoPrizm, any bar',
    settings: [10, 20, 30, 40].map(points => ({ says: `${points} points`, run: b => geoprizm(b, { points }) })),
  },
  {
    name: 'CUSUM',
    settings: product([0.25, 0.5, 1], [5, 10, 20, 40, 80]).map(([drift, bar]) => ({
      says: `drift ${drift}, bar ${bar}`,
      run: b => cusum(b, { drift, bar }),
    })),
  },
  {
    name: 'PELT',
    settings: [3, 6, 12, 24, 48, 96].map(penalty => ({ says: `${penalty} log n`, run: b => pelt(b, { penalty }) })),
  },
  {
    name: 'Bayesian online',
    settings: product([250, 1000, 10_000], [0.5, 0.8, 0.95]).map(([expected, bar]) => ({
      says: `run ${expected}, bar ${bar}`,
      run: b => bocpd(b, { expected, bar }),
    })),
  },
  {
    name: 'hidden Markov',
    settings: product([0.8, 0.95], [5, 10, 20, 40, 80]).map(([stay, bar]) => ({
      says: `stay ${stay}, ratio ${bar}`,
      run: b => hiddenMarkov(b, { stay, bar }),
    })),
  },
  {
    name: 'surge, history',
    limited: true,
    settings: product([10, 14, 21], [1.6, 1.8, 2, 2.2, 2.5]).map(([window, threshold]) => ({
      says: `${window} days, bar ${threshold}`,
      run: ours(turningPoints, { window, threshold }),
    })),
  },
  {
    name: 'surge, online',
    limited: true,
    settings: product([10, 14, 21], [2.2, 2.6, 3]).map(([window, threshold_online]) => ({
      says: `${window} days, bar ${threshold_online}`,
      run: ours(turnsAsKnown, { window, threshold_online }),
    })),
  },
]

/** Data that are judged together, in their years; `allowed` is the most detections per benchmark dyad and year. */
interface Arena {
  readonly name: string
  readonly sets: readonly DataSet[]
  readonly years: ReadonlySet<number>
  readonly allowed: number
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

const detect = (arena: Arena, labels: Labels, run: Detector): Detection[] =>
  labels.dyads.flatMap(dyad =>
    arena.sets.flatMap(set => {
      const balance = set.pairs.get(dyad)
      return (balance ? run(balance) : []).map(turn => ({
        dyad,
        kind: turn.kind,
        day: turn.day,
        confidence: turn.strength,
        known: 'known' in turn && typeof turn.known === 'number' ? turn.known : null,
      }))
    }),
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
const crossValidate = (method: Method, arenas: readonly Arena[], labels: Labels): Row[] => {
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
      return all.reduce((sum, { f1 }) => sum + f1, 0) - (over ? 10 : 0)
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

/** Turns with two or more rows of the pair in their window: what the data can carry. */
const traced = (arena: Arena, turn: LabelledTurn): boolean => {
  const [from, to] = windowOf(turn)
  let rows = 0
  for (const set of arena.sets) {
    const balance = set.pairs.get(turn.dyad)
    if (!balance) continue
    for (let day = Math.max(from, balance.from); day <= to; day++) rows += balance.rows[day - balance.from] ?? 0
  }
  return rows >= 2
}

const print = ({ method, chosen, arena, scored }: Omit<Row, 'detections'>): void => {
  const all = figures(scored, [...scored.byDyad.keys()], arena)
  const [low, high] = interval(scored.byDyad, f => f.f1)
  const withTrace = [...scored.hits.keys(), ...scored.missed].filter(turn => traced(arena, turn))
  const found = withTrace.filter(turn => scored.hits.has(turn)).length
  const delays = [...scored.hits].flatMap(([turn, d]) => (d.known === null ? [] : [d.known - turn.start]))
  const quiet = [...scored.byDyad.values()].reduce((sum, t) => sum + t.quiet_years, 0)
  const quietAlarms = [...scored.byDyad.values()].reduce((sum, t) => sum + t.quiet_alarms, 0)
  console.log(
    [
      method.padEnd(20),
      `${num(all.f1)} (${num(low)}-${num(high)})`,
      num(all.precision),
      `${num(all.recall)} (${all.hits}/${all.turns})`.padEnd(13),
      `${num(withTrace.length === 0 ? Number.NaN : found / withTrace.length)} (${found}/${withTrace.length})`.padEnd(
        13,
      ),
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
  'method                F1 (90 %)         prec  recall         of traced      rate  quiet  delay, in 30 d  setting'

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

const main = (): void => {
  if (!existsSync(join(labelsFolder, 'turns.tsv')) || !existsSync(events)) {
    console.log('turning points: the labelled turns or the event files are not here; nothing measured')
    return
  }
  const labels = readLabels(labelsFolder)
  const wanted = new Set(labels.dyads)
  const arenas: Arena[] = [
    {
      name: 'GDELT pair-days 2019-2021',
      sets: [gdelt(events, [2019, 2020, 2021], pair => wanted.has(pair), 'pair')],
      years: new Set(range(2019, 2021)),
      allowed: 0.6,
    },
    {
      name: 'ICEWS 2005-2009 and 2014',
      sets: [icews(events, codes, [2005, 2009]), icews(events, codes, [2014, 2014])],
      years: new Set([...range(2005, 2009), 2014]),
      allowed: 0.15,
    },
  ]
  const levant: Arena = {
    name: 'KEDS Levant 1990-2011, settings chosen above, none here',
    sets: [keds(events, codes, 'levant')],
    years: new Set(range(1990, 2011)),
    allowed: 0.15,
  }
  const rows = METHODS.flatMap(method => crossValidate(method, arenas, labels))
  for (const arena of arenas) {
    console.log(`\n${arena.name}: settings chosen by five folds over dyads\n${HEAD}`)
    for (const row of rows) if (row.arena === arena) print(row)
  }
  const shipped: [string, Detector][] = [
    ['as shipped, history', ours(turningPoints, {})],
    ['as shipped, online', ours(turnsAsKnown, {})],
  ]
  for (const arena of [...arenas, levant]) {
    console.log(`\n${arena.name}: the setting of data/relations/turning-points.yaml\n${HEAD}`)
    for (const [method, run] of shipped) {
      const detections = detect(arena, labels, run)
      const scored = scoreTurns(labels, detections, arena.years)
      print({ method, chosen: 'one for all', arena, scored })
      console.log(`  ${judgedBy(labels, arena, detections)}`)
      if (!process.argv.includes('--misses') || !method.endsWith('history')) continue
      for (const turn of scored.missed)
        console.log(
          `  missed ${turn.id} ${turn.dyad} ${turn.kind} ${iso(turn.start)}: ${whyMissed(turn, arena.sets, detections)}`,
        )
    }
  }
}

main()
