import { type ActorId, type Day, dayNumber, type EventType } from '../../domain/index.ts'
import type { AsOfEvent, MassQuery, PairMasses, PairScores, SeenDays } from '../../record/index.ts'
import { actsOf, type Balance, balanceOfActs, balanceOfScores, emptyBalance, ordinaryOfPair } from '../series/index.ts'
import { turnSettings } from '../turns/index.ts'
import { privateDeeds } from '../weights.ts'

/** What one data set says of one pair, day by day. */
export interface DataSet {
  /** Of a set that came in several files, one after another, the last. */
  readonly origin: string
  /** The first day of each file, where they are several. */
  readonly files?: readonly { readonly origin: string; readonly from: number }[]
  /** Events, of the own format or published ones, or scores of a pair and day. */
  readonly kind: 'events' | 'scores'
  readonly balance: Balance
  /** The same, each act on the day it became known: what a watcher sees. Only where the sets were read for one. */
  readonly asKnown?: Balance
  /** Day numbers on which those who act for the two talked. */
  readonly talks: readonly number[]
}

/** What a watcher sees of a set. */
export const watched = ({ origin, asKnown }: DataSet): Balance => {
  if (!asKnown) throw new RangeError(`${origin} was read for history alone`)
  return asKnown
}

/** The first and last day on which a data set was there, and every day between: 1 where it was. */
export interface Extent {
  readonly from: number
  readonly seen: Uint8Array
}

export const extentsOf = ({ origin, day }: SeenDays): ReadonlyMap<string, Extent> => {
  const days = new Map<string, number[]>()
  for (let i = 0; i < origin.length; i++) {
    const [name, number] = [origin[i] ?? '', day[i] ?? 0]
    const list = days.get(name)
    if (list) list.push(number)
    else days.set(name, [number])
  }
  return new Map(
    [...days].map(([name, list]) => {
      const from = list[0] ?? 0
      const seen = new Uint8Array((list.at(-1) ?? from) - from + 1)
      for (const number of list) seen[number - from] = 1
      return [name, { from, seen }]
    }),
  )
}

/** Files that continue each other as one series, by the name of each. */
export interface Series {
  readonly origin: string
  readonly files: readonly { readonly origin: string; readonly from: number }[]
  readonly extent: Extent
}

const end = ({ from, seen }: Extent): number => from + seen.length - 1

const seriesOf = (files: readonly (readonly [string, Extent])[]): Series => {
  const [first, last] = [files[0], files.at(-1)]
  if (!first || !last) throw new RangeError('a series of no files')
  const seen = new Uint8Array(end(last[1]) - first[1].from + 1)
  for (const [, extent] of files) seen.set(extent.seen, extent.from - first[1].from)
  return {
    origin: last[0],
    files: files.map(([origin, { from }]) => ({ origin, from })),
    extent: { from: first[1].from, seen },
  }
}

/**
 * A data set is often published in a file a year. Files whose names differ in nothing but figures, and whose days do not overlap, are one
 * series: else each year would begin without a past.
 */
export const continued = (extents: ReadonlyMap<string, Extent>): ReadonlyMap<string, Series> => {
  const stems = new Map<string, [string, Extent][]>()
  for (const one of extents) {
    const stem = one[0].replace(/[\d\W_]+/g, ' ')
    const list = stems.get(stem)
    if (list) list.push(one)
    else stems.set(stem, [one])
  }
  const series = new Map<string, Series>()
  for (const files of stems.values()) {
    files.sort(([a, x], [b, y]) => x.from - y.from || (a < b ? -1 : 1))
    const follow = files.every(([, extent], i) => i === 0 || extent.from > end(files[i - 1]?.[1] ?? extent))
    if (follow) for (const [origin] of files) series.set(origin, seriesOf(files))
    else for (const file of files) series.set(file[0], seriesOf([file]))
  }
  return series
}

/** The file of a series that tells of a day. */
export const fileOn = ({ origin, files = [] }: DataSet, day: number): string =>
  files.findLast(({ from }) => from <= day)?.origin ?? origin

const TALK: readonly EventType[] = ['CONSULT', 'AGREE']

/** What the masses of published events are asked for beyond pair and days. */
export const massQuestion = (): Pick<MassQuery, 'privateDeeds' | 'talk'> => ({
  privateDeeds: deedsOfPrivates(),
  talk: TALK,
})

/** Acts of private persons and firms that the masses of published events hold only in part. */
const deedsOfPrivates = (): { types: readonly EventType[]; hundredths: number } => {
  const { types, share } = privateDeeds()
  return { types, hundredths: Math.round(100 * share) }
}

