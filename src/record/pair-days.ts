import type { Engine } from './engine.ts'

const PAIR = "'[A-Z]{3}'"

/** From `staged_pair_days` (file, line, day, a, b, score, problem) to `judged` with `reason` and the pair in alphabetical order. */
export const JUDGE_PAIR_DAYS = `
  create or replace temp table judged as
  select file, line, least(a, b) as a, greatest(a, b) as b, try_cast(day as date) as day, try_cast(score as decimal(18,6)) as score,
    case when problem is not null then problem
      when not coalesce(regexp_full_match(day, '\\d{4}-\\d{2}-\\d{2}') and try_cast(day as date)::varchar = day, false)
        then 'date "' || left(coalesce(day, ''), 60) || '" is not a day'
      when not coalesce(regexp_full_match(a, ${PAIR}), false) then 'iso_a "' || left(coalesce(a, ''), 60) || '" is not a state'
      when not coalesce(regexp_full_match(b, ${PAIR}), false) then 'iso_b "' || left(coalesce(b, ''), 60) || '" is not a state'
      when a = b then 'a pair of one state with itself'
      when try_cast(score as decimal(18,6)) is null then 'score "' || left(coalesce(score, ''), 60) || '" is not a number'
      when try_cast(score as double) <> try_cast(score as decimal(18,6))::double then 'score "' || left(score, 60) || '" has more than six decimals'
    end as reason
  from staged_pair_days`

const FRESH = `
  create or replace temp table fresh as
  select j.*, s.origin from judged j join staged_files s on s.file = j.file
  where reason is null and not exists (
    select 1 from pair_days p where p.origin = s.origin and p.day = j.day and p.a = j.a and p.b = j.b and p.score = j.score)
  qualify row_number() over (partition by s.origin, j.day, j.a, j.b, j.score order by j.file, j.line) = 1`

const INSERT = `
  insert into pair_days
  select (select coalesce(max(seq), 0) from pair_days) + row_number() over (order by file, line) as seq,
         origin, day, a, b, score, file, line, false
  from fresh order by day, a, b, file, line`

/** Another score for the same pair and day from the same origin is a correction: the later import counts. */
const REPLACE = `
  update pair_days set replaced = true
  where not replaced and seq in (
    select seq from pair_days
    where exists (select 1 from fresh f where f.origin = pair_days.origin and f.day = pair_days.day and f.a = pair_days.a and f.b = pair_days.b)
    qualify row_number() over (partition by origin, day, a, b order by seq desc) > 1)`

export const applyPairDays = async (engine: Engine): Promise<void> => {
  await engine.run(FRESH)
  await engine.run(INSERT)
  await engine.run(REPLACE)
}
