import type { Day } from '../../domain/index.ts'
import { type AsOfEvent, independent } from '../../record/index.ts'
import { briefSettings } from './settings.ts'

/** How far the evidence carries, with its grounds; kept apart from how likely the direction is. */
export interface Confidence {
  readonly level: 'high' | 'moderate' | 'low'
  readonly events: number
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
  return { level: reaches(high) ? 'high' : reaches(moderate) ? 'moderate' : 'low', events, publishers }
}
