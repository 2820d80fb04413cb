import { dayOfNumber, numberOfDay } from '../charts/day.ts'
import type { View } from '../charts/view.ts'
import { PERIODS, type Period } from '../charts/view.ts'

/** What the address of a pair's page says, read with care: addresses are typed and passed on by people. */

/** `AZE-IRN`, in any order and case → codes in order; null for what is no pair. */
export const pairOf = (param: string): readonly [string, string] | null => {
  const match = /^([a-z]{3})-([a-z]{3})$/i.exec(param.trim())
  if (!match) return null
  const [a, b] = [match[1] ?? '', match[2] ?? ''].map(code => code.toUpperCase()).sort() as [string, string]
  return a === b ? null : [a, b]
}

export const isDay = (text: string | null): text is string =>
  text !== null &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(numberOfDay(text)) &&
  dayOfNumber(numberOfDay(text)) === text

/** Days between `from` and `to`; a missing or unreadable end is that of all there is. */
export const viewOf = (from: string | null, to: string | null, all: View): View => {
  const view = { start: isDay(from) ? numberOfDay(from) : all.start, end: isDay(to) ? numberOfDay(to) + 1 : all.end }
  return view.end > view.start ? view : all
}

export const periodOf = (by: string | null): Period | null => PERIODS.find(period => period === by) ?? null

/** What is shown in the drawer: `brief`, or one thing by its kind and name. */
export type Shown =
  | { readonly kind: 'brief' }
  | { readonly kind: 'days'; readonly from: string; readonly to: string }
  | { readonly kind: 'turn'; readonly date: string }
  | { readonly kind: 'event'; readonly id: string }
  /** The rows of a stretch of days, by the id that traces them. */
  | { readonly kind: 'cell'; readonly id: string }

export const shownOf = (text: string | null): Shown | null => {
  if (text === null) return null
  if (text === 'brief') return { kind: 'brief' }
  const [kind, name = ''] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
  if (kind === 'event' && name !== '') return { kind, id: name }
  if (kind === 'cell' && name !== '') return { kind, id: text }
  if (kind === 'turn' && isDay(name)) return { kind, date: name }
  if (kind !== 'days') return null
  const [from = null, to = null] = name.split('..')
  return isDay(from) && isDay(to) ? { kind, from, to } : null
}

export const writtenShown = (shown: Shown): string => {
  switch (shown.kind) {
    case 'brief':
      return 'brief'
    case 'event':
      return `event:${shown.id}`
    case 'cell':
      return shown.id
    case 'turn':
      return `turn:${shown.date}`
    case 'days':
      return `days:${shown.from}..${shown.to}`
  }
}
