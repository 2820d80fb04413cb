import { folded } from './words.ts'

/**
 * All events of a record as one table, whichever table keeps them: what questions about single events read from. Filters reach into
 * both parts. Rows of published data sets are short of fields that only the own format has.
 */

/** `USA > IRN: Consult`: what a coded row says, for those that bring no sentence of their own. */
const SUMMARY = `concat(coalesce(source_name, source), case when target is null then '' else ' > ' || coalesce(target_name, target) end, ': ',
  coalesce(summary, concat_ws(' ', type::varchar, cameo)))`

const SOURCES = `case when publisher is null and url is null then '[]' else to_json([{
  publisher: coalesce(publisher, origin), title: '', url: coalesce(url, ''),
  published: case when known_basis = 'occurred' then null else strftime(known, '%Y-%m-%d') end}])::varchar end`

const CODED_AS_EVENTS = `
  select true as coded, seq, origin || ':' || native as id, day, day_to, known, until, known_basis::varchar as known_basis, official, source, target, false as reciprocal,
    '[]' as people, type::varchar as type, cameo, mode, 'occurred' as status, null::varchar as announces, magnitude, ${SUMMARY} as summary, place,
    null::varchar as document, null::integer as sentence, null::integer as span_start, null::integer as span_end, confidence,
    null::varchar as disputes, ${SOURCES} as sources, goldstein, source_role::varchar as source_role, target_role::varchar as target_role,
    ${folded("concat_ws(' ', summary, place, source_name, target_name)")} as words, origin, file, line
  from coded`

const VERSIONS_AS_EVENTS = `
  select false as coded, seq, id, day, day_to, known, until, known_basis,
    true as official, source, target,
    reciprocal, people, type, cameo, mode, status, announces, magnitude, summary, place, document, sentence, span_start, span_end,
    confidence, disputes, sources, goldstein, null::varchar as source_role, null::varchar as target_role, words, origin, file, line
  from versions`

export const ALL_EVENTS = `(${VERSIONS_AS_EVENTS} union all ${CODED_AS_EVENTS})`

/** The same with nothing but days and sides. */
export const ALL_SIDES = `(
  select day, day_to, known, until, true as official, source, target from versions
  union all select day, day_to, known, until, official, source, target from coded)`

/** Numbers as a table: a join with one is looked up by place. */
const tableOf = (numbers: readonly string[]): string =>
  `(select n::bigint from (values ${numbers.map(number => `(${number})`).join(', ')}) as numbers (n))`

/** Where some coded rows lie, by their numbers: the place of a row is found in one column, and its other columns by its place. */
export const placesOfCoded = (seqs: readonly string[]): string =>
  `select rowid::varchar as place from coded where seq in (${seqs.join(', ')})`

/** The same with only some of the coded rows, named by their places. */
export const withCodedRows = (places: readonly string[]): string =>
  places.length === 0
    ? `(${VERSIONS_AS_EVENTS})`
    : `(${VERSIONS_AS_EVENTS} union all ${CODED_AS_EVENTS} where rowid in ${tableOf(places)})`
