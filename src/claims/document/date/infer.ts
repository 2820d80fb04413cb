import { addDays, type Day, type DocumentDate, dayNumber } from '../../../domain/index.ts'
import type { Aged, Evidence } from './evidence.ts'
import { dating, type Fresh } from './weights.ts'

/** Days that are weighed: earlier, the facts that ship know nobody; the last leaves room for what is still to be written. */
const FIRST = dayNumber('1940-01-01')
const LAST = dayNumber('2039-12-31')

const MOST_SIGNS = 500

interface Found {
  readonly from: number
  readonly to: number
}

/**
 * The days on which a text may have been written: every day is weighed by all signs, and the interval runs from the first to
 * the last of the likeliest days that together hold most of the weight. Sign against sign makes it wide. Null where it would
 * be too wide to say anything.
 */
export const inferDate = (text: string, signs: readonly Evidence[], aged: readonly Aged[]): DocumentDate | null => {
  const { fewest, widest_years } = dating().interval
  const evidence = once(signs)
  if (evidence.length < fewest) return null
  const found = likeliest(weigh(evidence, aged))
  // An interval that runs to the end of the calendar has no end at all.
  if (found.to - found.from > widest_years * 365.25 || found.to === LAST) return null
  const reasons = reasonsFor(evidence, found).map(({ start, end, says }) => ({
    start,
    end,
    quote: text.slice(start, end),
    says,
  }))
  return { from: dayOf(found.from), to: dayOf(found.to), basis: 'inferred', reasons }
}

/** What is said twice weighs once; a book names more dates than any day could be told by. */
const once = (signs: readonly Evidence[]): readonly Evidence[] => {
  const first = new Map<string, Evidence>()
  for (const sign of signs) if (!first.has(sign.says)) first.set(sign.says, sign)
  return [...first.values()].slice(0, MOST_SIGNS)
}

const dayOf = (number: number): Day => addDays('1970-01-01', number)

/** The weight of each day from `FIRST` on. Logarithms are summed, since products of many factors vanish. */
const weigh = (evidence: readonly Evidence[], aged: readonly Aged[]): Float64Array => {
  const ages = [freshness(aged, 'acts'), freshness(aged, 'unsaid'), freshness(aged, 'offices')]
  const weights = new Float64Array(LAST - FIRST + 1)
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < weights.length; i++) {
    const day = FIRST + i
    let product = 1
    for (const age of ages) product *= age(day)
    let sum = Math.log(product)
    for (const one of evidence) {
      const factor = one.on(day)
      if (factor !== 1) sum += Math.log(factor)
    }
    weights[i] = sum
    top = Math.max(top, sum)
  }
  return weights.map(weight => Math.exp(weight - top))
}

/**
 * How likely the newest of several dated things is as old as it would be on a day. Each alone has a long-tailed age (half are
 * younger than the half-life, a tenth older than nine); the newest of several is younger.
 */
const freshness = (aged: readonly Aged[], kind: Aged['kind']): ((day: number) => number) => {
  const spans = distinct(aged.filter(a => a.kind === kind))
  if (spans.length === 0) return () => 1
  const { half_life, further, most, stray, stray_days }: Fresh = dating().fresh[kind]
  const steep = 1 + further * (Math.min(most, spans.length) - 1)
  const density = steep / half_life
  return day => {
    let newest = Number.NEGATIVE_INFINITY
    for (const { from, to } of spans) if (from <= day) newest = Math.max(newest, Math.min(to, day))
    if (newest === Number.NEGATIVE_INFINITY) return 1
    const age = day - newest
    const usual = density * (1 + age / half_life) ** -(steep + 1)
    return ((1 - stray) * usual + (stray / stray_days) * Math.exp(-age / stray_days)) / density
  }
}

const distinct = (aged: readonly Aged[]): readonly Aged[] => [
  ...new Map(aged.map(a => [`${a.from} ${a.to}`, a])).values(),
]

const likeliest = (weights: Float64Array): Found => {
  const order = [...weights.keys()].filter(i => (weights[i] ?? 0) > 1e-7)
  order.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  const enough = order.reduce((sum, i) => sum + (weights[i] ?? 0), 0) * dating().interval.holds
  let [held, low, high] = [0, order[0] ?? 0, order[0] ?? 0]
  for (const i of order) {
    if (held >= enough) break
    held += weights[i] ?? 0
    low = Math.min(low, i)
    high = Math.max(high, i)
  }
  // Days beside it that are nearly as likely belong to it: a month ahead bounds at its last day.
  const likely = dating().interval.beside
  while (low > 0 && (weights[low - 1] ?? 0) >= likely) low -= 1
  while (high < weights.length - 1 && (weights[high + 1] ?? 0) >= likely) high += 1
  return { from: FIRST + low, to: FIRST + high }
}

/** The signs that bound the interval, in the order of the text: those that speak against days around it, the strongest first. */
const reasonsFor = (evidence: readonly Evidence[], found: Found): readonly Evidence[] =>
  evidence
    .map(one => ({ one, cut: cutBy(one, found) }))
    .filter(({ cut }) => cut > 0.5)
    .sort((a, b) => b.cut - a.cut || a.one.start - b.one.start)
    .slice(0, dating().interval.most_reasons)
    .map(({ one }) => one)
    .sort((a, b) => a.start - b.start)

/** Days around the interval in which a sign is asked what it speaks against. */
const AROUND = 20 * 365
const STEP = 30

const cutBy = ({ on }: Evidence, { from, to }: Found): number => {
  let inside = 0
  for (let day = from; day <= to; day += STEP) inside = Math.max(inside, on(day))
  let least = inside
  for (let day = STEP; day <= AROUND; day += STEP) least = Math.min(least, on(from - day), on(to + day))
  return 1 - least / inside
}
