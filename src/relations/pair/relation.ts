import { type ActorId, addDays, type Day, dayNumber, isState } from '../../domain/index.ts'
import type { AsOfEvent, RecordReader } from '../../record/index.ts'
import { type Phase, phaseSentence, phasesOf } from '../phases/index.ts'
import { actsOf, type Balance, balanceOfActs, balanceOfScores, ordinaryOfPair } from '../series/index.ts'
import { type Passed, type Temperature, temperatureOf, temperatureSettings } from '../temperature/index.ts'
import { passedBetween, sumsOf, type TurningPoint, turningPoints, turnSettings, turnsAsKnown } from '../turns/index.ts'
import { weightOf } from '../weights.ts'
import { named } from './turn-id.ts'

/** A turning point with the events that carry it, heaviest first. */
export interface CarriedTurn extends TurningPoint {
  /** What `trace` takes. */
  readonly id: string
  readonly events: readonly string[]
}

/** A phase with the sentence that explains it. */
export interface ToldPhase extends Phase {
  readonly says: string
}

/** How two states stood over time, as one data set knew it on a day. */
export interface PairRelation {
  readonly pair: readonly [ActorId, ActorId]
  readonly as_of: Day
  /** The data set that was asked: sets are never added up. Null where the record holds none of the pair. */
  readonly origin: string | null
  readonly events: readonly AsOfEvent[]
  readonly balance: Balance
  readonly turns: readonly CarriedTurn[]
  /** What a watcher would have been told, each on the day that the rows known by then showed it. */
  readonly alarms: readonly CarriedTurn[]
  readonly phases: readonly ToldPhase[]
  /** On the last day; against the pair's own past alone. */
  readonly temperature: Temperature | null
}

const TURN_EVENTS = 5

const isTalk = ({ type }: AsOfEvent): boolean => type === 'CONSULT' || type === 'AGREE'

