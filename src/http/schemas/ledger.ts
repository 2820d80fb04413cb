import { z } from '@hono/zod-openapi'
import { CLAIM_TYPES, EVENT_TYPES, STATUSES, VERDICTS } from '../../domain/index.ts'
import { ActorId, Day, SOURCE_FIELDS, SPAN } from './words.ts'

/** `read --json` and `check --json`. */

const counts = z.record(z.string(), z.int())

const Document = z
  .strictObject({
    id: z.string().openapi({ description: 'sha256: of the text' }),
    path: z.string(),
    title: z.string().nullable(),
    text: z.string(),
    language: z.literal('en'),
    genre: z.enum(['analysis', 'news', 'press-release', 'other']),
    author: z.string().nullable(),
    affiliation: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    disclaimer: z.string().nullable(),
    date: z
      .strictObject({
        from: Day,
        to: Day,
        basis: z.enum(['given', 'stated', 'inferred']),
        reasons: z.array(z.strictObject({ ...SPAN, quote: z.string(), says: z.string() })),
      })
      .nullable(),
    boilerplate: z.array(z.strictObject({ ...SPAN, why: z.string() })),
  })
  .openapi('Document')

const CLAIM_FIELDS = {
  id: z.string(),
  sentence: z.int(),
  ...SPAN,
  quote: z.string(),
  type: z.enum(CLAIM_TYPES),
  negated: z.boolean(),
  hedge: z
    .strictObject({
      words: z.array(z.string()),
      ...SPAN,
      kind: z.enum(['report', 'possibility', 'approximation', 'appearance', 'frequency', 'conditional']),
    })
    .nullable(),
  attribution: z.strictObject({ to: z.string(), actor: ActorId.nullable(), ...SPAN }),
  actors: z.array(
    z.strictObject({
      id: ActorId,
      mention: z.string(),
      ...SPAN,
      role: z.enum(['source', 'target', 'party', 'about']),
    }),
  ),
  time: z
    .strictObject({
      from: Day.nullable(),
      to: Day.nullable(),
      grain: z.string().nullable(),
      basis: z.enum(['stated', 'relative', 'landmark', 'tense', 'document']),
      mention: z.string(),
    })
    .nullable(),
  event: z
    .strictObject({
      type: z.enum(EVENT_TYPES).nullable(),
      cameo: z.string().nullable(),
      source: ActorId.nullable(),
      target: ActorId.nullable(),
      status: z.enum(STATUSES),
    })
    .nullable(),
  due: Day.nullable(),
  condition: z.strictObject({ ...SPAN, quote: z.string() }).nullable(),
  checkable: z.boolean(),
  why_not: z.string().nullable(),
  supports: z.array(z.string()),
  until_document: z.boolean(),
  reading: z
    .looseObject({ kind: z.string() })
    .openapi({ description: 'how the claim was understood; its fields depend on its kind' }),
}

const RECEIPT_FIELDS = {
  known: Day,
  summary: z.string(),
  bearing: z.enum(['for', 'against', 'context']),
  sources: z.array(
    z.strictObject({ ...SOURCE_FIELDS, found_later: z.literal(true).optional() }).openapi('ReceiptSource'),
  ),
}

const SHORT_RECEIPT = {
  known: Day,
  bearing: RECEIPT_FIELDS.bearing,
  summary: z.string(),
  sources: z.array(z.strictObject(SOURCE_FIELDS)),
}

const ShortReceipt = z
  .union([
    z.strictObject({ event: z.string(), day: Day, ...SHORT_RECEIPT }),
    z.strictObject({ fact: z.string(), from: Day, to: Day.nullable(), ...SHORT_RECEIPT }),
  ])
  .openapi('ShortReceipt')

const Receipt = z
  .union([
    z.strictObject({ event: z.string(), day: Day, day_to: Day.optional(), ...RECEIPT_FIELDS }),
    z.strictObject({ fact: z.string(), from: Day, to: Day.nullable(), ...RECEIPT_FIELDS }),
  ])
  .openapi('Receipt')

const Verdict = z
  .strictObject({
    as_of: Day,
    verdict: z.enum(VERDICTS),
    because: z.string(),
    receipts: z.array(Receipt),
    coverage: z
      .strictObject({
        from: Day,
        to: Day,
        pair_events: z.int(),
        actor_events: z.int(),
        independent_sources: z.int(),
        adequate: z.boolean(),
      })
      .nullable(),
  })
  .openapi('Verdict')

const Claim = z.strictObject(CLAIM_FIELDS).openapi('Claim')
const CheckedClaim = z.strictObject({ ...CLAIM_FIELDS, verdicts: z.array(Verdict) }).openapi('CheckedClaim')

const LEDGER_FIELDS = {
  schema: z.literal('detente.ledger/1'),
  version: z.string(),
  document: Document,
  argument: z.strictObject({
    thesis: z.string().nullable(),
    drivers: z.array(z.strictObject({ marker: z.string(), claims: z.array(z.string()) })),
    conclusions: z.array(z.string()),
  }),
  summary: z.strictObject({
    sentences: z.int(),
    claims: z.int(),
    by_type: counts,
    by_verdict: z.record(z.string(), counts),
  }),
}

export const Ledger = z.strictObject({ ...LEDGER_FIELDS, claims: z.array(Claim) }).openapi('Ledger')

export const CheckedLedger = z
  .strictObject({
    ...LEDGER_FIELDS,
    claims: z.array(CheckedClaim),
    omissions: z.array(z.strictObject({ says: z.string(), receipts: z.array(Receipt) })),
  })
  .openapi('CheckedLedger')

export const CheckSummary = z
  .strictObject({
    schema: z.literal('detente.check-summary/1'),
    version: z.string(),
    document: z.strictObject({
      id: z.string(),
      path: z.string(),
      title: z.string().nullable(),
      author: z.string().nullable(),
      publisher: z.string().nullable(),
      date: z.strictObject({ from: Day, to: Day, basis: z.enum(['given', 'stated', 'inferred']) }).nullable(),
    }),
    summary: z.strictObject({ sentences: z.int(), claims: z.int(), by_verdict: z.record(z.string(), counts) }),
    claims: z
      .array(
        z.strictObject({
          id: z.string(),
          type: z.enum(CLAIM_TYPES),
          quote: z.string(),
          verdicts: z.array(
            z.strictObject({
              as_of: z.array(Day).openapi({ description: 'the days on which it has this verdict' }),
              verdict: z.enum(VERDICTS),
              because: z.string(),
              receipts: z.array(ShortReceipt).openapi({ description: 'the weightiest, as of the first of these days' }),
            }),
          ),
        }),
      )
      .openapi({
        description: 'those that should be told first: contradicted, disputed, supported; in the order of the text',
      }),
    omissions: z.array(z.strictObject({ says: z.string(), receipts: z.array(z.string()) })),
    left_out: z.strictObject({ claims: z.int(), by_verdict: counts, omissions: z.int() }),
  })
  .openapi('CheckSummary')

/** A check, in whichever detail was asked for. */
export const Checked = z.union([CheckedLedger, CheckSummary])
