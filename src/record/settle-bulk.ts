import { applyCoded } from './apply-coded.ts'
import { applyMentions } from './apply-mentions.ts'
import { applyPairYears } from './apply-pair-years.ts'
import { loadCrosswalk } from './crosswalk.ts'
import type { Engine } from './engine.ts'
import { withEngineFile } from './engine-input.ts'
import type { FileCounts } from './file-counts.ts'
import { judgeCoded } from './judge-coded.ts'
import { knownFile } from './known-file.ts'
import type { StagedFile, Watch } from './stage.ts'
import { type RawStage, stageRaw } from './stage-raw.ts'
import { inStaging, type Staging } from './staging.ts'

const isBulk = ({ format }: StagedFile): boolean => ['coded', 'mentions', 'pair-years'].includes(format.kind)

const TABLES = ['refused', 'unfit', 'compared', 'changed', 'repeated', 'met', 'reported', 'judged_years', 'fresh_years']

const apply = async (engine: Engine, staged: StagedFile, staging: Staging, raw: RawStage): Promise<FileCounts> => {
  const { file, origin, format } = staged
  if (format.kind === 'coded') await judgeCoded(staging, raw, file, origin)
  await engine.run(`create or replace temp table refused as select * from ${staging.name}.refused`)
  if (format.kind === 'mentions') return applyMentions(engine, raw, file)
  if (format.kind === 'pair-years') return applyPairYears(engine, raw, file, origin)
  return { file, ...(await applyCoded(engine, origin, raw, format.prose === true)) }
}

const settle = async (
  engine: Engine,
  staged: StagedFile,
  staging: Staging,
  run: number,
  whole: boolean,
): Promise<FileCounts> => {
  const reading = staged.format.reading(staged.head)
  if (reading.by !== 'select') throw new Error(`${staged.format.name}: bulk is read by the engine`)
  const raw = await withEngineFile(staged, { encoding: reading.encoding, whole }, file =>
    stageRaw(staging, reading.select(file), reading.firstLine ?? 1),
  )
  const counts = await apply(engine, staged, staging, raw)
  await engine.run('insert into rejections select $run, $file, line, reason from refused order by line', {
    run,
    file: staged.file,
  })
  return counts
}

/** Files whose rows the engine reads, judges and applies by itself: one at a time, so that the room they need does not add up. */
export const settleBulk = async (
  engine: Engine,
  files: readonly StagedFile[],
  run: number,
  { onProgress, signal, whole = false }: Watch,
): Promise<FileCounts[]> => {
  const bulk = files.filter(isBulk)
  if (bulk.length === 0) return []
  return inStaging(engine, signal, loadCrosswalk, async withStaging => {
    const counts: FileCounts[] = []
    let rows = 0
    for (const staged of bulk) {
      void staged.sha256()
      const count =
        (await knownFile(engine, run, staged)) ??
        (await withStaging(staged.file, staging => settle(engine, staged, staging, run, whole)))
      counts.push(count)
      rows += count.rows
      onProgress?.({ file: staged.name, rows })
      signal?.throwIfAborted()
    }
    for (const table of TABLES) await engine.run(`drop table if exists ${table}`)
    return counts
  })
}
