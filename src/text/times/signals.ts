import type { Signal, TimeMention } from './time-mention.ts'
import { words } from './vocabulary.ts'

let shape: RegExp | undefined

/** The word right before a time that bounds it: "since", "by", "until"; an article may stand between. */
export const signalBefore = (text: string, start: number): Signal | null => {
  const entries = Object.values(words().signals).flat()
  shape ??= new RegExp(
    `(?<![\\p{L}\\p{N}])(${longestFirst(entries).join('|')})[\\s-]{1,3}(?:the\\s{1,3}|about\\s{1,3})?$`,
    'iu',
  )
  const word = shape
    .exec(text.slice(Math.max(0, start - 40), start))?.[1]
    ?.toLowerCase()
    .replace(/\s+/g, ' ')
  const found = Object.entries(words().signals).find(([, list]) => word !== undefined && list.includes(word))
  return (found?.[0] ?? null) as Signal | null
}

const longestFirst = (entries: readonly string[]): string[] =>
  [...entries].sort((a, b) => b.length - a.length).map(entry => entry.replace(/ /g, '\\s+'))

/** "Since 2010" runs up to the document's date; so does "after" a landmark. Other signals leave the time as it is named. */
export const bounded = (mention: TimeMention, until: string | null): TimeMention => {
  const open = mention.signal === 'since' || (mention.signal === 'after' && mention.basis === 'landmark')
  if (!open || mention.kind !== 'point' || mention.from === null || until === null) return mention
  return mention.from <= until ? { ...mention, to: until, direction: 'past' } : mention
}
