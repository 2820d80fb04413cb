import { replaceChanged } from './apply-events.ts'
import type { Engine } from './engine.ts'
import { rollUpChanged, VERSIONS } from './roll-up.ts'

/**
 * Where a file is all that its data set says, rows that earlier files of its name had, and it has not, are withdrawn: they end on the day they
 * became known, so that no day sees them, and stay to be traced. What it tells otherwise counts from the first; what it says again counts again.
 */
const CHANGED = `
  create or replace temp table changed as
  with earlier as (select file from files where path = $path and origin = $origin),
  said as (
    select v.seq, v.id, v.known, v.until,
      v.file not in (select file from earlier) or exists (select 1 from judged j where j.id = v.id and j.content = v.content) as stays
    from versions v where v.id in (select id from versions where file in (select file from earlier)))
  select seq, until as old_until, ends as new_until
  from (select seq, until, case when stays then lead(known) over (partition by id, stays order by known, seq) else known end as ends from said)
  where until is distinct from ends`

/** After the rows of a complete file were applied, and before it is written down as imported. */
export const withdrawMissing = async (engine: Engine, path: string, origin: string): Promise<void> => {
  await engine.run(CHANGED, { path, origin })
  await rollUpChanged(engine, VERSIONS)
  await replaceChanged(engine)
}
