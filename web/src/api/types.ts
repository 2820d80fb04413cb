/** The documents of the API, from the very schemas that validate its answers. The only file that looks into src/. */
import type { z } from 'zod'
import type * as dyad from '../../../src/http/schemas/dyad.ts'
import type * as events from '../../../src/http/schemas/events.ts'
import type * as jobs from '../../../src/http/schemas/jobs.ts'
import type * as ledger from '../../../src/http/schemas/ledger.ts'
import type * as samples from '../../../src/http/schemas/samples.ts'
import type * as sources from '../../../src/http/schemas/sources.ts'
import type * as standing from '../../../src/http/schemas/standing.ts'
import type * as states from '../../../src/http/schemas/states.ts'
import type * as trace from '../../../src/http/schemas/trace.ts'
import type * as turns from '../../../src/http/schemas/turning-points.ts'

export type Ledger = z.infer<typeof ledger.CheckedLedger>
export type Claim = Ledger['claims'][number]
export type Verdict = Claim['verdicts'][number]
export type VerdictName = Verdict['verdict']
export type Receipt = Verdict['receipts'][number]
export type ReceiptSource = Receipt['sources'][number]
export type Coverage = NonNullable<Verdict['coverage']>
export type Omission = Ledger['omissions'][number]
export type Dyad = z.infer<typeof dyad.Dyad>
export type Events = z.infer<typeof events.Events>
export type RecordEvent = Events['events'][number]
export type ImportJob = z.infer<typeof jobs.ImportJob>
export type CheckJob = z.infer<typeof jobs.CheckJob>
export type Samples = z.infer<typeof samples.Samples>
export type Sources = z.infer<typeof sources.Sources>
export type Trace = z.infer<typeof trace.Trace>
export type TurningPoints = z.infer<typeof turns.TurningPoints>
export type Pairs = z.infer<typeof standing.Pairs>
export type Mover = Pairs['pairs'][number]
export type Brief = z.infer<typeof standing.Brief>
export type Compare = z.infer<typeof standing.Compare>
export type States = z.infer<typeof states.States>
export type State = States['states'][number]
