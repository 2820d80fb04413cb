import { z } from '@hono/zod-openapi'
import { PERIODS } from '../../record/index.ts'
import { TURN_FIELDS } from './turning-points.ts'
import { Day } from './words.ts'

/** `dyad --json`. */

const Tally = z
  .strictObject({
    events: z.int(),
    verbal_cooperation: z.int(),
    material_cooperation: z.int(),
    verbal_conflict: z.int(),
    material_conflict: z.int(),
    goldstein_mean: z.number().nullable(),
    goldstein_sum: z.number().nullable(),
  })
  .openapi('Tally')

const Point = z
  .strictObject({
    cell: z.string().openapi({ description: 'what /trace takes' }),
    from: Day,
    to: Day,
    a_to_b: Tally,
    b_to_a: Tally,
    pair: Tally,
    score: z.strictObject({ days: z.int(), sum: z.number() }).optional(),
    temperature: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
    phase: z.string().nullable(),
    coverage: z.strictObject({
      pair_events: z.int(),
      actor_events: z.int(),
      world_events: z.int(),
      sources: z.int(),
      days_without_rows: z.int(),
    }),
  })
  .openapi('DyadPoint')

export const Dyad = z
  .strictObject({
    schema: z.literal('detente.dyad/1'),
    dyad: z.string(),
    as_of: Day,
    by: z.enum(PERIODS),
    sources: z.array(z.string()),
    parts: z.array(
      z.strictObject({ source: z.string(), from: Day, to: Day, calibrated: z.boolean(), common_days: z.int() }),
    ),
    points: z.array(Point),
    turning_points: z.array(z.strictObject(TURN_FIELDS)),
  })
  .openapi('Dyad')
