import { PAIR_YEAR_COLUMNS } from '../sources/index.ts'
import type { Engine } from './engine.ts'
import type { FileCounts } from './file-counts.ts'
import type { RawStage } from './stage-raw.ts'

const CLASSES = PAIR_YEAR_COLUMNS.slice(3)

const shown = (column: string): string => `'"' || left(coalesce(${column}, ''), 60) || '"'`
const notCount = (column: string): string => `not coalesce(regexp_full_match(${column}, '\\d{1,9}'), false)`
const notState = (column: string): string => `not coalesce(regexp_full_match(${column}, '[A-Z]{3}'), false)`

const JUDGED = (stage: RawStage, file: number, origin: string): string => `
  create or replace temp table judged_years as
  select ${stage.place} as rid, ${stage.line} as line, ${file} as file, '${origin.replaceAll("'", "''")}' as origin, source, target,
    try_cast(year as integer) as year, ${CLASSES.map(name => `try_cast(${name} as integer) as ${name}`).join(', ')},
    case
      ${(['source', 'target'] as const).map(side => `when ${notState(side)} then '${side} ' || ${shown(side)} || ' is not a state'`).join(' ')}
      when not coalesce(regexp_full_match(year, '\\d{4}'), false) then 'year ' || ${shown('year')} || ' is not a year'
      ${CLASSES.map(name => `when ${notCount(name)} then '${name} ' || ${shown(name)} || ' is not a number'`).join(' ')}
      when source = target then 'a pair of one state with itself' end as reason
  from ${stage.table} s ${stage.join}`

const SAID = ['origin', 'year', 'source', 'target', ...CLASSES]

const FRESH = `
  create or replace temp table fresh_years as
  select * from judged_years j
  where reason is null and not exists (select 1 from pair_years p where ${SAID.map(name => `p.${name} = j.${name}`).join(' and ')})
  qualify row_number() over (partition by ${SAID.join(', ')} order by rid) = 1`

const INSERT = `
  insert into pair_years
  select (select coalesce(max(seq), 0) from pair_years) + rid + 1, origin, year, source, target, ${CLASSES.join(', ')}, file, line, false
  from fresh_years order by source, target, year`

/** Other counts for the same pair and year from the same origin are a correction: the later import counts. */
const REPLACE = `
  update pair_years set replaced = true
  where not replaced and seq in (
    select seq from pair_years p
    where exists (select 1 from fresh_years f where f.origin = p.origin and f.year = p.year and f.source = p.source and f.target = p.target)
    qualify row_number() over (partition by origin, year, source, target order by seq desc) > 1)`

export const applyPairYears = async (
  engine: Engine,
  stage: RawStage,
  file: number,
  origin: string,
): Promise<FileCounts> => {
  for (const step of [JUDGED(stage, file, origin), FRESH, INSERT, REPLACE]) await engine.run(step)
  await engine.run('insert into refused select line, reason from judged_years where reason is not null')
  const [counts] = await engine.rows<{ accepted: number; rejected: number }>(
    'select (select count(*) from fresh_years)::integer as accepted, (select count(*) from refused)::integer as rejected',
  )
  return { file, rows: stage.rows, accepted: counts?.accepted ?? 0, rejected: counts?.rejected ?? 0 }
}
