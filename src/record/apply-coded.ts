import type { Engine } from './engine.ts'
import type { FileCounts } from './file-counts.ts'
import { CODED, rollUpAdded, rollUpChanged } from './roll-up.ts'
import type { RawStage } from './stage-raw.ts'
import { indexTexts } from './text-index.ts'

/** Everything a row says, its number, its place and its end left out: what makes two rows of one id the same row. */
const SAID = [
  ...[
    'day',
    'day_to',
    'known',
    'known_basis',
    'source',
    'source_role',
    'source_name',
    'target',
    'target_role',
    'target_name',
  ],
  ...[
    'cameo',
    'type',
    'mode',
    'magnitude',
    'goldstein',
    'tone',
    'mentions',
    'publisher',
    'url',
    'place',
    'summary',
    'confidence',
  ],
]

const same = (a: string, b: string): string =>
  SAID.map(column => `${a}.${column} is not distinct from ${b}.${column}`).join(' and ')

const STEPS = (staging: string, origin: string): readonly string[] => [
  // Ids that occur more than once, here or here and in the record: only their rows have to be compared.
  `create or replace temp table repeated as
   select distinct native from ${staging}.staged_rows
   where hash(native) in (select hash(native) from ${staging}.staged_rows group by all having count(*) > 1)`,
  `create or replace temp table met as
   select distinct native from coded where origin = ${origin} and native in (select native from ${staging}.staged_rows)`,
  `create or replace temp table compared as
   select * from ${staging}.judged_coded where reason is null and native in (select native from repeated union select native from met)`,
  `create or replace temp table unfit as
   select rid, line, reason from ${staging}.judged_coded where reason is not null
   union all
   select rid, line, null from compared n
   where exists (select 1 from coded c where c.origin = ${origin} and c.native = n.native and ${same('c', 'n')})
   union all
   select rid, line, null from (
     select n.*, row_number() over (partition by native, ${SAID.join(', ')} order by rid) as nth from compared n) n
   where nth > 1 and not exists (select 1 from coded c where c.origin = ${origin} and c.native = n.native and ${same('c', 'n')})`,
]

const taken = (someUnfit: boolean): string =>
  `reason is null ${someUnfit ? 'and rid not in (select rid from unfit)' : ''}`

/** Laid down as they come, which is nearly by day: sorting wide rows would cost as much as writing them. The roll-up is sorted by pair. */
const INSERT = (staging: string, after: string, someUnfit: boolean): string => `
  insert into coded
  select ${after} + rid + 1 as seq, origin, native, day, day_to, known, null as until, known_basis, official, source, source_role,
    source_name, target, target_role, target_name, cameo, type, mode, magnitude, goldstein, tone, mentions, publisher, url, place,
    summary, confidence, file, line
  from ${staging}.judged_coded where ${taken(someUnfit)}`

/** The same rows for the roll-ups: read from what was staged by all cores, not from what this transaction has just written by one. */
const ADDED = (staging: string, after: string, someUnfit: boolean): string =>
  `(select *, null::date as until, ${after} + rid + 1 as seq from ${staging}.judged_coded where ${taken(someUnfit)}) t`

/** Among versions of one id the one known later replaces the other on its known day; known on the same day, the one imported later. */
const CHANGED = (origin: string): string => `
  create or replace temp table changed as
  select seq, until as old_until, next as new_until
  from (select seq, until, lead(known) over (partition by native order by known, seq) as next
        from coded where origin = ${origin} and native in (select native from compared))
  where until is distinct from next`

/** Moves the judged rows of one file into the record, with their roll-ups; what became of each is counted. */
export const applyCoded = async (
  engine: Engine,
  origin: string,
  { name, rows }: RawStage,
  prose: boolean,
): Promise<Omit<FileCounts, 'file'>> => {
  const quoted = `'${origin.replaceAll("'", "''")}'`
  const [last] = await engine.rows<{ seq: string }>('select coalesce(max(seq), 0)::varchar as seq from coded')
  const after = last?.seq ?? '0'
  for (const step of STEPS(name, quoted)) await engine.run(step)
  const [unfit] = await engine.rows<{ n: number }>('select count(*)::integer as n from unfit')
  const someUnfit = (unfit?.n ?? 0) > 0
  await engine.run(INSERT(name, after, someUnfit))
  await rollUpAdded(engine, CODED, after, ADDED(name, after, someUnfit))
  if (prose) await indexTexts(engine, 'coded', after)
  await engine.run(CHANGED(quoted))
  const [moved] = await engine.rows<{ n: number }>('select count(*)::integer as n from changed')
  if ((moved?.n ?? 0) > 0) {
    await rollUpChanged(engine, CODED)
    await engine.run('update coded set until = c.new_until from changed c where coded.seq = c.seq')
  }
  await engine.run('insert into refused select line, reason from unfit where reason is not null')
  const [counts] = await engine.rows<{ rejected: number; duplicate: number }>(
    `select (select count(*) from refused)::integer as rejected, (select count(*) from unfit where reason is null)::integer as duplicate`,
  )
  const { rejected = 0, duplicate = 0 } = counts ?? {}
  return { rows, rejected, accepted: rows - rejected - duplicate }
}
