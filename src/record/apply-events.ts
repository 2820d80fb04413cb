import type { Engine } from './engine.ts'
import { rollUpAdded, rollUpChanged, VERSIONS } from './roll-up.ts'
import { indexTexts } from './text-index.ts'

/** A row is new unless its id already has a version with the same content; of equal rows in one import the first counts. */
const FRESH = `
  create or replace temp table fresh as
  select * from judged j
  where reason is null and not exists (select 1 from versions v where v.id = j.id and v.content = j.content)
  qualify row_number() over (partition by id, content order by file, line) = 1`

/** \`seq\` follows the files' order, for ties between versions; rows are laid down by day, which is how they are read. */
const INSERT = `
  insert into versions
  select (select coalesce(max(seq), 0) from versions) + row_number() over (order by f.file, f.line) as seq,
    f.id, f.content, f.day::date, f.day_to::date, f.known::date, null, f.known_basis, f.source, f.target, f.reciprocal, f.people,
    f.type, f.cameo, f.mode, f.status, f.announces, f.magnitude, f.summary, f.place, f.document, f.sentence, f.span_start, f.span_end,
    f.confidence, f.disputes, f.sources, f.goldstein, f.words, coalesce(f.origin, s.origin), f.file, f.line
  from fresh f join staged_files s on s.file = f.file
  order by f.day, f.id, f.file, f.line`

/** Of two versions the one known later replaces the other on its known day; known on the same day, the one imported later. */
const CHANGED = `
  create or replace temp table changed as
  select seq, until as old_until, next as new_until
  from (select seq, until, lead(known) over (partition by id order by known, seq) as next
        from versions where id in (select id from fresh))
  where until is distinct from next`

/** Moves the ends that `changed` lists. */
export const replaceChanged = (engine: Engine): Promise<void> =>
  engine.run('update versions set until = c.new_until from changed c where versions.seq = c.seq')

/** Moves judged events into the record, and what they add up to into the roll-ups. */
export const applyEvents = async (engine: Engine): Promise<void> => {
  const [last] = await engine.rows<{ seq: string }>('select coalesce(max(seq), 0)::varchar as seq from versions')
  await engine.run(FRESH)
  await engine.run(INSERT)
  await rollUpAdded(engine, VERSIONS, last?.seq ?? '0')
  await indexTexts(engine, 'versions', last?.seq ?? '0')
  await engine.run(CHANGED)
  await rollUpChanged(engine, VERSIONS)
  await replaceChanged(engine)
}
