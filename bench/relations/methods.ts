/** Every detector that is compared, each with the few settings that are tried: ours as the product runs it, peers on the same series. */
import {
  type Balance,
  type DataSet,
  foundTurns,
  leadsOf,
  sliceOf,
  type TurnSettings,
  turnSettings,
} from '../../src/relations/index.ts'
import { bocpd, cusum, geoprizm, hiddenMarkov, knownWeight, pelt, type Turned, windows } from './peers.ts'

export interface Found extends Turned {
  readonly known?: number | null
}

/** A detector with one of its settings, on all data sets of a pair. */
export interface Setting {
  readonly says: string
  readonly run: (sets: readonly DataSet[]) => Found[]
}

export interface Method {
  readonly name: string
  /** Held to what is allowed where a setting is chosen: ours alone, since few settings of the peers would be left. */
  readonly limited?: true
  readonly settings: readonly Setting[]
}

export const ours = (online: boolean, change: Partial<TurnSettings> = {}): Setting['run'] => {
  const t = { ...turnSettings(), ...change }
  return sets =>
    foundTurns(sets, online, t).map(({ kind, day, confidence, known_on }) => ({
      kind,
      day,
      strength: confidence,
      known: known_on,
    }))
}

const GAP = 60

/** The stretches of days that a data set saw, without gaps of more than two months: a peer knows of no unseen days. */
const stretches = (b: Balance): Balance[] => {
  const out: Balance[] = []
  let [begin, last] = [-1, -1]
  for (let i = 0; i < b.seen.length; i++) {
    if (!b.seen[i]) continue
    if (begin >= 0 && i - last > GAP) {
      out.push(sliceOf(b, b.from + begin, b.from + last))
      begin = i
    }
    if (begin < 0) begin = i
    last = i
  }
  return begin < 0 ? [] : [...out, sliceOf(b, b.from + begin, b.from + last)]
}

/** A detector of one series, run on each data set in the days in which it speaks for the pair. */
export const onSeries =
  (run: (b: Balance) => Turned[]): Setting['run'] =>
  sets => {
    const leads = leadsOf(sets)
    return sets.flatMap(({ origin, balance }) =>
      stretches(balance)
        .flatMap(run)
        .filter(({ day }) => leads.some(lead => lead.origin === origin && lead.from <= day && day <= lead.to)),
    )
  }

const product = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] => as.flatMap(a => bs.map(b => [a, b] as [A, B]))

const bars = (sparse: readonly number[], dense: readonly number[]): [number, number][] => product(sparse, dense)

export const METHODS: readonly Method[] = [
  {
    name: 'plain windows',
    settings: product([14, 30, 60], [3, 4, 6, 9]).map(([w, bar]) => ({
      says: `${w} days, ${bar} s.e.`,
      run: onSeries(b => windows(b, { w, bar })),
    })),
  },
  { name: "GeoPrizm's rule", settings: [{ says: '5 points', run: onSeries(b => geoprizm(b, { points: 5 })) }] },
  {
    name: 'GeoPrizm, any bar',
    settings: [20, 30, 40].map(points => ({ says: `${points} points`, run: onSeries(b => geoprizm(b, { points })) })),
  },
  {
    name: 'CUSUM',
    settings: product([0.25, 0.5, 1], [10, 20, 40]).map(([drift, bar]) => ({
      says: `drift ${drift}, bar ${bar}`,
      run: onSeries(b => cusum(b, { drift, bar })),
    })),
  },
  {
    name: 'PELT',
    settings: [6, 12, 24, 48].map(penalty => ({
      says: `${penalty} log n`,
      run: onSeries(b => pelt(b, { penalty })),
    })),
  },
  {
    name: 'Bayesian online',
    settings: product([1000, 10_000], [0.8, 0.95]).map(([expected, bar]) => ({
      says: `run ${expected}, bar ${bar}`,
      run: onSeries(b => bocpd(b, { expected, bar })),
    })),
  },
  {
    name: 'hidden Markov',
    settings: product([0.8, 0.95], [20, 40, 80]).map(([stay, bar]) => ({
      says: `stay ${stay}, ratio ${bar}`,
      run: onSeries(b => hiddenMarkov(b, { stay, bar })),
    })),
  },
  {
    name: 'acts of known weight',
    settings: [1, 1.5, 2, 3, 5, 10].map(bar => ({
      says: `${bar} ordinary days`,
      run: onSeries(b => knownWeight(b, { bar })),
    })),
  },
  {
    name: 'surge, history',
    limited: true,
    settings: product(bars([0.9, 1, 1.2, 1.5], [2, 2.1, 2.2]), [0.1, 0.2]).map(
      ([[threshold_sparse, threshold], half_dense]) => ({
        says: `${threshold_sparse} to ${threshold}, half-way ${half_dense}`,
        run: ours(false, { threshold_sparse, threshold, half_dense }),
      }),
    ),
  },
  {
    name: 'surge, online',
    limited: true,
    settings: product([1.1, 1.2, 1.3, 1.4], [90, 180]).map(([online, other_kind_online]) => ({
      says: `${online} times the bar, ${other_kind_online} days`,
      run: ours(true, { online, other_kind_online }),
    })),
  },
]
