import { type ActorId, addDays, type Day, dayNumber } from '../../domain/index.ts'
import type { AsOfEvent } from '../../record/index.ts'
import { type Phase, phaseSentence, phasesOf } from '../phases/index.ts'
import { type Balance, emptyBalance } from '../series/index.ts'
import { type Temperature, temperatureOf, temperatureSettings } from '../temperature/index.ts'
import {
  passedBetween,
  sumsOf,
  type TurningPoint,
  type TurnSettings,
  turningPoints,
  turnSettings,
  turnsAsKnown,
} from '../turns/index.ts'
import { weightOf } from '../weights.ts'
import { type Course, courseOfSets, type Part } from './calibrate.ts'
import { type DataSet, fileOn, setOfEvents, watched } from './data-set.ts'
import { heardOn, type Lead, leadsOf } from './leading.ts'
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

/** How two states stood over time, as the record knew it on a day: what their data sets say, without their events. */
export interface PairCourse {
  readonly pair: readonly [ActorId, ActorId]
  readonly as_of: Day
  /** The data set that speaks last: sets are never added up. Null where the record holds none of the pair. */
  readonly origin: string | null
  /** Which data set speaks in which days, and how each was brought to the measure of the last; by time. */
  readonly parts: readonly Part[]
  /** Parts that could be brought to one measure, each as one series; the last is `balance`. */
  readonly chains: Course['chains']
  /** In the measure of the set that speaks last, as far back as others could be brought to it. */
  readonly balance: Balance
  readonly phases: readonly ToldPhase[]
  /** On the last day; against the pair's own past alone. */
  readonly temperature: Temperature | null
}

/** With its turns as history has them: all that a series is measured by. */
export interface PairMeasures extends PairCourse {
  readonly turns: readonly CarriedTurn[]
}

export interface PairRelation extends PairMeasures {
  /** Of the sets that speak. */
  readonly events: readonly AsOfEvent[]
  /** What a watcher would have been told, each on the day that the rows known by then showed it. */
  readonly alarms: readonly CarriedTurn[]
}

const TURN_EVENTS = 5

/** Events of the turn's kind between its days: heaviest first, then by day and id. */
const carriers = (turn: FoundTurn, events: readonly AsOfEvent[], dayOf: (e: AsOfEvent) => Day): string[] =>
  events
    .filter(event => {
      if (event.origin !== turn.origin) return false
      const [day, weight] = [dayNumber(dayOf(event)), weightOf(event)]
      return day >= turn.from && day <= turn.to && (turn.kind === 'thaw' ? weight > 0 : weight < 0)
    })
    .sort((a, b) => Math.abs(weightOf(b)) - Math.abs(weightOf(a)) || (dayOf(a) + a.id < dayOf(b) + b.id ? -1 : 1))
    .slice(0, TURN_EVENTS)
    .map(({ id }) => id)

/** A turn, and the data set that tells it. */
export interface FoundTurn extends TurningPoint {
  readonly origin: string
}

/** Turns that were told by sets, each with the file that tells of its day. */
const byFile = (turns: readonly FoundTurn[], sets: readonly DataSet[]): FoundTurn[] =>
  turns.map(turn => {
    const set = sets.find(({ origin }) => origin === turn.origin)
    return set ? { ...turn, origin: fileOn(set, turn.day) } : turn
  })

/** The turns of each set in the days in which it speaks; the same turn told by two sets at the border is one. */
const turnsOfSets = (
  sets: readonly DataSet[],
  parts: readonly Lead[],
  t: TurnSettings = turnSettings(),
): FoundTurn[] => {
  const { apart } = t
  const found = sets
    .flatMap(set => turningPoints(set.balance, t).map(turn => ({ ...turn, origin: set.origin })))
    .filter(({ origin, day }) => parts.some(part => part.origin === origin && part.from <= day && day <= part.to))
  const standing = found
    .filter(turn =>
      found.every(
        other =>
          other.origin === turn.origin ||
          other.kind !== turn.kind ||
          Math.abs(other.day - turn.day) > apart ||
          other.confidence < turn.confidence ||
          (other.confidence === turn.confidence && other.day > turn.day),
      ),
    )
    .sort((a, b) => a.day - b.day || (a.kind < b.kind ? -1 : 1))
  return byFile(standing, sets)
}

/** The alarms of the set that a watcher heard when they were told; what one set has told another does not tell again. */
const alarmsOfSets = (sets: readonly DataSet[], t: TurnSettings = turnSettings()): FoundTurn[] => {
  const { apart_online } = t
  const found = sets
    .flatMap(set => turnsAsKnown(watched(set), t).map(turn => ({ ...turn, origin: set.origin })))
    .filter(({ origin, known_on }) => sets.length === 1 || heardOn(sets, known_on ?? 0) === origin)
    .sort((a, b) => (a.known_on ?? 0) - (b.known_on ?? 0) || (a.kind < b.kind ? -1 : 1))
  const told: FoundTurn[] = []
  for (const turn of found)
    if (
      told.every(
        other =>
          other.origin === turn.origin || other.kind !== turn.kind || Math.abs(other.day - turn.day) > apart_online,
      )
    )
      told.push(turn)
  return byFile(told, sets)
}

