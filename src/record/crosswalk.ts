import { EVENT_TYPES } from '../domain/index.ts'
import { readShippedText } from '../shipped/index.ts'
import { type Engine, literal } from './engine.ts'
import { goldsteinWeights } from './goldstein.ts'

/**
 * What codes mean, from data/crosswalk and data/codes: as rows for whoever asks, and as the engine's temporary tables
 * `actor_codes` (code, actor, from_day, to_day), `role_words` (word, role, rank) and `event_codes` (code, cameo, type, tenths).
 * A code has its system in front, as formats write it: `cameo:USA`. CAMEO event codes and PLOVER types have none.
 */
export interface ActorCode {
  readonly system: string
  readonly code: string
  readonly actor: string
  readonly from: string
  readonly to: string
}

const rowsOf = (text: string, separator: string): string[][] => {
  const [, ...rows] = text
    .trimEnd()
    .split('\n')
    .filter(line => !line.startsWith('#'))
  return rows.map(row => row.split(separator))
}

/** Open ends are written as the first and the last day there is, so that a span is asked with `between`. */
export const actorCodes = (): ActorCode[] =>
  rowsOf(readShippedText('crosswalk', 'codes.tsv'), '\t').map(([system = '', code = '', actor = '', from, to]) => ({
    system,
    code,
    actor,
    from: from || '0001-01-01',
    to: to || '9999-12-31',
  }))

export interface RoleWord {
  readonly system: string
  readonly word: string
  readonly role: string
  readonly rank: number
}

export const roleWords = (): RoleWord[] =>
  rowsOf(readShippedText('crosswalk', 'roles.tsv'), '\t').map(([system = '', word = '', role = '', rank]) => ({
    system,
    word,
    role,
    rank: Number(rank),
  }))

export interface EventCode {
  readonly code: string
  readonly cameo: string | null
  readonly type: string | null
  readonly tenths: number | null
}

/** The type of the longest listed beginning of a CAMEO code. */
const typeOf = (code: string, types: ReadonlyMap<string, string>): string | null => {
  for (let length = code.length; length >= 2; length -= 1) {
    const type = types.get(code.slice(0, length))
    if (type !== undefined) return type || null
  }
  return null
}

/** CAMEO codes, codes of other schemes, and PLOVER types themselves, each with what it weighs. */
export const eventCodes = (): EventCode[] => {
  const { byCameo, byType } = goldsteinWeights()
  const types = new Map(
    rowsOf(readShippedText('codes', 'cameo-types.csv'), ',').map(([code = '', type = '']) => [code, type]),
  )
  const weigh = (cameo: string | null, type: string | null): number | null =>
    (cameo === null ? undefined : byCameo.get(cameo)) ??
    EVENT_TYPES.map(t => (t === type ? byType.get(t) : null)).find(w => w != null) ??
    null
  const cameo = [...byCameo].map(([code, tenths]) => ({ code, cameo: code, type: typeOf(code, types), tenths }))
  const others = rowsOf(readShippedText('codes', 'other-events.csv'), ',').map(([code = '', to, kind]) => {
    const [cameoCode, type] = [to || null, kind || null]
    return { code, cameo: cameoCode, type, tenths: weigh(cameoCode, type) }
  })
  const plover = EVENT_TYPES.map(type => ({ code: type, cameo: null, type, tenths: weigh(null, type) }))
  return [...cameo, ...others, ...plover]
}

const value = (cell: string | number | null): string =>
  cell === null ? 'null' : typeof cell === 'number' ? String(cell) : literal(cell)

const fill = async (
  engine: Engine,
  table: string,
  columns: string,
  rows: readonly (string | number | null)[][],
): Promise<void> => {
  await engine.run(`create or replace temp table ${table} (${columns})`)
  await engine.run(`insert into ${table} values ${rows.map(row => `(${row.map(value).join(', ')})`).join(', ')}`)
}

export const loadCrosswalk = async (engine: Engine): Promise<void> => {
  await fill(
    engine,
    'actor_codes',
    'code varchar, actor varchar, from_day date, to_day date',
    actorCodes().map(({ system, code, actor, from, to }) => [`${system}:${code}`, actor, from, to]),
  )
  await fill(
    engine,
    'role_words',
    'word varchar, role actor_role, rank integer',
    roleWords().map(({ system, word, role, rank }) => [`${system}:${word}`, role, rank]),
  )
  await fill(
    engine,
    'event_codes',
    'code varchar, cameo varchar, type plover_type, tenths integer',
    eventCodes().map(({ code, cameo, type, tenths }) => [code, cameo, type, tenths]),
  )
}
