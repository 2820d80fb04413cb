import { type ClosedInterval, type Day, lengthInDays, maxDay, minDay, usageFailure } from '../domain/index.ts'
import { cellId } from './cell.ts'
import type { DyadPoint, DyadQuery } from './series.ts'
import type { SqlEngine } from './sql-engine.ts'
import type { Tally } from './tally.ts'

/** Series of a data set that has counts of years in place of events. A year's counts are known on its last day. */

interface YearRow {
  readonly year: number
  readonly source: string
  readonly verbal_cooperation: number
  readonly material_cooperation: number
  readonly verbal_conflict: number
  readonly material_conflict: number
}

const sum = (rows: readonly YearRow[]): Tally => {
  const total = (field: keyof Tally & keyof YearRow): number => rows.reduce((n, row) => n + row[field], 0)
  const classes = {
    verbal_cooperation: total('verbal_cooperation'),
    material_cooperation: total('material_cooperation'),
    verbal_conflict: total('verbal_conflict'),
    material_conflict: total('material_conflict'),
  }
  const events = Object.values(classes).reduce((a, b) => a + b, 0)
  return { events, ...classes, goldstein_mean: null, goldstein_sum: null }
}

const firstDay = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`
const lastDay = (year: number): Day => `${String(year).padStart(4, '0')}-12-31`

/** A year's counts are those of all its days: known on its last. */
const lastWholeYear = (asOf: Day): number => Number(asOf.slice(0, 4)) - (asOf.endsWith('-12-31') ? 0 : 1)

export const holdsYears = async (engine: SqlEngine, origin: string): Promise<boolean> =>
  (await engine.rows('select 1 from pair_years where origin = $origin limit 1', { origin })).length > 0

const pointOf = (
  q: DyadQuery,
  origin: string,
  year: number,
  rows: readonly YearRow[],
  days: ClosedInterval,
): DyadPoint => {
  const pair = sum(rows)
  return {
    ...days,
    cell: cellId({ ...q, ...days, source: origin }),
    a_to_b: sum(rows.filter(({ source }) => source === q.a)),
    b_to_a: sum(rows.filter(({ source }) => source === q.b)),
    pair,
    temperature: null,
    phase: null,
    coverage: {
      pair_events: pair.events,
      actor_events: pair.events,
      world_events: 0,
      sources: 0,
      days_without_rows: rows.some(row => row.year === year) ? 0 : lengthInDays(days),
    },
  }
}

/** Whole years alone: a count of a year cannot be cut. */
export const yearPoints = async (engine: SqlEngine, q: DyadQuery, origin: string): Promise<DyadPoint[]> => {
  if (q.by !== 'year') throw usageFailure(`${origin} has counts of years, not of every ${q.by}`, 'ask for --by year')
  const rows = await engine.rows<YearRow>(
    `select year, source, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict from pair_years
     where origin = $origin and ((source = $a and target = $b) or (source = $b and target = $a)) and not replaced
       and year <= $lastYear order by year`,
    { origin, a: q.a, b: q.b, lastYear: lastWholeYear(q.asOf) },
  )
  const [first, last] = [rows[0]?.year, rows.at(-1)?.year]
  if (first === undefined || last === undefined) return []
  const from = maxDay(q.from ?? firstDay(first), firstDay(1))
  const to = minDay(q.to ?? lastDay(last), q.asOf)
  const points: DyadPoint[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const days = { from: firstDay(year), to: lastDay(year) }
    if (days.from < from || days.to > to) continue
    points.push(
      pointOf(
        q,
        origin,
        year,
        rows.filter(row => row.year === year),
        days,
      ),
    )
  }
  return points
}
