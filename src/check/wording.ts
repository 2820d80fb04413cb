import { actorName } from '../actors/index.ts'
import type { ActorId, ClosedInterval, Day, RecordEvent } from '../domain/index.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "9 April 2014". */
export const inWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** The first of two days, less what it shares with the second: "8", "1 April", "1 April 2013". */
const firstDay = (from: Day, to: Day): string => {
  const [day = '', month = '', year = ''] = inWords(from).split(' ')
  if (from.slice(0, 7) === to.slice(0, 7)) return day
  return from.slice(0, 4) === to.slice(0, 4) ? `${day} ${month}` : `${day} ${month} ${year}`
}

/** "between 1 April and 17 July 2014"; one day is "on 9 April 2014". */
export const betweenDays = ({ from, to }: ClosedInterval): string =>
  from >= to ? `on ${inWords(to)}` : `between ${firstDay(from, to)} and ${inWords(to)}`

/** "1 April to 17 July 2014"; one day is "9 April 2014". */
export const fromTo = ({ from, to }: ClosedInterval): string =>
  from >= to ? inWords(to) : `${firstDay(from, to)} to ${inWords(to)}`

/** "Azerbaijan, Iran and Russia". */
export const listed = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

export const namesOf = (ids: readonly ActorId[], last = 'and'): string => listed(ids.map(actorName), last)

/** "Azerbaijan and Iran", "Iran and others". */
export const pairName = ([a, b]: readonly [ActorId, ActorId | null]): string =>
  `${actorName(a)} and ${b === null ? 'others' : actorName(b)}`

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`

/** Without its full stop, to stand inside a sentence. */
export const unstopped = (sentence: string): string => sentence.trim().replace(/[.\s]+$/, '')

/** Of temperature: "+0.9", "−1.3". */
export const degrees = (value: number): string => {
  const size = Math.abs(value).toFixed(1)
  return Number(size) === 0 ? size : `${value < 0 ? '−' : '+'}${size}`
}

/** "9 April 2014: President Aliyev paid an official visit to Tehran". */
export const told = (event: RecordEvent): string =>
  `${fromTo({ from: event.day, to: event.day_to })}: ${unstopped(event.summary)}`

/** As a whole sentence: a capital first, one full stop last. */
export const asSentence = (because: string): string => {
  const text = unstopped(because)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** To go on inside a sentence: names keep their capital, other first words lose it. */
export const continued = (sentence: string): string => {
  const [first = ''] = sentence.split(' ')
  return ['No', 'The', 'It', 'Its', 'Acts', 'Of', 'On', 'A', 'An', 'None', 'Both', 'What'].includes(first)
    ? `${first.toLowerCase()}${sentence.slice(first.length)}`
    : sentence
}
