/** The door of domain: the words that all rooms share. */
export { type ActorId, type ActorKind, actorKind, type Dyad, dyad, isState } from './actor.ts'
export { askedCount, askedDay, askedDays, askedEventTypes, askedVerdicts, checkRange } from './asked.ts'
export {
  type ActorRole,
  type Attribution,
  CLAIM_TYPES,
  type Claim,
  type ClaimActor,
  type ClaimEvent,
  type ClaimTime,
  type ClaimType,
  type Hedge,
  type HedgeKind,
  type Reading,
  type Span,
  type Valence,
} from './claim.ts'
export { addDays, addMonths, type Day, dayNumber, daysBetween, isDay, maxDay, minDay } from './day.ts'
export {
  EVENT_TYPES,
  type EventType,
  type KnownBasis,
  type QuadClass,
  quadClass,
  type RecordEvent,
  type Source,
  STATUSES,
  type Status,
} from './event.ts'
export type { Fact, FactRelation, Landmark } from './fact.ts'
export { EXIT, Failure, inputFailure, recordFailure, usageFailure } from './failure.ts'
export { type ClosedInterval, contains, type Interval, lengthInDays, overlaps, widen } from './interval.ts'
export type {
  Argument,
  CheckedClaim,
  CheckedLedger,
  DateReason,
  DocumentDate,
  DocumentFacts,
  Genre,
  Ledger,
  LedgerSummary,
} from './ledger.ts'
export {
  type Bearing,
  type Coverage,
  type Receipt,
  type ReceiptSource,
  VERDICTS,
  type Verdict,
  type VerdictName,
} from './verdict.ts'
