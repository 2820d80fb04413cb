import { addDays, type Day, dayNumber, maxDay, minDay } from '../domain/index.ts'
import type { DyadPoint, DyadQuery, DyadSeries, RecordReader } from '../record/index.ts'
import { type PairMeasures, readMeasures } from './pair/index.ts'
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

/** Days in which one data set speaks for the pair. */
export interface MeasuredPart {
  readonly source: string
  readonly from: Day
  readonly to: Day
  /** Whether it was brought to the measure of the part after it; temperatures are compared within a row of such parts alone. */
  readonly calibrated: boolean
  /** Days that it and the part after it both saw. */
  readonly common_days: number
}

export interface MeasuredDyad extends Omit<DyadSeries, 'points' | 'turning_points'> {
  /** Which data set speaks when; by time. Data sets are never added up. */
  readonly parts: readonly MeasuredPart[]
  readonly points: readonly MeasuredPoint[]
  readonly turning_points: readonly MeasuredTurn[]
}

const short = (x: number): number => Math.round(1000 * x) / 1000
const dayOf = (number: number): Day => addDays('1970-01-01', number)

/** `relation`: the same pair as of the same day. */
export const measuredDyad = (series: DyadSeries, relation: PairMeasures): MeasuredDyad => {
  const s = temperatureSettings()
  const chains = relation.chains.map(({ from, to, balance }) => ({ from, to, sums: sumsOf(balance) }))
  const ends = [series.points[0]?.from, series.points.at(-1)?.to]
  const temperatureIn = (from: number, to: number): MeasuredPoint['temperature'] => {
    const sums = chains.find(chain => chain.from <= to && to <= chain.to)?.sums
    if (!sums) return null
    const past = passedBetween(sums, from - s.past, from - 1)
    const t = temperatureOf(passedBetween(sums, from, to), past, null, s)
    return t && { value: short(t.value), low: short(t.low), high: short(t.high) }
  }
  const phaseAt = (day: number): PhaseName | null =>
    relation.phases.find(({ from, to }) => from <= day && day <= to)?.name ?? null
  return {
    ...series,
    parts: relation.parts.map(({ origin, from, to, factors, common_days }, i) => ({
      source: origin,
      from: dayOf(from),
      to: dayOf(to),
      calibrated: factors !== null && i < relation.parts.length - 1,
      common_days,
    })),
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

/** The days of each file of a part, so that a series that came in several files is asked of each. */
const stretchesOf = (relation: PairMeasures): { origin: string; from: Day; to: Day }[] =>
  relation.parts.flatMap(part => {
    const files = part.files.filter(({ from }) => from <= part.to)
    return files.flatMap((file, i) => {
      const [from, to] = [Math.max(part.from, file.from), Math.min(part.to, (files[i + 1]?.from ?? part.to + 1) - 1)]
      return from <= to ? [{ origin: file.origin, from: dayOf(from), to: dayOf(to) }] : []
    })
  })

/**
 * Counts and measures of a pair as the record knew it on a day. Of a record with several data sets of the pair each year is counted in the
 * one that speaks for it, since the same event told twice is not two.
 */
export const readDyad = async (record: RecordReader, q: DyadQuery): Promise<MeasuredDyad> => {
  const relation = await readMeasures(record, [q.a, q.b], q.asOf, q.source)
  const stretches = stretchesOf(relation)
  if (q.source !== undefined || stretches.length <= 1) {
    const [only] = stretches
    const source = q.source ?? only?.origin
    return measuredDyad(await record.dyad(source === undefined ? q : { ...q, source }), relation)
  }
  const series: DyadSeries[] = []
  for (const { origin, from, to } of stretches) {
    const [first, last] = [maxDay(from, q.from ?? from), minDay(to, q.to ?? to)]
    if (first <= last) series.push(await record.dyad({ ...q, source: origin, from: first, to: last }))
  }
  const [one] = series
  const whole = one ?? (await record.dyad({ ...q }))
  return measuredDyad(
    {
      ...whole,
      sources: [...new Set(series.flatMap(({ sources }) => sources))],
      points: series.flatMap(({ points }) => points),
    },
    relation,
  )
}
