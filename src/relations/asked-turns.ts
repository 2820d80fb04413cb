import { type ActorId, type Day, type Dyad, dayNumber, dyad } from '../domain/index.ts'
import { type RecordReader, requireSource } from '../record/index.ts'
import { type CarriedTurn, type PairRelation, readRelation, relationsOf } from './pair/index.ts'

/** The turning points of one pair, or of every pair that the record has events of. */

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

const relationsAsked = async (
  record: RecordReader,
  { pair, asOf, source }: TurnsQuestion,
): Promise<readonly PairRelation[]> =>
  pair
    ? [await readRelation(record, pair, asOf, source, true)]
    : relationsOf(await record.events({ asOf, bare: true, ...(source === undefined ? {} : { origin: source }) }), asOf)

/** Turns inside the days asked for, by the day they are placed at. */
const within = (turns: readonly CarriedTurn[], { from, to }: TurnsQuestion): CarriedTurn[] =>
  turns.filter(
    turn => (from === undefined || turn.day >= dayNumber(from)) && (to === undefined || turn.day <= dayNumber(to)),
  )

export const askedTurns = async (record: RecordReader, question: TurnsQuestion): Promise<TurnsOfPair[]> => {
  await requireSource(record, question.source)
  return (await relationsAsked(record, question)).map(relation => ({
    dyad: dyad(...relation.pair),
    source: relation.origin,
    turns: within(question.online ? relation.alarms : relation.turns, question),
  }))
}
