import { EVENT_TYPES, STATUSES } from '../domain/index.ts'
import { EVENT_FIELDS, type EventField } from '../sources/index.ts'
import { literals } from './engine.ts'
import { goldsteinWeights } from './goldstein.ts'

/**
 * The one judge of events, whatever format they came in: SQL from `staged_text` (file, line, text, problem) to `judged`
 * (typed columns, and `reason` where a row is rejected). Nothing is guessed: what is not understood is rejected.
 */

const STRUCTURE = JSON.stringify(Object.fromEntries(EVENT_FIELDS.map(field => [field, 'JSON'])))
const SOURCE_STRUCTURE = '[{"publisher":"JSON","title":"JSON","url":"JSON","published":"JSON"}]'

/** Ids with these beginnings name other things in `trace`. */
export const RESERVED_IDS = ['run:', 'cell:']

const ID = "'[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}'"
const ACTOR = "'[A-Z]{3}|(org|grp|per|reg|loc):[a-z0-9][a-z0-9-]*'"

/** A JSON string as text, trimmed, empty as null; null for what is no string. */
const text = (json: string): string =>
  `nullif(trim(case when json_type(${json}) = 'VARCHAR' then ${json} ->> '$' end), '')`

const isDay = (value: string): string =>
  `(regexp_full_match(${value}, '\\d{4}-\\d{2}-\\d{2}') and coalesce(try_cast(${value} as date)::varchar = ${value}, false))`

/** A list that came as JSON, or as text holding JSON (tables have no lists). */
const list = (json: string, otherwise: string): string => `
  case when ${json} is null then '[]'::json
       when json_type(${json}) = 'ARRAY' then ${json}
       when json_type(${json}) = 'VARCHAR' and ${json} ->> '$' like '[%' then
         case when json_valid(${json} ->> '$') then (${json} ->> '$')::json end
       when json_type(${json}) = 'VARCHAR' then ${otherwise} end`

/** `A; B` in a table's cell. */
const NAMES =
  "to_json(list_filter(list_transform(string_split(j_people ->> '$', ';'), lambda x: trim(x)), lambda x: x <> ''))"

const number = (json: string, type: string): string => `try_cast(${json} ->> '$' as ${type})`

const TEXT_FIELDS: readonly EventField[] = [
  ...(['id', 'day', 'day_to', 'known', 'known_basis', 'source', 'target', 'type', 'cameo', 'mode', 'status'] as const),
  ...(['announces', 'summary', 'place', 'document', 'disputes', 'origin'] as const),
]
const NUMBER_FIELDS: readonly EventField[] = ['magnitude', 'sentence', 'start', 'end']
const NUMBER_KINDS = "('DOUBLE', 'UBIGINT', 'BIGINT')"

/** The first of some fields for which a condition holds, by name. */
const firstWhere = (fields: readonly EventField[], condition: (json: string) => string): string =>
  `coalesce(${fields.map(field => `case when ${condition(`j_${field}`)} then '${field}' end`).join(', ')})`

const OBJECT = "problem is null and json_valid(text) and json_type(text) = 'OBJECT'"

/** Each field as JSON; one that is absent and one that is null are the same. */
const OPENED = `
  select file, line, problem, fields, nothing_else,
    ${EVENT_FIELDS.map(field => `case when json_type(r."${field}") <> 'NULL' then r."${field}" end as j_${field}`).join(',\n    ')}
  from (
    select file, line, problem,
      case when problem is null and json_valid(text) then json_type(text) = 'OBJECT' end as fields,
      case when ${OBJECT} then list_filter(json_keys(text), lambda k: k not in ${literals(EVENT_FIELDS)})[1] end as nothing_else,
      case when ${OBJECT} then from_json(text, '${STRUCTURE}') end as r
    from staged_text)`

