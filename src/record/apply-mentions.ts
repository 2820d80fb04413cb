import type { Engine } from './engine.ts'
import type { FileCounts } from './file-counts.ts'
import type { RawStage } from './stage-raw.ts'

/** A page is one report of an event however often the file says so: event, address and sentence are its id. */
const FRESH = (stage: RawStage, file: number): string => `
  create or replace temp table reported as
  select ${stage.line} as line, ${file} as file, event_origin as origin, event_native as event, day, publisher, url, sentence, confidence, fault,
    row_number() over (partition by event_origin, event_native, url, coalesce(sentence, -1) order by s.rowid) as nth
  from ${stage.table} s ${stage.join}`

const KNOWN = `exists (select 1 from mentions m where m.origin = r.origin and m.event = r.event and m.url = r.url
  and m.sentence is not distinct from r.sentence)`

export const applyMentions = async (engine: Engine, stage: RawStage, file: number): Promise<FileCounts> => {
  await engine.run(FRESH(stage, file))
  const [before] = await engine.rows<{ n: number }>('select count(*)::integer as n from mentions')
  await engine.run(`
    insert into mentions
    select origin, event, day, publisher, url, sentence, confidence, file, line from reported r
    where fault is null and nth = 1 and not ${KNOWN} order by event`)
  await engine.run('insert into refused select line, fault from reported where fault is not null')
  const [counts] = await engine.rows<{ accepted: number; rejected: number }>(
    `select (select count(*) from mentions)::integer - ${before?.n ?? 0} as accepted, (select count(*) from refused)::integer as rejected`,
  )
  return { file, rows: stage.rows, accepted: counts?.accepted ?? 0, rejected: counts?.rejected ?? 0 }
}
