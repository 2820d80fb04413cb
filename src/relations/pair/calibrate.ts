import { type Balance, emptyBalance } from '../series/index.ts'
import { damp, turnSettings } from '../turns/index.ts'
import type { DataSet } from './data-set.ts'
import { type Lead, leadsOf } from './leading.ts'
import { type MixedSettings, mixedSettings } from './mixed-settings.ts'

/** How many ordinary days of the set that speaks last one of another set stands for. */
export interface Factors {
  readonly cooperation: number
  readonly conflict: number
}

/** Days in which one data set speaks, and how it was brought to the measure of the last. */
export interface Part extends Lead {
  /** The files of its data set by their first days; one, unless it came in several. */
  readonly files: NonNullable<DataSet['files']>
  /** Null where too few days are common to both: then nothing is compared across the border behind it. */
  readonly factors: Factors | null
  /** Days that this set and the one after it both saw. */
  readonly common_days: number
}

/** Data sets of a pair as one course: parts that could be brought to one measure form one balance, others stand apart. */
export interface Course {
  readonly parts: readonly Part[]
  /** By time; the last holds the day asked for. */
  readonly chains: readonly { readonly from: number; readonly to: number; readonly balance: Balance }[]
}

const ONE: Factors = { cooperation: 1, conflict: 1 }

const massesOn = (b: Balance, day: number, power: number): readonly [number, number] | null => {
  const i = day - b.from
  if (i < 0 || i >= b.rows.length || !b.seen[i]) return null
  return [damp(b.cooperation[i] ?? 0, b.ordinary, power), damp(b.conflict[i] ?? 0, b.ordinary, power)]
}

/** What an ordinary day of `one` is in ordinary days of `other`, from the days that both saw. */
export const calibrated = (
  one: Balance,
  other: Balance,
  s: MixedSettings = mixedSettings(),
): { readonly factors: Factors | null; readonly days: number } => {
  const { damping } = turnSettings()
  const from = Math.max(one.from, other.from)
  const to = Math.min(one.from + one.rows.length, other.from + other.rows.length)
  let days = 0
  const [mine, theirs] = [
    [0, 0],
    [0, 0],
  ] as [[number, number], [number, number]]
  for (let day = from; day < to; day++) {
    const [a, b] = [massesOn(one, day, damping), massesOn(other, day, damping)]
    if (!a || !b) continue
    days++
    for (const side of [0, 1] as const) {
      mine[side] += a[side]
      theirs[side] += b[side]
    }
  }
  const [sum, whole] = [mine[0] + mine[1], theirs[0] + theirs[1]]
  if (days < s.least_days || sum < s.least_mass || whole < s.least_mass) return { factors: null, days }
  const common = whole / sum
  const factor = (side: 0 | 1): number => (theirs[side] + s.pull * common) / (mine[side] + s.pull)
  return { factors: { cooperation: factor(0), conflict: factor(1) }, days }
}

const times = (a: Factors, b: Factors): Factors => ({
  cooperation: a.cooperation * b.cooperation,
  conflict: a.conflict * b.conflict,
})

const filesOf = ({ origin, files, balance }: DataSet): Part['files'] => files ?? [{ origin, from: balance.from }]

/** Each part is held against the one after it, from the last back; a set that was calibrated keeps its factors. */
const partsOf = (leads: readonly Lead[], sets: ReadonlyMap<string, DataSet>): Part[] => {
  const parts: Part[] = []
  let chain = new Map<string, Factors>()
  for (const lead of leads.toReversed()) {
    const next = parts[0]
    const [set, later] = [sets.get(lead.origin), next && sets.get(next.origin)]
    if (!set) continue
    if (!next || !later) {
      chain = new Map([[lead.origin, ONE]])
      parts.unshift({ ...lead, files: filesOf(set), factors: ONE, common_days: 0 })
      continue
    }
    const { factors, days } = calibrated(set.balance, later.balance)
    const known = chain.get(lead.origin) ?? (factors && times(factors, chain.get(next.origin) ?? ONE))
    if (known) chain.set(lead.origin, known)
    else chain = new Map([[lead.origin, ONE]])
    parts.unshift({ ...lead, files: filesOf(set), factors: known, common_days: days })
  }
  return parts
}

/** Parts of one chain as one balance, in the measure of its last; before the first part its own set runs up to it. */
const joined = (parts: readonly Part[], sets: ReadonlyMap<string, DataSet>): Balance => {
  const [first, last] = [parts[0], parts.at(-1)]
  const [begin, end] = [first && sets.get(first.origin)?.balance, last && sets.get(last.origin)?.balance]
  if (!first || !last || !begin || !end) return emptyBalance(0, 0, 1)
  if (parts.length === 1) return end
  const { damping } = turnSettings()
  const out = emptyBalance(begin.from, last.to - begin.from + 1, end.ordinary)
  out.seen.fill(0)
  for (const part of parts) {
    const b = sets.get(part.origin)?.balance
    if (!b) continue
    const { cooperation, conflict } = part === last ? ONE : (part.factors ?? ONE)
    const scaled = (mass: number, factor: number): number =>
      mass <= 0 ? 0 : end.ordinary * (factor * damp(mass, b.ordinary, damping)) ** (1 / damping)
    for (let day = part === first ? begin.from : part.from; day <= part.to; day++) {
      const [i, j] = [day - b.from, day - out.from]
      if (i < 0 || i >= b.rows.length || !b.seen[i]) continue
      out.cooperation[j] = scaled(b.cooperation[i] ?? 0, cooperation)
      out.conflict[j] = scaled(b.conflict[i] ?? 0, conflict)
      out.rows[j] = b.rows[i] ?? 0
      out.seen[j] = 1
    }
  }
  return out
}

/** Never a sum of two sets: on each day one of them speaks, in the measure of the last where that can be had. */
export const courseOfSets = (all: readonly DataSet[]): Course => {
  const sets = new Map(all.map(set => [set.origin, set]))
  const parts = partsOf(leadsOf(all), sets)
  const groups: Part[][] = []
  for (const part of parts) {
    const before = groups.at(-1)
    // A part without factors ends its chain: what comes after it is not in its measure.
    if (before?.at(-1)?.factors) before.push(part)
    else groups.push([part])
  }
  return {
    parts,
    chains: groups.map(group => ({
      from: group[0]?.from ?? 0,
      to: group.at(-1)?.to ?? 0,
      balance: joined(group, sets),
    })),
  }
}
