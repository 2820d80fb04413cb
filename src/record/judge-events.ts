import { EVENT_FIELDS, type EventField } from '../sources/index.ts'
import { literals } from './engine.ts'
import { eventFault } from './event-faults.ts'
import { goldsteinWeights } from './goldstein.ts'
import { isFilled, listOf, numeric, plain, trimmed } from './json-sql.ts'
import { folded } from './words.ts'

/**
 * The one judge of events, whatever format they came in: SQL from `staged_text` (file, line, text, problem) to `judged`
 * (typed columns, and `reason` where a row is rejected). Nothing is guessed: what is not understood is rejected.
 */

const STRUCTURE = JSON.stringify(Object.fromEntries(EVENT_FIELDS.map(field => [field, 'JSON'])))
const SOURCE_STRUCTURE = '[{"publisher":"JSON","title":"JSON","url":"JSON","published":"JSON"}]'

/** Nested, because `and` asks both sides, and the second fails on what is no JSON. */
const ifObject = (then: string): string =>
  `case when json_valid(text) then case when json_type(text) = 'OBJECT' then ${then} end end`

/** Each field as JSON; one that is absent and one that is null are the same. */
const OPENED = `
  select file, line, problem, is_object, unknown_field,
    ${EVENT_FIELDS.map(field => `case when json_type(r."${field}") <> 'NULL' then r."${field}" end as j_${field}`).join(',\n    ')}
  from (
    select file, line, problem,
      case when json_valid(text) then json_type(text) = 'OBJECT' end as is_object,
      ${ifObject(`list_filter(json_keys(text), lambda k: k not in ${literals(EVENT_FIELDS)})[1]`)} as unknown_field,
      ${ifObject(`from_json(text, '${STRUCTURE}')`)} as r
    from staged_text)`

const TEXTS: readonly EventField[] = [
  ...(['id', 'day', 'day_to', 'known', 'known_basis', 'source', 'target', 'type', 'cameo', 'mode', 'status'] as const),
  ...(['announces', 'summary', 'place', 'document', 'disputes', 'origin'] as const),
]

/** The first of some fields for which a condition holds, by name. */
const firstWhere = (fields: readonly EventField[], condition: (json: string) => string): string =>
  `coalesce(${fields.map(field => `case when ${condition(`j_${field}`)} then '${field}' end`).join(', ')}, null)`

/** `A; B` in a table's cell. */
const NAMES = `to_json(list_filter(list_transform(string_split(${plain('j_people')}, ';'), lambda e: trim(e)), lambda e: e <> ''))`

/** First pass: every field as text or number, lists as JSON. */
const FIELDS = `
  select file, line, problem, is_object, unknown_field,
    ${TEXTS.map(field => `${trimmed(`j_${field}`)} as "${field}"`).join(',\n    ')},
    nullif(trim(${plain('j_confidence')}), '') as confidence,
    ${numeric('j_magnitude', 'double')} as magnitude, ${numeric('j_sentence', 'integer')} as sentence,
    ${numeric('j_start', 'integer')} as span_start, ${numeric('j_end', 'integer')} as span_end,
    case when j_reciprocal is null then false
         when lower(${plain('j_reciprocal')}) in ('true', '1', 'yes') then true
         when lower(${plain('j_reciprocal')}) in ('false', '0', 'no', '') then false end as reciprocal,
    ${listOf('j_people', NAMES)} as people,
    ${listOf('j_sources', 'null')} as sources,
    ${firstWhere(TEXTS, json => `json_type(${json}) <> 'VARCHAR'`)} as not_text,
    ${firstWhere(['confidence'], json => `json_type(${json}) not in ('VARCHAR', 'DOUBLE', 'UBIGINT', 'BIGINT')`)} as not_level,
    coalesce(
      ${firstWhere(['magnitude'], json => `${isFilled(json)} and not coalesce(isfinite(${numeric(json, 'double')}), false)`)},
      ${firstWhere(['sentence', 'start', 'end'], json => `${isFilled(json)} and not regexp_full_match(${plain(json)}, '\\d{1,9}')`)}
    ) as not_number
  from opened`

/** Second pass: lists as lists, and the first publication on or after the act. */
const SHAPED = `
  select *,
    from_json(people, '["JSON"]') as people_list,
    from_json(sources, '${SOURCE_STRUCTURE}') as source_list,
    list_min(list_filter(list_transform(source_list, lambda e: ${plain('e.published')}), lambda p: p >= day)) as first_published
  from fields`

const SOURCES = `to_json(list_transform(source_list, lambda e: {
    publisher: trim(${plain('e.publisher')}), title: coalesce(${plain('e.title')}, ''), url: coalesce(${plain('e.url')}, ''),
    published: nullif(${plain('e.published')}, '')}))::varchar`

const weight = (): string => {
  const { byCameo, byType } = goldsteinWeights()
  const cases = (column: string, weights: ReadonlyMap<string, number>): string =>
    `case ${column} ${[...weights].map(([code, tenths]) => `when '${code}' then ${tenths}`).join(' ')} end`
  return `coalesce(${cases('cameo', byCameo)}, ${cases('type', byType)})::integer`
}

const SEARCHED = `concat_ws(' ', summary, place, array_to_string(list_transform(people_list, lambda e: ${plain('e')}), ' '))`

/** Third pass: the verdict, and the known day by the contract's rule where the row does not say it. */
const judged = (): string => `
  select file, line, ${eventFault()} as reason,
    id, day, coalesce(day_to, day) as day_to,
    coalesce(known, first_published, day_to, day) as known,
    case when known is not null then coalesce(known_basis, 'given')
         when first_published is not null then 'published' else 'occurred' end as known_basis,
    source, target, reciprocal, people::varchar as people, type, cameo, mode, status, announces, magnitude,
    coalesce(summary, '') as summary, place, document, sentence, span_start, span_end, confidence, disputes,
    ${SOURCES} as sources, origin, ${weight()} as goldstein, ${folded(SEARCHED)} as words
  from shaped`

/** What makes two rows the same row: every field that is kept, in one fixed order. Notes and tags are none of them. */
const CONTENT = `sha256(to_json([day, day_to, known, known_basis, source, target, reciprocal::varchar, people, type, cameo, mode, status,
  announces, magnitude::varchar, summary, place, document, sentence::varchar, span_start::varchar, span_end::varchar, confidence, disputes,
  sources])::varchar)`

export const judgeEvents = (): string => `
  create or replace temp table judged as
  with opened as (${OPENED}), fields as (${FIELDS}), shaped as (${SHAPED}), judged as (${judged()})
  select * exclude (id), coalesce(id, 'ev-' || left(content, 16)) as id
  from (select *, case when reason is null then ${CONTENT} end as content from judged)`
