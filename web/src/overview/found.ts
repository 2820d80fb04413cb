import type { RecordEvent } from '../api/types.ts'

/** What a search of the record brings up, sorted into the things a reader may have meant. */

export interface Person {
  readonly name: string
  readonly events: number
}

export interface Publication {
  readonly publisher: string
  readonly title: string
  readonly url: string
  readonly events: readonly string[]
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (search: string): string[] => plain(search).match(/[\p{L}\p{N}]+/gu) ?? []

/** Every word searched for begins a word of the text. */
const isMeant = (text: string, words: readonly string[]): boolean => {
  const own = wordsOf(text)
  return words.length > 0 && words.every(word => own.some(one => one.startsWith(word)))
}

/** People of the events found whose own names were searched for, those met most first. */
export const peopleIn = (events: readonly RecordEvent[], search: string): Person[] => {
  const words = wordsOf(search)
  const met = new Map<string, number>()
  for (const { people } of events)
    for (const name of new Set(people)) if (isMeant(name, words)) met.set(name, (met.get(name) ?? 0) + 1)
  return [...met]
    .map(([name, n]) => ({ name, events: n }))
    .sort((a, b) => b.events - a.events || a.name.localeCompare(b.name, 'en'))
}

/** Publications behind the events found, those whose own title or publisher was searched for first. */
export const publicationsIn = (events: readonly RecordEvent[], search: string): Publication[] => {
  const words = wordsOf(search)
  const met = new Map<string, { publisher: string; title: string; url: string; events: string[] }>()
  for (const { id, sources } of events)
    for (const { publisher, title, url } of sources) {
      const key = url || `${publisher} ${title}`
      const found = met.get(key)
      if (found) found.events.push(id)
      else met.set(key, { publisher, title, url, events: [id] })
    }
  const rank = ({ publisher, title }: Publication): number => (isMeant(`${publisher} ${title}`, words) ? 0 : 1)
  return [...met.values()].sort((a, b) => rank(a) - rank(b) || b.events.length - a.events.length)
}
