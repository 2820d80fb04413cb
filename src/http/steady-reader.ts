import { isClusterAddress, type OpenRecord } from '../record/index.ts'
import { type Kept, keep } from './kept.ts'

/**
 * A record that nobody writes to while it is open: what many questions ask alike (what it holds, the bare rows and masses of a pair as
 * of a day) is asked once. Whole answers are kept elsewhere; these are what other periods and pages of the same pair are made from.
 */

const ALIKE = ['sources', 'knownRange', 'ownOrigins', 'pairMasses', 'pairScores', 'seenDays', 'events'] as const

/** Rows that are kept: of some hundred pairs in the news. */
const MOST_ROWS = 200_000

const rowsIn = (value: unknown): number => {
  if (Array.isArray(value)) return 1 + value.length
  if (value instanceof Map) return 1 + value.size
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, part) => sum + (Array.isArray(part) ? part.length : 1), 1)
}

type Ask = (...words: unknown[]) => Promise<unknown>

/** Rows with their texts are many and seldom asked for twice. */
const isKept = (name: string, [question]: readonly unknown[]): boolean =>
  name !== 'events' || (question as { bare?: boolean } | undefined)?.bare === true

type Answers = Kept<{ readonly value: unknown }>

/** `asking`: what is being asked, for those who ask the same meanwhile. */
const once = (kept: Answers, asking: Map<string, Promise<unknown>>, name: string, ask: Ask): Ask => {
  const askAnew = async (key: string, words: readonly unknown[]): Promise<unknown> => {
    try {
      const value = await ask(...words)
      kept.set(key, { value })
      return value
    } finally {
      asking.delete(key)
    }
  }
  return (...words) => {
    if (!isKept(name, words)) return ask(...words)
    const key = `${name} ${JSON.stringify(words)}`
    const known = kept.get(key)
    if (known) return Promise.resolve(known.value)
    const answer = asking.get(key) ?? askAnew(key, words)
    asking.set(key, answer)
    return answer
  }
}

/** Others may write to a cluster at any time: of it nothing is kept. */
export const steadyReader = (record: OpenRecord, path: string): OpenRecord => {
  if (isClusterAddress(path)) return record
  const kept: Answers = keep(MOST_ROWS, ({ value }) => rowsIn(value))
  const asking = new Map<string, Promise<unknown>>()
  return { ...record, ...Object.fromEntries(ALIKE.map(name => [name, once(kept, asking, name, record[name] as Ask)])) }
}
