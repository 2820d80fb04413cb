import { z } from '@hono/zod-openapi'
import { EVENT_TYPES } from '../../domain/index.ts'
import { BANDS } from '../../relations/index.ts'
import { ActorId, Day, Source } from './words.ts'

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

const NAMED = { event: z.string(), day: Day, summary: z.string() }

const Said = z
  .strictObject({ says: z.string(), receipts: z.array(z.string()) })
  .openapi('Said', { description: 'a sentence, and the ids of what it rests on' })

const Degrees = z.strictObject({ day: Day, value: z.number(), low: z.number(), high: z.number() }).openapi('Degrees')

const BriefReceipt = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('event'),
      id: z.string(),
      day: Day,
      known: Day,
      summary: z.string(),
      grade: z
        .enum(['A', 'B', 'C', 'D'])
        .openapi({ description: 'two dated publishers, one, only undated ones, none' }),
      sources: z.array(Source),
    }),
    z.strictObject({ kind: z.literal('fact'), id: z.string(), day: Day, says: z.string() }),
    z.strictObject({
      kind: z.enum(['rows', 'turn', 'question']),
      id: z.string(),
      says: z.string(),
      command: z.string(),
    }),
  ])
  .openapi('BriefReceipt')

const Section = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    items: z.array(
      z.strictObject({
        lead: z.string().nullable(),
        sentences: z.array(Said),
        note: z.string().nullable(),
      }),
    ),
  })
  .openapi('BriefSection')

export const Brief = z
  .strictObject({
    schema: z.literal('detente.brief/1'),
    dyad: z.string(),
    as_of: Day,
    source: z.string().nullable(),
    bottom_line: z.array(Said),
    confidence_says: Said,
    arrow: z.strictObject(ARROW_FIELDS).nullable(),
    phase: z.strictObject({ ...PHASE, says: z.string() }).nullable(),
    turning_point: z
      .strictObject({
        id: z.string(),
        kind: z.enum(['thaw', 'rupture']),
        date: Day,
        date_from: Day,
        date_to: Day,
        known_on: Day.nullable(),
        contested: z.boolean(),
        gradual: z.boolean(),
        events: z.array(z.string()),
      })
      .nullable(),
    flip: z
      .strictObject({ type: z.enum(EVENT_TYPES), days: z.int() })
      .nullable()
      .openapi({ description: 'days with such acts that would undo the direction' }),
    changed: z.array(
      z.strictObject({
        ...NAMED,
        bearing: z.enum(['turn', 'with', 'against', 'before']),
      }),
    ),
    explained: z
      .strictObject({
        what: z.enum(['arrow', 'turn', 'phase']),
        way: z.union([z.literal(1), z.literal(-1)]),
        until: Day,
      })
      .nullable()
      .openapi({ description: 'the change that the drivers are asked to explain' }),
    drivers: z.array(Driver),
    announced: z.array(z.strictObject(NAMED)),
    confidence: z.looseObject({
      level: z.enum(['high', 'moderate', 'low']),
      events: z.int(),
      names_publishers: z.boolean().openapi({ description: 'false where the data set names none' }),
      publishers: z.int(),
    }),
    coverage: z.looseObject({
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
    temperature: z.array(Degrees),
    sections: z.array(Section),
    receipts: z.array(BriefReceipt),
  })
  .openapi('Brief')

export const Compare = z
  .strictObject({ schema: z.literal('detente.compare/1'), as_of: Day, pairs: z.array(Brief) })
  .openapi('Compare')
