import type { Day } from '../../domain/index.ts'
import { type AsOfEvent, independent } from '../../record/index.ts'
import { briefSettings } from './settings.ts'

/** How far the evidence carries, with its grounds; kept apart from how likely the direction is. */
export interface Confidence {
  readonly level: 'high' | 'moderate' | 'low'
  readonly events: number
  /** False where the data set names none: however many rows it has, confidence is moderate at best. */
  readonly names_publishers: boolean
  /** Independent ones: a reprint is its agency's word. */
  readonly publishers: number
}

export const confidenceIn = (recent: readonly AsOfEvent[], asOf: Day): Confidence => {
  const { high, moderate } = briefSettings().confidence
  const events = recent.length
  const publishers = independent(
    recent.flatMap(({ sources }) =>
      sources.flatMap(({ publisher, published }) => (published === null || published <= asOf ? [publisher] : [])),
    ),
  )
  const reaches = ([least, from]: readonly [number, number]): boolean => events >= least && publishers >= from
  const names_publishers = recent.some(({ sources }) => sources.length > 0)
  const level = reaches(high)
    ? 'high'
    : reaches(moderate) || (!names_publishers && events >= high[0])
      ? 'moderate'
      : 'low'
  return { level, events, names_publishers, publishers }
}
