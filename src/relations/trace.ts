import { addDays, type Day } from '../domain/index.ts'
import { cellId, type RecordReader, type Trace, type TracedRow } from '../record/index.ts'
import { type CarriedTurn, type PairRelation, parseTurnId, readRelation, type TurnName } from './pair/index.ts'

/** The way back from a turning point: it is found again, in the same rows as of the same day, and its rows are traced to file and line. */
export interface TurnTrace {
  readonly kind: 'turning_point'
  readonly id: string
  readonly dyad: string
  readonly as_of: Day
  readonly source: string
  /** As a watcher was told it, rather than as history has it. */
  readonly online: boolean
  readonly turn: CarriedTurn
  /** Every row of the pair in the days of the turn; those in `turn.events` carry it. */
  readonly rows: readonly TracedRow[]
}

export type AnyTrace = Trace | TurnTrace

const dayOf = (number: number): Day => addDays('1970-01-01', number)

const rowsBetween = async (record: RecordReader, name: TurnName, from: Day, to: Day): Promise<readonly TracedRow[]> => {
  const [a, b] = name.pair
  const cell = await record.trace(cellId({ a, b, by: 'day', from, to, asOf: name.asOf, source: name.source }))
  return cell?.kind === 'cell' ? cell.rows : []
}

const traceTurn = async (record: RecordReader, id: string, name: TurnName): Promise<TurnTrace | null> => {
  const { pair, day, asOf, source, online } = name
  const find = (relation: PairRelation): CarriedTurn | undefined =>
    (online ? relation.alarms : relation.turns).find(t => t.id === id)
  // Asked of all that the record holds of the pair, as most turns are; else of the one data set that was named.
  const whole = await readRelation(record, pair, asOf)
  const relation = find(whole) ? whole : await readRelation(record, pair, asOf, source)
  const turn = find(relation)
  if (!turn) return null
  // A watcher is told of acts when they become known, which may be after the days in which they happened.
  const days = relation.events.flatMap(event => (turn.events.includes(event.id) ? [event.day] : []))
  const [from = day, to = day] = [[dayOf(turn.from), ...days].sort()[0], [dayOf(turn.to), ...days].sort().at(-1)]
  const rows = await rowsBetween(record, name, from, to)
  return { kind: 'turning_point', id, dyad: pair.join('-'), as_of: asOf, source, online, turn, rows }
}

/** From an id down to rows, files and lines: turning points here, all else by the record. Null when nothing bears it. */
export const readTrace = async (record: RecordReader, id: string): Promise<AnyTrace | null> => {
  const name = parseTurnId(id)
  return name ? traceTurn(record, id, name) : record.trace(id)
}
