import { addDays, type Day, dayNumber } from '../domain/index.ts'
import type { DyadPoint, DyadSeries } from '../record/index.ts'
import type { PairRelation } from './pair/index.ts'
import type { PhaseName } from './phases/index.ts'
import { temperatureOf, temperatureSettings } from './temperature/index.ts'
import { passedBetween, sumsOf, type TurnKind } from './turns/index.ts'

/** A series of counts with what they mean: temperature and phase of each period, and the turns between its ends. */
export interface MeasuredPoint extends Omit<DyadPoint, 'temperature' | 'phase'> {
  /** In degrees, against the pair's own past; null where neither the period nor the past holds anything. */
  readonly temperature: { readonly value: number; readonly low: number; readonly high: number } | null
  /** On the last day of the period. */
  readonly phase: PhaseName | null
}

export interface MeasuredTurn {
  /** What `trace` takes. */
  readonly id: string
  readonly kind: TurnKind
  readonly date: Day
  readonly date_from: Day
  readonly date_to: Day
  readonly confidence: number
  readonly known_on: Day | null
  readonly events: readonly string[]
}

export interface MeasuredDyad extends Omit<DyadSeries, 'points' | 'turning_points'> {
  readonly points: readonly MeasuredPoint[]
  readonly turning_points: readonly MeasuredTurn[]
}

const short = (x: number): number => Math.round(1000 * x) / 1000
const dayOf = (number: number): Day => addDays('1970-01-01', number)

/** `relation`: the same pair as of the same day. */
export const measuredDyad = (series: DyadSeries, relation: PairRelation): MeasuredDyad => {
  const [sums, s] = [sumsOf(relation.balance), temperatureSettings()]
  const ends = [series.points[0]?.from, series.points.at(-1)?.to]
  const temperatureIn = (from: number, to: number): MeasuredPoint['temperature'] => {
    const past = passedBetween(sums, from - s.past, from - 1)
    const t = temperatureOf(passedBetween(sums, from, to), past, null, s)
    return t && { value: short(t.value), low: short(t.low), high: short(t.high) }
  }
  const phaseAt = (day: number): PhaseName | null =>
    relation.phases.find(({ from, to }) => from <= day && day <= to)?.name ?? null
  return {
    ...series,
    points: series.points.map(point => {
      const [from, to] = [dayNumber(point.from), dayNumber(point.to)]
      return { ...point, temperature: temperatureIn(from, to), phase: phaseAt(to) }
    }),
    turning_points: relation.turns
      .filter(
        ({ day }) => ends[0] !== undefined && ends[1] !== undefined && dayOf(day) >= ends[0] && dayOf(day) <= ends[1],
      )
      .map(turn => ({
        id: turn.id,
        kind: turn.kind,
        date: dayOf(turn.day),
        date_from: dayOf(turn.from),
        date_to: dayOf(turn.to),
        confidence: short(turn.confidence),
        known_on: turn.known_on === null ? null : dayOf(turn.known_on),
        events: turn.events,
      })),
  }
}