const balanceOfEvents = (
  events: readonly AsOfEvent[],
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  on: 'day' | 'known',
): Balance => {
  const acts = actsOf(on === 'day' ? events : events.map(event => ({ ...event, day: event.known })), pair)
  const from = acts.reduce((first, { day }) => Math.min(first, day), dayNumber(asOf))
  return balanceOfActs(acts, { from, days: dayNumber(asOf) - from + 1, ordinary: turnSettings().ordinary_act_day })
}

/** A set of single events at hand: its days are those from its first act of the pair on, all of them seen by whoever keeps it. */
export const setOfEvents = (
  origin: string,
  events: readonly AsOfEvent[],
  pair: readonly [ActorId, ActorId],
  asOf: Day,
): DataSet => ({
  origin,
  kind: 'events',
  balance: balanceOfEvents(events, pair, asOf, 'day'),
  asKnown: balanceOfEvents(events, pair, asOf, 'known'),
  talks: events.flatMap(({ type, day }) => (type !== null && TALK.includes(type) ? [dayNumber(day)] : [])),
})

/** Rows of one pair and one data set among the columns of many: from `begin` to before `end`. */
export interface Stretch {
  readonly pair: string
  readonly origin: string
  readonly begin: number
  readonly end: number
}

/** Columns cut where pair or data set change. */
export const stretchesOf = ({ pair, origin }: Pick<PairMasses, 'pair' | 'origin'>): Stretch[] => {
  const out: Stretch[] = []
  for (let begin = 0; begin < pair.length; ) {
    let end = begin + 1
    while (end < pair.length && pair[end] === pair[begin] && origin[end] === origin[begin]) end++
    out.push({ pair: pair[begin] ?? '', origin: origin[begin] ?? '', begin, end })
    begin = end
  }
  return out
}

const HUNDREDTHS = 100

/** Published events, as the record has added them up. */
const balanceOfMasses = (m: PairMasses, parts: readonly Stretch[], { from, seen }: Extent): Balance => {
  const balance = { ...emptyBalance(from, seen.length, turnSettings().ordinary_act_day), seen }
  for (const { begin, end: stop } of parts)
    for (let at = begin; at < stop; at++) {
      const i = (m.day[at] ?? 0) - from
      if (i < 0 || i >= seen.length) continue
      balance.cooperation[i] = (balance.cooperation[i] ?? 0) + (m.cooperation[at] ?? 0) / HUNDREDTHS
      balance.conflict[i] = (balance.conflict[i] ?? 0) + (m.conflict[at] ?? 0) / HUNDREDTHS
      balance.rows[i] = (balance.rows[i] ?? 0) + (m.rows[at] ?? 0)
    }
  return balance
}

const talksIn = ({ day, talks }: PairMasses, { begin, end: stop }: Stretch): number[] => {
  const days: number[] = []
  for (let at = begin; at < stop; at++) if (talks[at]) days.push(day[at] ?? 0)
  return days
}

/** Known days may lie after the last day of which a set tells. */
const until = (extent: Extent, last: number): Extent => {
  if (last <= end(extent)) return extent
  const longer = new Uint8Array(last - extent.from + 1).fill(1)
  longer.set(extent.seen)
  return { from: extent.from, seen: longer }
}

/** Columns of many pairs, and where those of one pair and series stand in them. */
interface Found {
  readonly masses: PairMasses
  readonly at: readonly Stretch[]
}

const knownOf = ({ masses, at }: Found, extent: Extent): Balance => {
  const last = Math.max(...at.map(({ end: stop }) => masses.day[stop - 1] ?? 0))
  return balanceOfMasses(masses, at, until(extent, last))
}

/** `byKnown`: null for history alone. */
export const setOfMasses = ({ origin, files, extent }: Series, byDay: Found, byKnown: Found | null): DataSet => ({
  origin,
  files,
  kind: 'events',
  balance: balanceOfMasses(byDay.masses, byDay.at, extent),
  ...(byKnown ? { asKnown: knownOf(byKnown, extent) } : {}),
  talks: byDay.at.flatMap(stretch => talksIn(byDay.masses, stretch)),
})

/** Scores are known on their day. */
export const setOfScores = ({ origin, files, extent }: Series, scores: PairScores, at: readonly Stretch[]): DataSet => {
  const list = at.flatMap(({ begin, end: stop }) =>
    scores.day.slice(begin, stop).map((day, i) => ({ day, score: scores.score[begin + i] ?? 0 })),
  )
  const span = { from: extent.from, days: extent.seen.length, seen: extent.seen }
  const balance = balanceOfScores(list, { ...span, ordinary: ordinaryOfPair(list) })
  return { origin, files, kind: 'scores', balance, asKnown: balance, talks: [] }
}
