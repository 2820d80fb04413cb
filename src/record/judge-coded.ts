import { CODED_COLUMNS, type CodedColumn } from '../sources/index.ts'
import type { RawStage } from './stage-raw.ts'
import type { Staging } from './staging.ts'

/**
 * From the staged rows of a coded format to the view `judged_coded`, with actors, roles and types looked up and the reason why a row is
 * rejected: a view, because its joins cost less than writing every row once more.
 */

/** All columns of coded rows, as `staged_rows`: those that the format lacks are null here and take no room in what is staged. */
const ROWS = ({ name: staging, columns, table }: RawStage): string => `
  create view ${staging}.staged_rows as
  select rowid as rowid, ${(Object.keys(CODED_COLUMNS) as CodedColumn[])
    .map(name => (columns.has(name) ? name : `null::${CODED_COLUMNS[name]} as ${name}`))
    .join(', ')}
  from ${table}`

/**
 * Each code met once, with the actor it stands for: names without an entry stand for themselves. A code whose meaning has changed has its
 * further meanings in a list, so that rows find their code by equality alone; one that has none has no actor.
 */
const ACTORS = (staging: string): string => `
  create table ${staging}.actors_met as
  with met as (select distinct source_code as code from ${staging}.staged_rows union select distinct target_code from ${staging}.staged_rows),
  asked as (
    select code, case when starts_with(code, 'whose:') then 'icews:' || split_part(substr(code, 7), '|', 1) else code end as asked,
      case when starts_with(code, 'whose:') then split_part(code, '|', 2) when starts_with(code, 'name:') then substr(code, 6) end as name
    from met where code is not null),
  named as (
    select *, 'nam:' || trim(regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', '-', 'g'), '-') as self from asked),
  meant as (
    select n.code, coalesce(c.actor, case when self <> 'nam:' then self end) as actor, coalesce(c.from_day, date '0001-01-01') as from_day,
      coalesce(c.to_day, date '9999-12-31') as to_day, row_number() over (partition by n.code order by from_day desc) as nth
    from named n left join actor_codes c on c.code = n.asked)
  select code, any_value(actor) filter (where nth = 1) as actor, any_value(from_day) filter (where nth = 1) as from_day,
    any_value(to_day) filter (where nth = 1) as to_day,
    list(struct_pack(actor := actor, from_day := from_day, to_day := to_day)) filter (where nth > 1) as further
  from meant group by code`

/** What a code means on the day of the row. */
const meaning = (met: 'a' | 'b'): string => `
  case when s.day between ${met}.from_day and ${met}.to_day then ${met}.actor
    when ${met}.further is not null then list_filter(${met}.further, lambda f: s.day between f.from_day and f.to_day)[1].actor end`

/** The rows with what their codes mean. */
const MEANT = ({ name: staging, line, place, join }: RawStage): string => `
  create view ${staging}.meant_rows as
  select ${place} as rid, ${line} as line, s.*, ${meaning('a')} as source, ${meaning('b')} as target, a.actor is null as source_unknown,
    b.actor is null as target_unknown, ra.role as source_as, rb.role as target_as, e.code as event_code, e.cameo as event_cameo,
    e.type as event_type, e.tenths
  from ${staging}.staged_rows s ${join}
  left join ${staging}.actors_met a on a.code = s.source_code
  left join ${staging}.actors_met b on b.code = s.target_code
  left join ${staging}.roles_met ra on ra.given = s.source_role
  left join ${staging}.roles_met rb on rb.given = s.target_role
  left join ${staging}.codes_known e on e.code = coalesce(s.cameo, s.type)`

/** Each list of sectors met once, with the role of the lowest rank; words that are no role of the crosswalk are none of the roles known. */
const ROLES = (staging: string): string => `
  create table ${staging}.roles_met as
  with met as (select distinct source_role as given from ${staging}.staged_rows union select distinct target_role from ${staging}.staged_rows),
  words as (
    select given, split_part(given, ':', 1) || ':' || trim(unnest(string_split(substr(given, instr(given, ':') + 1), ','))) as word
    from met where given is not null),
  ranked as (select given, argMin(w.role, w.rank) as role from words left join role_words w using (word) group by given)
  select given, coalesce(role, 'other'::actor_role) as role from ranked`

const unknown = (side: 'source' | 'target'): string => `
  when ${side}_code is not null and ${side} is null then
    case when ${side}_unknown then 'unknown ${side} code "' || left(${side}_code, 60) || '"'
      else '${side} code "' || ${side}_code || '" had no meaning on ' || day end`

/** What acts as a state: a state with no role, its government, its armed forces. A missing other side does not change that. */
const official = (actor: string, role: string): string =>
  `(length(${actor}) = 3 and (${role} is null or ${role} in ('government', 'military')))`

const VIEW = (staging: string, file: number, origin: string): string => `
  create view ${staging}.judged_coded as
  select rid, line, '${origin.replaceAll("'", "''")}' as origin, ${file} as file, native, day,
    coalesce(day_to, day) as day_to, coalesce(known, day_to, day) as known, coalesce(known_basis, 'occurred'::known_basis) as known_basis,
    ${official('source', 'source_as')} and (target is null or ${official('target', 'target_as')}) as official,
    source, source_as as source_role, source_name, target, target_as as target_role, target_name,
    event_cameo as cameo, event_type as type, mode, magnitude, tenths as goldstein, tone, mentions, publisher, url, place, summary, confidence,
    case when fault is not null then fault
      when source_code is null then 'source is missing'
      ${unknown('source')}
      ${unknown('target')}
      when coalesce(cameo, type) is not null and event_code is null then 'unknown event code "' || left(coalesce(cameo, type), 60) || '"'
      when day_to < day then 'the last day ' || day_to || ' lies before the first ' || day
      when known < day then 'known ' || known || ' lies before the day ' || day
      when nullif(native, '') is null then 'the row has no id'
    end as reason
  from ${staging}.meant_rows`

export const judgeCoded = async (
  { engine, name }: Staging,
  stage: RawStage,
  file: number,
  origin: string,
): Promise<void> => {
  for (const step of [
    ROWS(stage),
    ACTORS(name),
    ROLES(name),
    `create table ${name}.codes_known as select * from event_codes`,
    MEANT(stage),
    VIEW(name, file, origin),
  ])
    await engine.run(step)
}