/** Turns as history has them, or as a watcher was told them, without their events. */
export const foundTurns = (sets: readonly DataSet[], online: boolean, t: TurnSettings = turnSettings()): FoundTurn[] =>
  online ? alarmsOfSets(sets, t) : turnsOfSets(sets, leadsOf(sets), t)

/** The same with ids and events. */
export const carriedTurns = (
  turns: readonly FoundTurn[],
  events: readonly AsOfEvent[],
  where: { readonly online: boolean; readonly pair: readonly [ActorId, ActorId]; readonly asOf: Day },
): CarriedTurn[] =>
  turns.flatMap(turn =>
    named([turn], { ...where, source: turn.origin }).map(({ origin: _origin, ...told }) => ({
      ...told,
      events: carriers(turn, events, e => (where.online ? e.known : e.day)),
    })),
  )

const phasesIn = ({ chains }: Course, talks: ReadonlySet<number>): ToldPhase[] =>
  chains.flatMap(chain =>
    phasesOf(chain.balance, talks)
      .filter(({ from, to }) => to >= chain.from && from <= chain.to)
      .map(phase => ({
        ...phase,
        from: Math.max(phase.from, chain.from),
        to: Math.min(phase.to, chain.to),
        says: phaseSentence(phase),
      })),
  )

/** Events of the set that speaks on their day: what another tells of it is not told twice. */
const spokenIn = (
  parts: readonly Part[],
  sets: readonly DataSet[],
  events: readonly AsOfEvent[],
): readonly AsOfEvent[] => {
  if (parts.length <= 1 && sets.length <= 1) return events
  const series = new Map<string, string>()
  for (const { origin, files = [] } of sets) for (const file of [{ origin }, ...files]) series.set(file.origin, origin)
  return events.filter(({ origin, day }) => {
    const [name, number] = [series.get(origin), dayNumber(day)]
    return parts.some(part => part.origin === name && part.from <= number && number <= part.to)
  })
}

interface Measured {
  readonly pair: readonly [ActorId, ActorId]
  readonly asOf: Day
  readonly sets: readonly DataSet[]
  readonly events: readonly AsOfEvent[]
  /** Among which the events of a turn are looked for, if more than those of the states themselves. */
  readonly carrying?: readonly AsOfEvent[]
}

/** Days on which the two talked, as the set tells that speaks on them. */
const talksIn = (parts: readonly Part[], sets: readonly DataSet[]): ReadonlySet<number> =>
  new Set(
    sets.flatMap(({ origin, talks }) =>
      talks.filter(day => parts.some(part => part.origin === origin && part.from <= day && day <= part.to)),
    ),
  )

export const pairCourse = ({ pair, asOf, sets }: Pick<Measured, 'pair' | 'asOf' | 'sets'>): PairCourse => {
  const [course, last] = [courseOfSets(sets), dayNumber(asOf)]
  const { parts, chains } = course
  const balance = chains.at(-1)?.balance ?? emptyBalance(last, 1, turnSettings().ordinary_act_day)
  const [sums, s] = [sumsOf(balance), temperatureSettings()]
  return {
    pair,
    as_of: asOf,
    origin: parts.at(-1)?.origin ?? null,
    parts,
    chains,
    balance,
    phases: phasesIn(course, talksIn(parts, sets)),
    temperature: temperatureOf(
      passedBetween(sums, last - s.window + 1, last),
      passedBetween(sums, last - s.window - s.past + 1, last - s.window),
    ),
  }
}

/** All measures of a pair, from its data sets. */
export const measure = ({ pair, asOf, sets, events, carrying = events }: Measured): PairRelation => {
  const course = pairCourse({ pair, asOf, sets })
  const carried = (online: boolean): CarriedTurn[] =>
    carriedTurns(foundTurns(sets, online), carrying, { online, pair, asOf })
  return { ...course, events: spokenIn(course.parts, sets, events), turns: carried(false), alarms: carried(true) }
}

const byOrigin = (events: readonly AsOfEvent[]): ReadonlyMap<string, AsOfEvent[]> => {
  const sets = new Map<string, AsOfEvent[]>()
  for (const event of events) {
    const list = sets.get(event.origin)
    if (list) list.push(event)
    else sets.set(event.origin, [event])
  }
  return sets
}

/** Each data set among some events as a series of its own. */
export const setsOfEvents = (events: readonly AsOfEvent[], pair: readonly [ActorId, ActorId], asOf: Day): DataSet[] =>
  [...byOrigin(events)].map(([origin, own]) => setOfEvents(origin, own, pair, asOf))

/** What is known of a pair from events already at hand: pure, so that other rooms may measure what they have read. */
export const relationOf = (all: readonly AsOfEvent[], pair: readonly [ActorId, ActorId], asOf: Day): PairRelation => {
  const events = all.filter(event => event.day <= asOf)
  return measure({ pair, asOf, sets: setsOfEvents(events, pair, asOf), events })
}

/** The phase that held on a day. */
export const phaseOn = ({ phases }: PairCourse, day: Day): ToldPhase | null =>
  phases.find(({ from, to }) => from <= dayNumber(day) && dayNumber(day) <= to) ?? null

export const dayOfNumber = (number: number): Day => addDays('1970-01-01', number)