/** First pass: every field as text or number, lists as JSON. */
const FIELDS = `
  select file, line, problem, fields, nothing_else,
    ${TEXT_FIELDS.map(field => `${text(`j_${field}`)} as "${field}"`).join(',\n    ')},
    nullif(trim(j_confidence ->> '$'), '') as confidence,
    ${number('j_magnitude', 'double')} as magnitude, ${number('j_sentence', 'integer')} as sentence,
    ${number('j_start', 'integer')} as span_start, ${number('j_end', 'integer')} as span_end,
    case when j_reciprocal is null then false
         when lower(j_reciprocal ->> '$') in ('true', '1', 'yes') then true
         when lower(j_reciprocal ->> '$') in ('false', '0', 'no', '') then false end as reciprocal,
    ${list('j_people', NAMES)} as people,
    ${list('j_sources', 'null')} as sources,
    ${firstWhere(TEXT_FIELDS, json => `json_type(${json}) <> 'VARCHAR'`)} as not_text,
    ${firstWhere(['confidence'], json => `json_type(${json}) not in ('VARCHAR', ${NUMBER_KINDS.slice(1)}`)} as not_level,
    ${firstWhere(NUMBER_FIELDS, json => `(${json} ->> '$') <> '' and ${number(json, 'double')} is null`)} as not_number
  from opened`

/** Second pass: lists as lists, defaults, the known day by the contract's rule. */
const SHAPED = `
  select *, coalesce(day_to, day) as last_day,
    from_json(people, '["JSON"]') as people_list,
    from_json(sources, '${SOURCE_STRUCTURE}') as source_list,
    (select min(s.published ->> '$') from (select unnest(from_json(sources, '${SOURCE_STRUCTURE}')) as s)
     where s.published ->> '$' >= day) as first_published
  from fields`

const quoted = (value: string): string => `'"' || left(${value}, 60) || '"'`

/** Reasons in the order in which they are looked for; the first that fits is the row's. */
const reasons = (): readonly (readonly [condition: string, reason: string])[] => [
  ['problem is not null', 'problem'],
  ['fields is null', "'not JSON: torn or damaged line'"],
  ['not fields', "'not a JSON object'"],
  ['nothing_else is not null', `'unknown field ' || ${quoted('nothing_else')}`],
  ['not_text is not null', "not_text || ' is not a text'"],
  ['not_level is not null', "'confidence is neither a text nor a number'"],
  ['not_number is not null', "not_number || ' is not a number'"],
  [
    `id is not null and not regexp_full_match(id, ${ID})`,
    `'id ' || ${quoted('id')} || ' has characters that ids cannot have'`,
  ],
  [
    RESERVED_IDS.map(prefix => `starts_with(id, '${prefix}')`).join(' or '),
    `'id ' || ${quoted('id')} || ' begins like an id of another kind'`,
  ],
  ['day is null', "'day is missing'"],
  ...['day', 'day_to', 'known'].map(
    field =>
      [`${field} is not null and not ${isDay(field)}`, `'${field} ' || ${quoted(field)} || ' is not a day'`] as const,
  ),
  ['last_day < day', "'day_to ' || day_to || ' lies before day ' || day"],
  ['known < day', "'known ' || known || ' lies before day ' || day"],
  [
    "known_basis is not null and known_basis not in ('given', 'published', 'occurred')",
    `'unknown known_basis ' || ${quoted('known_basis')}`,
  ],
  ['source is null', "'source is missing'"],
  ...['source', 'target'].map(
    field =>
      [
        `${field} is not null and not regexp_full_match(${field}, ${ACTOR})`,
        `'${field} ' || ${quoted(field)} || ' is not an actor id'`,
      ] as const,
  ),
  ['reciprocal is null', "'reciprocal is neither true nor false'"],
  [`type is not null and type not in ${literals(EVENT_TYPES)}`, `'unknown type ' || ${quoted('type')}`],
  [
    `cameo is not null and cameo not in ${literals([...goldsteinWeights().byCameo.keys()])}`,
    `'unknown CAMEO code ' || ${quoted('cameo')}`,
  ],
  ['status is null', "'status is missing'"],
  [`status not in ${literals(STATUSES)}`, `'unknown status ' || ${quoted('status')}`],
  ["people is null or json_type(people) <> 'ARRAY'", "'people is not a list of names'"],
  [
    "len(list_filter(people_list, lambda p: p is null or json_type(p) <> 'VARCHAR')) > 0",
    "'people is not a list of names'",
  ],
  ["sources is null or json_type(sources) <> 'ARRAY'", "'sources is not a list'"],
  [
    "len(list_filter(source_list, lambda s: s is null or coalesce(json_type(s.publisher), '') <> 'VARCHAR' or trim(s.publisher ->> '$') = '')) > 0",
    "'a source without a publisher'",
  ],
  [
    "len(list_filter(source_list, lambda s: coalesce(json_type(s.title), 'NULL') not in ('VARCHAR', 'NULL') or coalesce(json_type(s.url), 'NULL') not in ('VARCHAR', 'NULL'))) > 0",
    "'a source whose title or url is not a text'",
  ],
  [
    `len(list_filter(source_list, lambda s: s.published is not null and json_type(s.published) <> 'NULL' and not coalesce(${isDay("(s.published ->> '$')")}, false))) > 0`,
    "'a source whose published is not a day'",
  ],
]

const KNOWN = 'coalesce(known, first_published, last_day)'
const BASIS = `case when known is not null then coalesce(known_basis, 'given') when first_published is not null then 'published' else 'occurred' end`
const SOURCES = `to_json(list_transform(source_list, lambda s: {publisher: trim(s.publisher ->> '$'), title: coalesce(s.title ->> '$', ''),
  url: coalesce(s.url ->> '$', ''), published: nullif(s.published ->> '$', '')}))::varchar`

const weight = (): string => {
  const { byCameo, byType } = goldsteinWeights()
  const cases = (column: string, weights: ReadonlyMap<string, number>): string =>
    `case ${column} ${[...weights].map(([code, tenths]) => `when '${code}' then ${tenths}`).join(' ')} end`
  return `coalesce(${cases('cameo', byCameo)}, ${cases('type', byType)})`
}

/** Lower case, without accents, words parted by single spaces and one in front: a word is looked for as ' word'. */
export const folded = (expression: string): string =>
  `' ' || trim(regexp_replace(translate(strip_accents(lower(${expression})), 'əı', 'ei'), '[^\\p{L}\\p{N}]+', ' ', 'g'))`

const JUDGED = `
  select file, line, case ${reasons()
    .map(([condition, reason]) => `when ${condition} then ${reason}`)
    .join('\n    ')} end as reason,
    id, day, last_day as day_to, ${KNOWN} as known, ${BASIS} as known_basis, source, target, reciprocal, people::varchar as people,
    type, cameo, mode, status, announces, magnitude, coalesce(summary, '') as summary, place, document, sentence, span_start, span_end,
    confidence, disputes, ${SOURCES} as sources, origin,
    (${weight()})::integer as goldstein,
    ${folded(`concat_ws(' ', summary, place, array_to_string(list_transform(people_list, lambda p: p ->> '$'), ' '))`)} as words
  from shaped`

/** What makes two rows the same row: every field that is kept, in one fixed order. */
const CONTENT = `sha256(to_json([day, day_to, known, known_basis, source, target, reciprocal::varchar, people, type, cameo, mode, status,
  announces, magnitude::varchar, summary, place, document, sentence::varchar, span_start::varchar, span_end::varchar, confidence, disputes,
  sources])::varchar)`

export const judgeEvents = (): string => `
  create or replace temp table judged as
  with opened as (${OPENED}), fields as (${FIELDS}), shaped as (${SHAPED}), judged as (${JUDGED})
  select * exclude (id), coalesce(id, 'ev-' || left(content, 16)) as id
  from (select *, case when reason is null then ${CONTENT} end as content from judged)`
