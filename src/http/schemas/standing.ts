import { z } from '@hono/zod-openapi'
import { BANDS } from '../../relations/index.ts'
import { ActorId, Day } from './words.ts'

/** Where pairs stand and go: `pairs --json`, `brief --json`, `compare --json`. */

const ARROW_FIELDS = {
  direction: z.enum(['warming', 'cooling', 'steady']),
  likelihood: z.string().openapi({ description: 'in a word of ICD 203', example: 'very likely' }),
  chance: z.number().min(0).max(1),
  change: z
    .strictObject({ value: z.number(), low: z.number(), high: z.number() })
    .openapi({ description: 'degrees; 90 in 100 between low and high' }),
}

const PHASE = { name: z.enum([...BANDS, 'crisis', 'quiet']), since: Day }

export const Pairs = z
  .strictObject({
    schema: z.literal('detente.pairs/1'),
    as_of: Day,
    days: z.int(),
    pairs: z.array(
      z.strictObject({
        dyad: z.string(),
        source: z.string().nullable(),
        ...ARROW_FIELDS,
        phase: z.strictObject(PHASE).nullable(),
      }),
    ),
  })
  .openapi('Pairs')

const Evidence = z.strictObject({ id: z.string(), day: Day, says: z.string() }).openapi('Evidence')

const Driver = z
  .strictObject({
    mechanism: z.string(),
    says: z.string(),
    through: z.array(ActorId),
    standing: z.enum(['suggestive', 'timing alone', 'contradicted', 'absent']),
    for: z.array(Evidence),
    against: z.array(Evidence),
    missing: z.array(z.string()),
  })
  .openapi('Driver')

const NamedEvent = z.strictObject({ event: z.string(), day: Day, summary: z.string() }).openapi('NamedEvent')

export const Brief = z
  .strictObject({
    schema: z.literal('detente.brief/1'),
    dyad: z.string(),
    as_of: Day,
    source: z.string().nullable(),
    arrow: z.strictObject(ARROW_FIELDS).nullable(),
    phase: z.strictObject({ ...PHASE, says: z.string() }).nullable(),
    turning_point: z
      .strictObject({
        kind: z.enum(['thaw', 'rupture']),
        date: Day,
        contested: z.boolean(),
        events: z.array(z.string()),
      })
      .nullable(),
    changed: z.array(NamedEvent),
    drivers: z.array(Driver),
    announced: z.array(NamedEvent),
    confidence: z.strictObject({
      level: z.enum(['high', 'moderate', 'low']),
      events: z.int(),
      publishers: z.int(),
    }),
    coverage: z.strictObject({
      pair_events: z.int(),
      actor_events: z.int(),
      independent_sources: z.int(),
      from: Day,
      days_without_rows: z.int(),
      longest_gap: z.strictObject({ from: Day, to: Day, days: z.int() }).nullable(),
      last_row: Day.nullable(),
      not_asked: z.array(z.string()).openapi({ description: 'other data sets with rows of the pair' }),
      standing: z.enum(['told', 'quiet', 'not covered']),
    }),
  })
  .openapi('Brief')

export const Compare = z
  .strictObject({ schema: z.literal('detente.compare/1'), as_of: Day, pairs: z.array(Brief) })
  .openapi('Compare')
