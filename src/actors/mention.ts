import type { ActorId } from '../domain/index.ts'

/** By which kind of word an actor is named. */
export type How =
  | 'name'
  | 'demonym'
  | 'people'
  | 'capital'
  | 'seat'
  | 'person'
  | 'organisation'
  | 'group'
  | 'region'
  | 'place'
  | 'coreference'

/** Another actor that the same words could mean, and why it was not taken. */
export interface Rival {
  readonly id: ActorId
  readonly why: string
}

/** Words of a text that name an actor: `text.slice(start, end) === mention`. Mentions may nest ("Obama administration" holds "Obama"). */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly mention: string
  readonly id: ActorId
  /** The state behind a person, capital, seat, place or group, when there is one. */
  readonly state: ActorId | null
  readonly how: How
  readonly rivals: readonly Rival[]
  readonly why: string
}

/** An office in a text, with or without the name of its holder: "former president Mahmoud Ahmadinejad". */
export interface OfficeMention {
  readonly start: number
  readonly end: number
  readonly quote: string
  /** As data/facts/offices.tsv words it. */
  readonly title: string
  readonly of: ActorId | null
  readonly former: boolean
  readonly person: ActorId | null
  /** The holder's name in the text's own words; without one `nameStart` and `nameEnd` are `end`. */
  readonly name: string | null
  readonly nameStart: number
  readonly nameEnd: number
}
