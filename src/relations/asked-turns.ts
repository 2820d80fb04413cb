import { type ActorId, type Day, type Dyad, dayNumber, dyad } from '../domain/index.ts'
import { type RecordReader, requireSource } from '../record/index.ts'
import { type CarriedTurn, foundTurns, leadsOf, readAllPairs, readCarried, readTurns } from './pair/index.ts'

/** The turning points of one pair, or of every pair of states in the record. */

export interface TurnsQuestion {
  readonly pair: readonly [ActorId, ActorId] | null
  readonly asOf: Day
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly source?: string | undefined
  /** As a watcher would have been told them, rather than as history has them. */
  readonly online: boolean
}

export interface TurnsOfPair {
  readonly dyad: Dyad
  /** The data set they were found in. */
  readonly source: string | null
  readonly turns: readonly CarriedTurn[]
}

/** All pairs, one after another; only the events of pairs with turns are fetched, in the days of these. */
const turnsOfAll = async (record: RecordReader, question: TurnsQuestion): Promise<TurnsOfPair[]> => {
  const { asOf, source, online } = question
  const found: TurnsOfPair[] = []
  for await (const { pair, sets, events } of readAllPairs(record, { asOf, source, online })) {
    const turns = within(foundTurns(sets, online), question)
    found.push({
      dyad: dyad(...pair),
      source: turns.at(-1)?.origin ?? sets[0]?.origin ?? null,
      turns: await readCarried(record, turns, { pair, asOf, online, sets, own: events }),
    })
  }
  return found
}

/** Turns inside the days asked for, by the day they are placed at. */
const within = <T extends { readonly day: number }>(turns: readonly T[], { from, to }: TurnsQuestion): T[] =>
  turns.filter(
    turn => (from === undefined || turn.day >= dayNumber(from)) && (to === undefined || turn.day <= dayNumber(to)),
  )

export const askedTurns = async (record: RecordReader, question: TurnsQuestion): Promise<TurnsOfPair[]> => {
  const { pair, asOf, source, online } = question
  await requireSource(record, source)
  if (!pair) return turnsOfAll(record, question)
  const { turns, sets } = await readTurns(record, pair, { asOf, source, online })
  return [{ dyad: dyad(...pair), source: leadsOf(sets).at(-1)?.origin ?? null, turns: within(turns, question) }]
}
