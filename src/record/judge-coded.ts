import { CODED_COLUMNS, type CodedColumn } from '../sources/index.ts'
import type { Engine } from './engine.ts'
import type { RawStage } from './stage-raw.ts'

/**
 * From `staged_raw` with the columns of a coded format to the view `judged`: actors, roles and types looked up, and the reason why a
 * row is rejected. A view, because its joins cost less than writing every row once more.
 */

/** All columns of coded rows, as `staged_rows`: those that the format lacks are null here and take no room in what is staged. */
const ROWS = ({ columns }: RawStage): string => `
  create or replace temp view staged_rows as
  select rowid as rowid, ${(Object.keys(CODED_COLUMNS) as CodedColumn[])
    .map(name => (columns.has(name) ? name : `null::${CODED_COLUMNS[name]} as ${name}`))
    .join(', ')}
  from staged_raw`

/** Each code met once, with the actor it stands for: names without an entry stand for themselves. */
const ACTORS = `
  create or replace temp table actors_met as
  with met as (select distinct source_code as code from staged_rows union select distinct target_code from staged_rows),
  asked as (
    select code, case when starts_with(code, 'whose:') then 'icews:' || split_part(substr(code, 7), '|', 1) else code end as asked,
      case when starts_with(code, 'whose:') then split_part(code, '|', 2) when starts_with(code, 'name:') then substr(code, 6) end as name
    from met where code is not null),
  named as (
    select *, 'nam:' || trim(regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', '-', 'g'), '-') as self from asked)
  select n.code, coalesce(c.actor, case when self <> 'nam:' then self end) as actor, coalesce(c.from_day, date '0001-01-01') as from_day,
    coalesce(c.to_day, date '9999-12-31') as to_day
  from named n left join actor_codes c on c.code = n.asked`

/** Each list of sectors met once, with the role of the lowest rank; words that are no role of the crosswalk are none of the roles known. */
const ROLES = `
  create or replace temp table roles_met as
  with met as (select distinct source_role as given from staged_rows union select distinct target_role from staged_rows),
  words as (
    select given, split_part(given, ':', 1) || ':' || trim(unnest(string_split(substr(given, instr(given, ':') + 1), ','))) as word
    from met where given is not null),
  ranked as (select given, argMin(w.role, w.rank) as role from words left join role_words w using (word) group by given)
  select given, coalesce(role, 'other'::actor_role) as role from ranked`

const unknown = (side: 'source' | 'target'): string => `
  when s.${side}_code is not null and ${side === 'source' ? 'a' : 'b'}.actor is null then
    case when s.${side}_code in (select code from actors_met where actor is not null)
      then '${side} code "' || s.${side}_code || '" had no meaning on ' || s.day
      else 'unknown ${side} code "' || left(s.${side}_code, 60) || '"' end`

/** What acts as a state: a state with no role, its government, its armed forces. A missing other side does not change that. */
const official = (actor: string, role: string): string =>
  `(length(${actor}) = 3 and (${role} is null or ${role} in ('government', 'military')))`

const VIEW = (stage: RawStage, file: number, origin: string): string => `
  create or replace temp view judged_coded as
  select ${stage.place} as rid, ${stage.line} as line, '${origin.replaceAll("'", "''")}' as origin, ${file} as file, s.native, s.day,
    coalesce(s.day_to, s.day) as day_to, coalesce(s.known, s.day_to, s.day) as known, coalesce(s.known_basis, 'occurred'::known_basis) as known_basis,
    ${official('a.actor', 'ra.role')} and (b.actor is null or ${official('b.actor', 'rb.role')}) as official,
    a.actor as source, ra.role as source_role, s.source_name, b.actor as target, rb.role as target_role, s.target_name,
    e.cameo, e.type, s.mode, s.magnitude, e.tenths as goldstein, s.tone, s.mentions, s.publisher, s.url, s.place, s.summary, s.confidence,
    case when s.fault is not null then s.fault
      when s.source_code is null then 'source is missing'
      ${unknown('source')}
      ${unknown('target')}
      when coalesce(s.cameo, s.type) is not null and e.code is null then 'unknown event code "' || left(coalesce(s.cameo, s.type), 60) || '"'
      when s.day_to < s.day then 'the last day ' || s.day_to || ' lies before the first ' || s.day
      when s.known < s.day then 'known ' || s.known || ' lies before the day ' || s.day
      when nullif(s.native, '') is null then 'the row has no id'
    end as reason
  from staged_rows s ${stage.join}
  left join actors_met a on a.code = s.source_code and s.day between a.from_day and a.to_day
  left join actors_met b on b.code = s.target_code and s.day between b.from_day and b.to_day
  left join roles_met ra on ra.given = s.source_role
  left join roles_met rb on rb.given = s.target_role
  left join event_codes e on e.code = coalesce(s.cameo, s.type)`

export const judgeCoded = async (engine: Engine, stage: RawStage, file: number, origin: string): Promise<void> => {
  await engine.run(ROWS(stage))
  await engine.run(ACTORS)
  await engine.run(ROLES)
  await engine.run(VIEW(stage, file, origin))
}
