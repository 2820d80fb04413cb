import type { ActorId } from './actor.ts'
import type { Day } from './day.ts'
import type { EventType, Status } from './event.ts'

/** Claim types, by what the author asserts; the contract says what each means. */
export const CLAIM_TYPES = [
  'normative',
  'gap',
  'conditional_or_advice',
  'forecast',
  'cause',
  'comparison',
  'turning_point',
  'relation_trend',
  'relation_level',
  'announced_event',
  'accusation',
  'statement',
  'interest_or_fear',
  'quantity',
  'history_or_analogy',
  'attribute',
  'event',
] as const
export type ClaimType = (typeof CLAIM_TYPES)[number]

/** A stretch of `document.text`, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type HedgeKind = 'report' | 'possibility' | 'approximation' | 'appearance' | 'frequency' | 'conditional'

export interface Hedge extends Span {
  readonly words: readonly string[]
  readonly kind: HedgeKind
}

/** Who says it: the author, `unnamed` reports, or a named speaker in the text's own words. */
export interface Attribution {
  readonly to: string
  readonly actor: ActorId | null
  readonly start: number
  readonly end: number
}

export type ActorRole = 'source' | 'target' | 'party' | 'about'

export interface ClaimActor extends Span {
  readonly id: ActorId
  readonly mention: string
  readonly role: ActorRole
}

export interface ClaimTime {
  readonly from: Day | null
  readonly to: Day | null
  readonly grain: string | null
  readonly basis: 'stated' | 'relative' | 'landmark' | 'tense' | 'document'
  readonly mention: string
}

export interface ClaimEvent {
  readonly type: EventType | null
  readonly cameo: string | null
  readonly source: ActorId | null
  readonly target: ActorId | null
  readonly status: Status
}

/**
 * Which way relations stand or go: -1 conflict or cooling, 0 no side taken, 1 co-operation or warming. A negation is taken
 * in: "have not improved" is -1, with the claim `negated`.
 */
export type Valence = -1 | 0 | 1

/** How a claim was understood: what its test in `check` needs beyond the contract's common fields. */
export type Reading =
  /** Holds (held, when `former`) an office: "Norwegian Prime Minister Jens Stoltenberg". */
  | {
      readonly kind: 'office'
      readonly person: string
      readonly title: string
      readonly of: ActorId | null
      readonly former: boolean
    }
  /** Belongs to an organisation: "Iran is not a member of the OSCE Minsk Group" (with `negated`). */
  | { readonly kind: 'membership'; readonly member: ActorId; readonly group: ActorId }
  /** Lies in a region, or a region consists of: "the South Caucasus -- Georgia, Armenia and Azerbaijan". */
  | { readonly kind: 'region'; readonly region: ActorId; readonly members: readonly ActorId[] }
  /** How a pair stands (`level`), moves (`trend`) or turned (`turn`). */
  | {
      readonly kind: 'relation'
      readonly pair: readonly [ActorId, ActorId | null]
      readonly aspect: 'level' | 'trend' | 'turn'
      readonly valence: Valence
    }
  /** First, latest, most …: what is ranked, so that `check` can look for counter-examples. */
  | {
      readonly kind: 'extremum'
      readonly order: 'first' | 'latest' | 'only' | 'most'
      readonly pair: readonly [ActorId, ActorId | null]
      readonly valence: Valence
      readonly terms: readonly string[]
    }
  /** A number and what it counts. */
  | {
      readonly kind: 'quantity'
      readonly value: number
      readonly approximate: boolean
      readonly terms: readonly string[]
    }
  /** A dated or datable act; `terms` are the lemmas of its content words, `people` and `places` its names. */
  | {
      readonly kind: 'act'
      readonly people: readonly string[]
      readonly places: readonly string[]
      readonly terms: readonly string[]
    }
  /** Nothing beyond its words. */
  | { readonly kind: 'words'; readonly terms: readonly string[] }

/** What an analysis asserts, in one stretch of its text. */
export interface Claim extends Span {
  readonly id: string
  /** Index of the sentence in the document, from 0. */
  readonly sentence: number
  readonly quote: string
  readonly type: ClaimType
  readonly negated: boolean
  readonly hedge: Hedge | null
  readonly attribution: Attribution
  readonly actors: readonly ClaimActor[]
  readonly time: ClaimTime | null
  readonly event: ClaimEvent | null
  /** For announcements and forecasts: the last day on which it could still come true as said. */
  readonly due: Day | null
  readonly condition: (Span & { readonly quote: string }) | null
  readonly checkable: boolean
  readonly why_not: string | null
  /** Ids of the claims that this one gives reasons for. */
  readonly supports: readonly string[]
  /** True where "so far", "as yet" or "currently" binds the claim to its document's date. */
  readonly until_document: boolean
  readonly reading: Reading
}