/** The data set with most rows of the pair; of equals the first by name. */
const fullest = (events: readonly AsOfEvent[]): string | null => {
  const counts = new Map<string, number>()
  for (const { origin } of events) counts.set(origin, (counts.get(origin) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null
}

/** Events of the turn's kind between its days: heaviest first, then by day and id. */
const carriers = (turn: TurningPoint, events: readonly AsOfEvent[], dayOf: (e: AsOfEvent) => Day): string[] =>
  events
    .filter(event => {
      const [day, weight] = [dayNumber(dayOf(event)), weightOf(event)]
      return day >= turn.from && day <= turn.to && (turn.kind === 'thaw' ? weight > 0 : weight < 0)
    })
    .sort((a, b) => Math.abs(weightOf(b)) - Math.abs(weightOf(a)) || (dayOf(a) + a.id < dayOf(b) + b.id ? -1 : 1))
    .slice(0, TURN_EVENTS)
    .map(({ id }) => id)

const balanceOf = (events: readonly AsOfEvent[], pair: readonly [ActorId, ActorId], asOf: Day): Balance => {
  const acts = actsOf(events, pair)
  const from = acts.reduce((first, { day }) => Math.min(first, day), dayNumber(asOf))
  return balanceOfActs(acts, { from, days: dayNumber(asOf) - from + 1, ordinary: turnSettings().ordinary_act_day })
}

interface Measured {
  readonly pair: readonly [ActorId, ActorId]
  readonly asOf: Day
  readonly origin: string | null
  readonly events: readonly AsOfEvent[]
  readonly balance: Balance
  /** The same, each act on the day it became known. */
  readonly asKnown: Balance
}

const measure = ({ pair, asOf, origin, events, balance, asKnown }: Measured): PairRelation => {
  const talks = new Set(events.filter(isTalk).map(({ day }) => dayNumber(day)))
  const s = temperatureSettings()
  const [sums, last] = [sumsOf(balance), dayNumber(asOf)]
  const now: Passed = passedBetween(sums, last - s.window + 1, last)
  const past: Passed = passedBetween(sums, last - s.window - s.past + 1, last - s.window)
  return {
    pair,
    as_of: asOf,
    origin,
    events,
    balance,
    turns: named(turningPoints(balance), { online: false, pair, asOf, source: origin }).map(turn => ({
      ...turn,
      events: carriers(turn, events, e => e.day),
    })),
    alarms: named(turnsAsKnown(asKnown), { online: true, pair, asOf, source: origin }).map(turn => ({
      ...turn,
      events: carriers(turn, events, e => e.known),
    })),
    phases: phasesOf(balance, talks).map(phase => ({ ...phase, says: phaseSentence(phase) })),
    temperature: temperatureOf(now, past),
  }
}

/** What is known of a pair from events already at hand: pure, so that other rooms may measure what they have read. */
export const relationOf = (
  all: readonly AsOfEvent[],
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  origin: string | null = fullest(all),
): PairRelation => {
  const events = all.filter(event => event.origin === origin && event.day <= asOf)
  const balance = balanceOf(events, pair, asOf)
  // A watcher is told of an act when it becomes known, which may be days after it happened.
  const asKnown = balanceOf(
    events.map(event => ({ ...event, day: event.known })),
    pair,
    asOf,
  )
  return measure({ pair, asOf, origin, events, balance, asKnown })
}

/** The same from a data set of scores, known on their day. */
const relationOfScores = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  origin: string,
): Promise<PairRelation> => {
  const { points } = await record.dyad({ a: pair[0], b: pair[1], by: 'day', asOf, source: origin })
  const scores = points.flatMap(({ from, score }) =>
    score && score.days > 0 ? [{ day: dayNumber(from), score: score.sum }] : [],
  )
  const from = scores[0]?.day ?? dayNumber(asOf)
  const days = (scores.at(-1)?.day ?? from) - from + 1
  const balance = balanceOfScores(scores, { from, days, ordinary: ordinaryOfPair(scores) })
  return measure({ pair, asOf, origin, events: [], balance, asKnown: balance })
}

/**
 * The same, asked of a record: of the data set named, else of the set of events with most rows of the pair, else of the first set of
 * scores that holds it. `bare`: for whoever tells numbers and days and none of its events' words; large records answer faster so.
 */
export const readRelation = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  origin?: string,
  bare = false,
): Promise<PairRelation> => {
  const scored = (await record.sources()).filter(({ kind }) => kind === 'pair-days').map(source => source.origin)
  if (origin !== undefined && scored.includes(origin)) return relationOfScores(record, pair, asOf, origin)
  const events = await record.events({ asOf, pair, bare, ...(origin === undefined ? {} : { origin }) })
  if (events.length > 0 || origin !== undefined) return relationOf(events, pair, asOf)
  for (const one of scored) {
    const relation = await relationOfScores(record, pair, asOf, one)
    if (relation.phases.length > 0) return relation
  }
  return relationOf([], pair, asOf)
}

/** The phase that held on a day. */
export const phaseOn = ({ phases }: PairRelation, day: Day): ToldPhase | null =>
  phases.find(({ from, to }) => from <= dayNumber(day) && dayNumber(day) <= to) ?? null

export const dayOfNumber = (number: number): Day => addDays('1970-01-01', number)

/** All pairs among some events, by their ids. */
export const relationsOf = (events: readonly AsOfEvent[], asOf: Day): PairRelation[] => {
  const pairs = new Map<string, { pair: [ActorId, ActorId]; events: AsOfEvent[] }>()
  for (const event of events) {
    const { source, target } = event
    if (target === null || target === source || !isState(source) || !isState(target)) continue
    const pair: [ActorId, ActorId] = source < target ? [source, target] : [target, source]
    const found = pairs.get(pair.join(' '))
    if (found) found.events.push(event)
    else pairs.set(pair.join(' '), { pair, events: [event] })
  }
  return [...pairs.values()]
    .sort((x, y) => (x.pair.join(' ') < y.pair.join(' ') ? -1 : 1))
    .map(({ pair, events: own }) => relationOf(own, pair, asOf))
}
