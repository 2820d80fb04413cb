import { actorName } from '../actors/index.ts'
import type { ActorId, Day } from '../domain/index.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "9 April 2014". */
export const inWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** "between 1 April and 17 July 2014"; one day is "on 9 April 2014". */
export const betweenDays = (from: Day, to: Day): string => {
  if (from >= to) return `on ${inWords(to)}`
  const first = from.slice(0, 4) === to.slice(0, 4) ? inWords(from).replace(/ \d+$/, '') : inWords(from)
  return `between ${first} and ${inWords(to)}`
}

/** "Azerbaijan, Iran and Russia". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

export const namesOf = (ids: readonly ActorId[]): string => listed(ids.map(actorName))

/** "Azerbaijan and Iran", "Iran and anyone else". */
export const pairName = ([a, b]: readonly [ActorId, ActorId | null]): string =>
  `${actorName(a)} and ${b === null ? 'others' : actorName(b)}`

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** A share in words for a sentence: 34 in 100. */
export const inHundred = (share: number): string => `${Math.round(share * 100)} in 100`
