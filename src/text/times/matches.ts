import { readdirSync } from 'node:fs'
import { readShippedYaml, shippedPath } from '../../shipped/index.ts'
import { compilePattern, type PatternSides, slotsOf } from './pattern.ts'

export interface PatternEntry extends PatternSides {
  readonly name: string
  /** The meaning, by its name in meaning/index.ts; `nothing` takes the words from other patterns. */
  readonly yields: string
  readonly examples?: readonly { readonly text: string; readonly reads: string }[]
  readonly not?: readonly string[]
}

/** A stretch of text that a pattern fits, with what its slots hold. */
export interface Match {
  readonly pattern: PatternEntry
  readonly start: number
  readonly end: number
  readonly slots: Readonly<Record<string, string | undefined>>
}

const FILES = ['calendar.yaml', 'relative.yaml', 'lengths.yaml', 'not-times.yaml']

/** Every pattern of data/times/patterns; a file that is not in the order above would never be read, so it is refused. */
export const patternEntries = (): readonly PatternEntry[] => {
  const strays = readdirSync(shippedPath('times', 'patterns')).filter(file => !FILES.includes(file))
  if (strays.length > 0) throw new Error(`data/times/patterns: not in the order of reading: ${strays.join(', ')}`)
  return FILES.flatMap(file => readShippedYaml<PatternEntry[]>('times', 'patterns', file))
}

let compiled: readonly (readonly [PatternEntry, RegExp])[] | undefined
const patterns = () => {
  compiled ??= patternEntries().map(entry => [entry, compilePattern(entry)] as const)
  return compiled
}

/** What the patterns find, in the order of the text; where two overlap the longer stays, of equal ones the earlier pattern. */
export const findMatches = (text: string): Match[] => {
  const all: Match[] = []
  for (const [pattern, shape] of patterns()) {
    for (const found of text.matchAll(shape)) {
      const end = found.index + found[0].length
      if (end > found.index) all.push({ pattern, start: found.index, end, slots: slotsOf(found) })
    }
  }
  return withoutOverlaps(all)
}

export const withoutOverlaps = <T extends { readonly start: number; readonly end: number }>(all: readonly T[]): T[] => {
  const byLength = all.map((match, order) => ({ match, order }))
  byLength.sort((a, b) => b.match.end - b.match.start - (a.match.end - a.match.start) || a.order - b.order)
  const taken = new Set<number>()
  const kept: T[] = []
  for (const { match } of byLength) {
    let free = true
    for (let i = match.start; i < match.end && free; i++) free = !taken.has(i)
    if (!free) continue
    for (let i = match.start; i < match.end; i++) taken.add(i)
    kept.push(match)
  }
  return kept.sort((a, b) => a.start - b.start)
}
