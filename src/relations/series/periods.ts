import { type DayCounts, type PairSeries, QUADS } from './pair-series.ts'

/** Acts of one direction, or of the pair, in some days; words apart from deeds, co-operation from conflict. */
export interface PeriodTally {
  readonly events: number
  readonly verbal_cooperation: number
  readonly material_cooperation: number
  readonly verbal_conflict: number
  readonly material_conflict: number
  readonly weight_sum: number
  /** Null where there is no act: no mean is not a mean of zero. */
  readonly weight_mean: number | null
}

/** Some days of a pair, and what could be seen of it on them. */
export interface PeriodPoint {
  readonly from: number
  readonly to: number
  readonly a_to_b: PeriodTally
  readonly b_to_a: PeriodTally
  readonly pair: PeriodTally
  readonly coverage: { readonly pair_events: number; readonly days_without_rows: number }
}

const tallyOf = ({ counts, weights }: DayCounts, days: number, i: number, j: number): PeriodTally => {
  const [vc, mc, vk, mk] = QUADS.map((_, quad) => {
    let sum = 0
    for (let at = quad * days + i; at < quad * days + j; at++) sum += counts[at] ?? 0
    return sum
  }) as [number, number, number, number]
  const events = vc + mc + vk + mk
  let sum = 0
  for (let at = i; at < j; at++) sum += weights[at] ?? 0
  return {
    events,
    verbal_cooperation: vc,
    material_cooperation: mc,
    verbal_conflict: vk,
    material_conflict: mk,
    weight_sum: sum,
    weight_mean: events === 0 ? null : sum / events,
  }
}

/** A series by periods of any length; `parts` are first and last day numbers. */
export const byPeriod = (series: PairSeries, parts: readonly { from: number; to: number }[]): PeriodPoint[] =>
  parts.map(({ from, to }) => {
    const i = Math.max(0, from - series.from)
    const j = Math.min(series.days, to - series.from + 1)
    let [rows, without] = [0, 0]
    for (let at = i; at < j; at++) {
      rows += series.rows[at] ?? 0
      if (!series.rows[at]) without++
    }
    return {
      from,
      to,
      a_to_b: tallyOf(series.a_to_b, series.days, i, j),
      b_to_a: tallyOf(series.b_to_a, series.days, i, j),
      pair: tallyOf(series.pair, series.days, i, j),
      coverage: { pair_events: rows, days_without_rows: without },
    }
  })
