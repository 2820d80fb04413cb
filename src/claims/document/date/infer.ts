import { addDays, type Day, type DocumentDate, dayNumber } from '../../../domain/index.ts'
import type { Behind, Evidence } from './evidence.ts'

/** Days that are weighed: before them the facts that ship know nobody, after them nothing. */
const FIRST = dayNumber('1900-01-01')
const LAST = dayNumber('2039-12-31')
/** Share of the weight that the interval holds. */
const HELD = 0.95
/** A wider interval says nothing. */
const WIDEST = 40 * 366
/** Most reasons that are listed. */
const MOST_REASONS = 12

/**
 * The days on which a text may have been written: every day is weighed by all evidence, and the interval runs from the first to
 * the last of the likeliest days that together hold 95 % of the weight. Evidence against evidence makes it wide.
 */
export const inferDate = (
  text: string,
  evidence: readonly Evidence[],
  behind: readonly Behind[],
): DocumentDate | null => {
  if (evidence.length === 0) return null
  const weights = weigh(evidence, behind)
  const interval = likeliest(weights)
  if (!interval || interval.to - interval.from > WIDEST) return null
  const reasons = evidence
    .map(one => ({ one, cut: cutBy(one, interval) }))
    .filter(({ cut }) => cut > 0.3)
    .sort((a, b) => b.cut - a.cut || a.one.start - b.one.start)
    .slice(0, MOST_REASONS)
    .map(({ one: { start, end, says } }) => ({ start, end, quote: text.slice(start, end), says }))
    .sort((a, b) => a.start - b.start)
  return { from: dayOf(interval.from), to: dayOf(interval.to), basis: 'inferred', reasons }
}

const dayOf = (number: number): Day => addDays('1970-01-01', number)

/** Logarithms, since products of many factors vanish. */
const weigh = (evidence: readonly Evidence[], behind: readonly Behind[]): Float64Array => {
  const ages = behind.map(b => ({ from: dayNumber(b.from), to: dayNumber(b.to) }))
  const weights = new Float64Array(LAST - FIRST + 1)
  for (let i = 0; i < weights.length; i++) {
    const day = FIRST + i
    let sum = Math.log(freshness(day, ages))
    for (const one of evidence) sum += Math.log(one.on(day))
    weights[i] = sum
  }
  const top = weights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return weights.map(w => Math.exp(w - top))
}

/** Who writes of the world writes of what is new: the newest dated thing in a text is mostly months old, seldom many years. */
const freshness = (day: number, ages: readonly { from: number; to: number }[]): number => {
  let newest: number | null = null
  for (const { from, to } of ages) if (from <= day) newest = Math.max(newest ?? from, Math.min(to, day))
  if (newest === null) return 1
  const lag = day - newest
  return 0.97 * Math.exp(-lag / 250) + 0.03 * Math.exp(-lag / 4000)
}

const likeliest = (weights: Float64Array): { from: number; to: number } | null => {
  const order = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  const total = weights.reduce((a, b) => a + b, 0)
  let [held, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const i of order) {
    held += weights[i] ?? 0
    low = Math.min(low, i)
    high = Math.max(high, i)
    if (held >= total * HELD) break
  }
  return high < low ? null : { from: FIRST + low, to: FIRST + high }
}

/** How much of the ten years around the interval a piece of evidence speaks against: what it says about the day at all. */
const cutBy = ({ on }: Evidence, { from, to }: { from: number; to: number }): number => {
  const inside = Math.max(on(from), on((from + to) >> 1), on(to))
  let least = 1
  for (let day = from - 3650; day <= to + 3650; day += 73) least = Math.min(least, on(day) / inside)
  return 1 - least
}
