import type { ActorId } from './actor.ts'
import type { Day } from './day.ts'

/** The sixteen event types of PLOVER (Open Event Data Alliance, manual of 2018), co-operative first. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const STATUSES = [
  'occurred',
  'ongoing',
  'announced',
  'planned',
  'possible',
  'conditional',
  'demanded',
  'alleged',
  'denied',
  'cancelled',
] as const
export type Status = (typeof STATUSES)[number]

/** Verbal or material, co-operation or conflict. */
export type QuadClass = 'verbal_cooperation' | 'material_cooperation' | 'verbal_conflict' | 'material_conflict'

const QUAD_CLASS: Readonly<Record<EventType, QuadClass>> = {
  AGREE: 'verbal_cooperation',
  CONSULT: 'verbal_cooperation',
  SUPPORT: 'verbal_cooperation',
  CONCEDE: 'verbal_cooperation',
  COOPERATE: 'material_cooperation',
  AID: 'material_cooperation',
  RETREAT: 'material_cooperation',
  REQUEST: 'verbal_conflict',
  ACCUSE: 'verbal_conflict',
  REJECT: 'verbal_conflict',
  THREATEN: 'verbal_conflict',
  PROTEST: 'material_conflict',
  SANCTION: 'material_conflict',
  MOBILIZE: 'material_conflict',
  COERCE: 'material_conflict',
  ASSAULT: 'material_conflict',
}

export const quadClass = (type: EventType): QuadClass => QUAD_CLASS[type]

/** A publication that reports an event. `published: null` where the page shows no date. */
export interface Source {
  readonly publisher: string
  readonly title: string
  readonly url: string
  readonly published: Day | null
}

/** How the known day was found: from a publication, or assumed to be the last day of a public act. */
export type KnownBasis = 'given' | 'published' | 'occurred'

/** An event of the record, as the contract's own import format writes it. */
export interface RecordEvent {
  readonly id: string
  readonly day: Day
  readonly day_to: Day
  readonly known: Day
  readonly known_basis: KnownBasis
  readonly source: ActorId
  /** Null where the act has no other side (an election): such rows stay out of pair series. */
  readonly target: ActorId | null
  readonly reciprocal: boolean
  readonly people: readonly string[]
  readonly type: EventType | null
  readonly cameo: string | null
  readonly mode: string | null
  readonly status: Status
  /** The id of the event that this announcement speaks of. */
  readonly announces: string | null
  readonly magnitude: number | null
  readonly summary: string
  readonly place: string | null
  readonly confidence: string | null
  /** The id of another row that gives a different date or account of the same event. */
  readonly disputes: string | null
  readonly sources: readonly Source[]
}
