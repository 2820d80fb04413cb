import { daysBetween } from '../../domain/index.ts'
import { signalBefore } from './signals.ts'
import type { Grain, TimeLandmark, TimeMention } from './time-mention.ts'

/** Names that are times by themselves; other names are times only after a signal: "Russia's annexation of Crimea" is an act. */
const IS_PERIOD = /^(?:post|pre)-|\b(?:era|period|years|decade|war years|times)$/i
/** "after Russia's illegal annexation of Crimea": what may stand between the signal and the name; no other preposition. */
const LEAD =
  /(?:\s{1,3}|-)(?:(?:the|its|his|their|\p{L}+['’]s?|(?!(?:about|over|of|on|to|against|from|with|by|for|in|at)\s)\p{Ll}+|\p{Lu}\p{Ll}+(?:ian|ish|ese|i|an))\s{1,3}){0,3}$/u

/** Times told by a dated event: "since the collapse of the Soviet Union", "the post-Soviet era". */
export const landmarkMentions = (text: string, landmarks: readonly TimeLandmark[]): TimeMention[] =>
  landmarks.flatMap(landmark => landmark.names.flatMap(name => [...mentionsOf(text, landmark, name)]))

function* mentionsOf(text: string, landmark: TimeLandmark, name: string): Generator<TimeMention> {
  if (name.trim() === '') return
  for (const found of text.matchAll(shapeOf(name))) {
    const [start, end] = [found.index, found.index + found[0].length]
    const signal = signalOver(text, start)
    if (signal === null && !IS_PERIOD.test(name)) continue
    yield {
      start,
      end,
      mention: found[0],
      from: landmark.from,
      to: landmark.to,
      value: landmark.from === landmark.to ? landmark.from : `${landmark.from}/${landmark.to}`,
      mod: null,
      grain: grainOfLength(daysBetween(landmark.from, landmark.to) + 1),
      basis: 'landmark',
      kind: 'point',
      direction: null,
      signal,
    }
  }
}

const shapes = new Map<string, RegExp>()

/** A name as it may stand in a text: any case, any gap, with its article. */
const shapeOf = (name: string): RegExp => {
  const kept = shapes.get(name)
  if (kept) return kept
  const source = name
    .trim()
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
