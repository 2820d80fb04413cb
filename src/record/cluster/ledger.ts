import { recordFailure } from '../../domain/index.ts'
import type { SqlEngine } from '../sql-engine.ts'
import type { ClusterEngine } from './connect.ts'
import { type CanonicalTable, FORM } from './tables.ts'

/** What a cluster knows of the pushes that filled it: lines are only added, the last one of a kind holds. */

const TEXT = 'String'

export const PUSHES: Pick<CanonicalTable, 'name' | 'columns' | 'order' | 'monthly'> = {
  name: 'pushes',
  columns: [
    ['number', 'Int64'],
    ['push', TEXT],
    ['state', TEXT],
    ['form', 'Int32'],
    ['record', TEXT],
    ['runs', 'Int32'],
    ['fingerprint', TEXT],
    ['program', TEXT],
    ['at', TEXT],
  ],
  order: ['number'],
  monthly: false,
}

export const PUSHED_PARTS: typeof PUSHES = {
  name: 'pushed_parts',
  columns: [
    ['table_name', TEXT],
    ['part', TEXT],
    ['number', 'Int64'],
    ['sha256', TEXT],
    ['rows', 'Int64'],
  ],
  order: ['table_name', 'part', 'number'],
  monthly: false,
}

/** The last push: `complete`, or begun and not (yet) ended. */
export interface PushState {
  readonly number: number
  readonly push: string
  readonly state: 'begun' | 'complete'
  readonly form: number
  readonly record: string
  readonly runs: number
  readonly fingerprint: string
  readonly program: string
}

export const lastPush = async (engine: SqlEngine): Promise<PushState | null> => {
  const [found] = await engine.rows<PushState & { number: string }>(
    'select number, push, state, form, record, runs, fingerprint, program from pushes order by number desc, state desc limit 1',
  )
  return found ? { ...found, number: Number(found.number) } : null
}

export interface PushedPart {
  readonly sha256: string
  readonly rows: number
}

export const partKey = (table: string, part: string): string => `${table}/${part}`

export const pushedParts = async (engine: SqlEngine): Promise<Map<string, PushedPart>> => {
  const rows = await engine.rows<{ table_name: string; part: string; sha256: string; rows: string }>(
    `select table_name, part, argMax(sha256, number) as sha256, argMax(rows, number) as rows
     from pushed_parts group by table_name, part`,
  )
  return new Map(
    rows.map(({ table_name, part, sha256, rows }) => [partKey(table_name, part), { sha256, rows: Number(rows) }]),
  )
}

/** A push that was not ended has left some of the record out: nothing is answered from that. */
export const requireWhole = (engine: ClusterEngine, state: PushState | null): PushState => {
  const { shown } = engine.address
  if (state === null)
    throw recordFailure(`the cluster ${shown} holds no record`, `detente record push ${shown} puts one there`)
  if (state.form > FORM)
    throw recordFailure(
      `the record on the cluster ${shown} was pushed by a newer version: its form is ${state.form}, this program knows ${FORM}`,
      'update detente',
    )
  if (state.form < FORM)
    throw recordFailure(
      `the record on the cluster ${shown} was pushed by an older version`,
      `push it again: detente record push ${shown}`,
    )
  if (state.state !== 'complete')
    throw recordFailure(
      `a push to the cluster ${shown} is under way or was broken off`,
      'wait for it to end, or run it again: it goes on where it stopped',
    )
  return state
}
