import { type Day, dayNumber } from '../../domain/index.ts'
import { type DataSet, watched } from './data-set.ts'
import { type MixedSettings, mixedSettings } from './mixed-settings.ts'

/** Days in which one data set of several speaks for a pair; day numbers. */
export interface Lead {
  readonly origin: string
  readonly from: number
  readonly to: number
}

const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear()
const newYear = (year: number): number => dayNumber(`${String(year).padStart(4, '0')}-01-01` as Day)

export const rowsBetween = ({ from, rows }: DataSet['balance'], first: number, last: number): number => {
  let n = 0
  for (let i = Math.max(0, first - from); i <= Math.min(rows.length - 1, last - from); i++) n += rows[i] ?? 0
  return n
}

/** Of some sets with so many rows each: events before scores where they are enough, then the most rows, then by name. */
export const leaderOf = (
  counts: readonly { readonly origin: string; readonly kind: DataSet['kind']; readonly rows: number }[],
  s: MixedSettings = mixedSettings(),
): string | null => {
  const rank = ({ kind, rows }: (typeof counts)[number]): number => (kind === 'events' && rows >= s.least_rows ? 1 : 0)
  const [best] = counts
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => rank(b) - rank(a) || b.rows - a.rows || (a.origin < b.origin ? -1 : 1))
  return best?.origin ?? null
}

/** Which data set speaks in which days: decided for each calendar year; a year without a row goes to the set before it. */
export const leadsOf = (sets: readonly DataSet[]): Lead[] => {
  const ends = sets.map(({ balance: b }) => [b.from, b.from + b.rows.length - 1] as const)
  const [first, last] = [Math.min(...ends.map(([from]) => from)), Math.max(...ends.map(([, to]) => to))]
  const leads: { origin: string; from: number; to: number }[] = []
  if (sets.length === 0) return leads
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    const [from, to] = [Math.max(first, newYear(year)), Math.min(last, newYear(year + 1) - 1)]
    const origin = leaderOf(
      sets.map(set => ({ origin: set.origin, kind: set.kind, rows: rowsBetween(set.balance, from, to) })),
    )
    const open = leads.at(-1)
    if (open && (origin === null || origin === open.origin)) open.to = to
    else if (origin !== null) leads.push({ origin, from: open ? from : first, to })
  }
  return leads
}

/** The set that a watcher hears on a day: by the rows known in the days before, so that no later row takes an alarm back. */
export const heardOn = (sets: readonly DataSet[], day: number): string | null =>
  leaderOf(
    sets.map(set => ({
      origin: set.origin,
      kind: set.kind,
      rows: rowsBetween(watched(set), day - mixedSettings().heard + 1, day),
    })),
  )
