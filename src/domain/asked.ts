import { type Day, isDay } from './day.ts'
import { EVENT_TYPES, type EventType } from './event.ts'
import { usageFailure } from './failure.ts'
import { VERDICTS, type VerdictName } from './verdict.ts'

/** Words as a user types them (an option, a parameter of an address) → values, or a failure that says what would have been right. */

export const askedDay = (text: string): Day => {
  if (isDay(text)) return text
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw usageFailure(`there is no day ${text}`, 'check the month and the day of the month')
  throw usageFailure(`${JSON.stringify(text)} is no day`, 'days are written year-month-day, as in 2014-07-17')
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')

/** Days between commas, in order, each once. */
export const askedDays = (text: string): Day[] => {
  const list = listOf(text).map(askedDay)
  if (list.length === 0) throw usageFailure('no day given', 'days are written year-month-day, as in 2014-07-17')
  return [...new Set(list)].sort()
}

/** One of some names, whatever its case and whether written with - or _. */
const oneOf = <T extends string>(text: string, names: readonly T[], what: string): T => {
  const plain = (name: string): string => name.toLowerCase().replaceAll('-', '_')
  const found = names.find(name => plain(name) === plain(text))
  if (found === undefined) throw usageFailure(`unknown ${what} ${JSON.stringify(text)}`, `one of ${names.join(', ')}`)
  return found
}

const someOf = <T extends string>(text: string, names: readonly T[], what: string): T[] => {
  const list = listOf(text).map(part => oneOf(part, names, what))
  if (list.length === 0) throw usageFailure(`no ${what} given`, `one of ${names.join(', ')}`)
  return list
}

export const askedVerdicts = (text: string): VerdictName[] => someOf(text, VERDICTS, 'verdict')

export const askedEventTypes = (text: string): EventType[] => someOf(text, EVENT_TYPES, 'event type')

export const askedCount = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw usageFailure(`${JSON.stringify(text)} is no count`, 'give a whole number above 0')
}

/** Days from … to: a range that runs backwards would silently find nothing. */
export const checkRange = ({ from, to }: { readonly from?: Day; readonly to?: Day }): void => {
  if (from !== undefined && to !== undefined && from > to)
    throw usageFailure(`--from ${from} lies after --to ${to}`, 'swap them')
}
