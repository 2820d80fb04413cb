import { type ActorId, type Day, isDay } from '../domain/index.ts'
import { PERIODS, type Period } from './periods.ts'

/** What a point of a series was counted from, written as an id: `cell:AZE/IRN/month/2014-04-01/2014-04-30/2014-12-31`. */
export interface Cell {
  readonly a: ActorId
  readonly b: ActorId
  readonly by: Period
  readonly from: Day
  readonly to: Day
  readonly asOf: Day
  readonly source: string | null
}

export const cellId = ({ a, b, by, from, to, asOf, source }: Cell): string =>
  `cell:${[a, b, by, from, to, asOf, ...(source === null ? [] : [encodeURIComponent(source)])].join('/')}`

/** Anyone may type an id: what is badly encoded names nothing. */
const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The cell that an id names, or null when it names none. */
export const parseCell = (id: string): Cell | null => {
  if (!id.startsWith('cell:')) return null
  const [a, b, by, from = '', to = '', asOf = '', origin] = id.slice('cell:'.length).split('/')
  const period = PERIODS.find(known => known === by)
  if (!a || !b || !period || ![from, to, asOf].every(isDay)) return null
  const source = origin === undefined ? null : decoded(origin)
  if (origin !== undefined && source === null) return null
  return { a, b, by: period, from, to, asOf, source }
}
