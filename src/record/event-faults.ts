import { EVENT_TYPES, STATUSES } from '../domain/index.ts'
import { literals } from './engine.ts'
import { goldsteinWeights } from './goldstein.ts'
import { isDaySql, isFilled, plain, shown, some } from './json-sql.ts'

/** A condition that makes a row unusable, and the reason as SQL text. */
type Fault = readonly [condition: string, reason: string]

/** Ids with these beginnings name other things in `trace`. */
const RESERVED = ['run:', 'cell:']

const ID = "'[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}'"
/** As `actorKind` of domain. */
const ACTOR = "'[A-Z]{3}|(org|grp|per|reg|loc|nam):[a-z0-9][a-z0-9-]*'"
const BASES = ['given', 'published', 'occurred']

const fromReader: readonly Fault[] = [
  ['problem is not null', 'problem'],
  ['is_object is null', "'not JSON: torn or damaged line'"],
  ['not is_object', "'not a JSON object'"],
  ['unknown_field is not null', `'unknown field ' || ${shown('unknown_field')}`],
  ['not_text is not null', "not_text || ' is not a text'"],
  ['not_level is not null', "not_level || ' is neither a text nor a number'"],
  ['not_number is not null', "not_number || ' is not a number'"],
]

const badId = (column: string): Fault => [
  `not regexp_full_match(${column}, ${ID})`,
  `'${column} ' || ${shown(column)} || ' has characters that ids cannot have'`,
]
const ids: readonly Fault[] = [
  ...['id', 'announces', 'disputes'].map(badId),
  [
    RESERVED.map(prefix => `starts_with(id, '${prefix}')`).join(' or '),
    `'id ' || ${shown('id')} || ' begins like an id of another kind'`,
  ],
]

const badDay = (column: string): Fault => [
  `${column} is not null and not ${isDaySql(column)}`,
  `'${column} ' || ${shown(column)} || ' is not a day'`,
]
const days: readonly Fault[] = [
  ['day is null', "'day is missing'"],
  ...['day', 'day_to', 'known'].map(badDay),
  ['day_to < day', "'day_to ' || day_to || ' lies before day ' || day"],
  ['known < day', "'known ' || known || ' lies before day ' || day"],
  [`known_basis not in ${literals(BASES)}`, `'unknown known_basis ' || ${shown('known_basis')}`],
]

const badActor = (column: string): Fault => [
  `not regexp_full_match(${column}, ${ACTOR})`,
  `'${column} ' || ${shown(column)} || ' is not an actor id'`,
]
const actors: readonly Fault[] = [
  ['source is null', "'source is missing'"],
  ...['source', 'target'].map(badActor),
  ['reciprocal is null', "'reciprocal is neither true nor false'"],
  [
    `people is null or json_type(people) <> 'ARRAY' or ${some('people_list', "e is null or json_type(e) <> 'VARCHAR'")}`,
    "'people is not a list of names'",
  ],
]

const codes = (): readonly Fault[] => [
  [`type not in ${literals(EVENT_TYPES)}`, `'unknown type ' || ${shown('type')}`],
  [`cameo not in ${literals([...goldsteinWeights().byCameo.keys()])}`, `'unknown CAMEO code ' || ${shown('cameo')}`],
  ['status is null', "'status is missing'"],
  [`status not in ${literals(STATUSES)}`, `'unknown status ' || ${shown('status')}`],
]

const notText = (field: string): string => `coalesce(json_type(e.${field}), 'NULL') not in ('VARCHAR', 'NULL')`
const sources: readonly Fault[] = [
  ["sources is null or json_type(sources) <> 'ARRAY'", "'sources is not a list'"],
  [
    some(
      'source_list',
      `e is null or coalesce(json_type(e.publisher), '') <> 'VARCHAR' or trim(${plain('e.publisher')}) = ''`,
    ),
    "'a source without a publisher'",
  ],
  [some('source_list', `${notText('title')} or ${notText('url')}`), "'a source whose title or url is not a text'"],
  [
    some('source_list', `${isFilled('e.published')} and not ${isDaySql(plain('e.published'))}`),
    "'a source whose published is not a day'",
  ],
]

/** What is wrong with a shaped row, as one SQL expression; null where nothing is. The first fault that fits is the row's. */
export const eventFault = (): string => {
  const faults = [...fromReader, ...ids, ...days, ...actors, ...codes(), ...sources]
  return `case ${faults.map(([condition, reason]) => `when ${condition} then ${reason}`).join('\n    ')} end`
}
