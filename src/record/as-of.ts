import { type ActorId, type ClosedInterval, type Day, dyad } from '../domain/index.ts'
import type { Parameters } from './sql-text.ts'

/**
 * The one place where as-of is decided: of every event the latest version known by a day, nothing of later days.
 * Bound as `$asOf`.
 */
export const VISIBLE = 'known <= $asOf and (until is null or until > $asOf)'

/** A condition in SQL and what it binds. */
export interface Where {
  readonly sql: string
  readonly parameters: Parameters
}

export const visible = (asOf: Day): Where => ({ sql: VISIBLE, parameters: { asOf } })

export const both = (a: Where, b: Where | null): Where =>
  b === null ? a : { sql: `${a.sql} and (${b.sql})`, parameters: { ...a.parameters, ...b.parameters } }

/** Acts that lasted into the days asked for count as of these days. */
export const during = (from: Day | undefined, to: Day | undefined): Where | null => {
  const sql = [from && 'day_to >= $from', to && 'day <= $to'].filter(Boolean).join(' and ')
  if (sql === '') return null
  return { sql, parameters: { ...(from ? { from } : {}), ...(to ? { to } : {}) } }
}

/** Acts whose first day lies in the days asked for: each counts in one period of a series. */
export const beginning = ({ from, to }: ClosedInterval): Where => ({
  sql: 'day between $from and $to',
  parameters: { from, to },
})

/** The same of any of some stretches; none of them matches nothing. */
export const beginningIn = (stretches: readonly ClosedInterval[]): Where => ({
  sql: stretches.map((_, i) => `day between $first${i} and $last${i}`).join(' or ') || 'false',
  parameters: Object.fromEntries(
    stretches.flatMap(({ from, to }, i) => [
      [`first${i}`, from],
      [`last${i}`, to],
    ]),
  ),
})

/** Both sides of a pair, in either direction. */
export const between = ([a, b]: readonly [ActorId, ActorId]): Where => ({
  sql: '(source = $a and target = $b) or (source = $b and target = $a)',
  parameters: { a, b },
})

/** The same in the roll-up, which is laid down by pair. */
export const ofPair = ([a, b]: readonly [ActorId, ActorId]): Where => ({
  sql: 'pair = $pair',
  parameters: { pair: dyad(a, b) },
})

/**
 * Who has to act: `state` leaves out rows whose sides are rebels, parties, firms or citizens of the states asked for,
 * `any` takes them in. Rows of the own format name who acts, and are in either way.
 */
export type Acting = 'state' | 'any'

export const acting = (who: Acting | undefined): Where | null =>
  who === 'any' ? null : { sql: 'official', parameters: {} }

/** A column that holds one of some texts: each is bound, whoever it came from. None of them matches nothing. */
export const among = (column: string, texts: readonly string[]): Where => {
  const names = texts.map((_, i) => `${column}${i}`)
  return {
    sql: `${column} in (${names.length === 0 ? 'null' : names.map(name => `$${name}`).join(', ')})`,
    parameters: Object.fromEntries(texts.map((text, i) => [`${column}${i}`, text])),
  }
}

/** Any of the actors on either side. */
export const involving = (actors: readonly ActorId[]): Where => {
  const [source, target] = [among('source', actors), among('target', actors)]
  return { sql: `${source.sql} or ${target.sql}`, parameters: { ...source.parameters, ...target.parameters } }
}
