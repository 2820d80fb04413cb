import type { RecordEvent } from '../api/types.ts'
import { shortDay, spanOfDays } from '../charts/day.ts'

/** What is said of events, in words that are the same on every page. */

/** An event as receipts show it, whether it was asked for or traced. */
export type ShownEvent = Omit<RecordEvent, 'document' | 'sentence' | 'start' | 'end'>

const COOPERATION = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'])
const DEEDS = new Set(['COOPERATE', 'AID', 'RETREAT', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'])

/** 1 co-operation, -1 conflict, 0 where no type is known. */
export const leaningOf = ({ type }: Pick<RecordEvent, 'type'>): number =>
  type === null ? 0 : COOPERATION.has(type) ? 1 : -1

/** `deeds of conflict`. */
export const classOf = ({ type }: Pick<RecordEvent, 'type'>): string =>
  type === null
    ? 'no type'
    : `${DEEDS.has(type) ? 'deeds' : 'words'} of ${COOPERATION.has(type) ? 'co-operation' : 'conflict'}`

export const knownWords = ({ known, known_basis }: Pick<RecordEvent, 'known' | 'known_basis'>): string =>
  ({
    given: `known since ${shortDay(known)}, as the data set gives it`,
    published: `known since ${shortDay(known)}, when it was published`,
    occurred: `taken as known on ${shortDay(known)}, its last day: no source bears a date`,
  })[known_basis]

export const daysOf = ({ day, day_to }: Pick<RecordEvent, 'day' | 'day_to'>): string => spanOfDays(day, day_to)

export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** Only addresses of the web become links: others, as texts bring them, stay text. */
export const linkOf = (url: string): string | null => (/^https?:\/\/[^\s]+$/i.test(url) ? url : null)

export const signed = (n: number): string => `${n > 0 ? '+' : n < 0 ? '−' : '±'}${Math.abs(n).toFixed(1)}`
