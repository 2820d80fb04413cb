import { daysBetween } from '../../domain/index.ts'
import { signalBefore } from './signals.ts'
import type { Grain, ReadTimesOptions, TimeLandmark, TimeMention } from './time-mention.ts'

/** Names that are times by themselves; other names are times only after a signal: "Russia's annexation of Crimea" is an act. */
const IS_PERIOD = /^(?:the\s+)?(?:post|pre)-|\b(?:era|period|years|decade|war years|times)$/i
/** "The post-Soviet era" begins with its landmark and goes on: it stands among the names of the collapse itself. */
const IS_AFTERMATH = /^(?:the\s+)?post-/i
/** "after Russia's illegal annexation of Crimea": what may stand between the signal and the name; no other preposition. */
const LEAD =
  /^\s(?:(?:the|its|his|their|\p{L}+['’]s?|(?!(?:about|over|of|on|to|against|from|with|by|for|in|at)\s)\p{Ll}+|\p{Lu}\p{Ll}+(?:ian|ish|ese|i|an))\s{1,3}){1,3}$/u

/**
 * Times told by a dated event: "since the collapse of the Soviet Union", "the post-Soviet era". Nobody names what has not happened
 * yet, so later landmarks are passed over; of two by one name the later is meant.
 */
export const landmarkMentions = (
  text: string,
  landmarks: readonly TimeLandmark[],
  date: ReadTimesOptions['date'],
): TimeMention[] =>
  landmarks
    .filter(landmark => date === null || landmark.from <= date.to)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .flatMap(landmark => landmark.names.flatMap(name => [...mentionsOf(text, landmark, name)]))

function* mentionsOf(text: string, landmark: TimeLandmark, name: string): Generator<TimeMention> {
  if (name.trim() === '') return
  const { from, to = from } = landmark
  for (const found of text.matchAll(shapeOf(name))) {
    const [start, end] = [found.index, found.index + found[0].length]
    const signal = IS_AFTERMATH.test(name) ? 'after' : signalOver(text, start)
    if (signal === null && !IS_PERIOD.test(name)) continue
    yield {
      start,
      end,
      mention: found[0],
      from,
      to,
      value: from === to ? from : `${from}/${to}`,
      mod: null,
      grain: grainOfLength(daysBetween(from, to) + 1),
      basis: 'landmark',
      kind: 'point',
      direction: null,
      signal,
    }
  }
}

const shapes = new Map<string, RegExp>()

/** A name as it may stand in a text: any case, any gap, with or without its article. */
const shapeOf = (name: string): RegExp => {
  const kept = shapes.get(name)
  if (kept) return kept
  const source = name
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]")
  const shape = new RegExp(`(?<![\\p{L}\\p{N}])(?:the\\s+)?${source}(?![\\p{L}\\p{N}])`, 'giu')
  shapes.set(name, shape)
  return shape
}

/** The signal before the name, over articles, owners and adjectives. */
const signalOver = (text: string, start: number) => {
  const near = signalBefore(text, start)
  if (near) return near
  const before = text.slice(Math.max(0, start - 60), start)
  for (const lead of leads(before)) {
    const signal = signalBefore(text, start - lead.length + 1)
    if (signal) return signal
  }
  return null
}

/** The last one, two, three words before a name, as long as they can belong to it. */
function* leads(before: string): Generator<string> {
  let taken = ''
  for (const piece of (before.match(/\s*\S+\s*$|\S+\s*/g) ?? []).reverse().slice(0, 3)) {
    taken = piece + taken
    if (!LEAD.test(` ${taken}`)) return
    yield ` ${taken}`
  }
}

const grainOfLength = (days: number): Grain => {
  if (days <= 1) return 'day'
  if (days <= 7) return 'week'
  if (days <= 31) return 'month'
  return days <= 366 ? 'year' : 'decade'
}
