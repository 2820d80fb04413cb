import type { Kind, SourceFormat } from '../sources/index.ts'
import type { Engine } from './engine.ts'
import { withEngineFile } from './engine-input.ts'
import type { ImportProgress } from './import-report.ts'
import { type Inspected, unpacked } from './read-file.ts'

/** A file on its way in, with the number that the record gives it. */
export interface StagedFile extends Inspected {
  readonly file: number
  readonly format: SourceFormat
  readonly origin: string
  /** Started when the file is read, so that it costs no time of its own, and asked for when the import is written down. */
  readonly sha256: () => Promise<string>
}

export interface Watch {
  /** Bulk is read with all its columns: see `engineStumbled`. */
  readonly whole?: boolean
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const TABLES = [
  'create or replace temp table staged_files (file integer, origin varchar)',
  'create or replace temp table staged_text (file integer, line bigint, text varchar, problem varchar)',
  `create or replace temp table staged_pair_days (file integer, line bigint, day varchar, a varchar, b varchar, score varchar,
     problem varchar)`,
]

const KINDS = {
  events: { table: 'staged_text', columns: 'line, text, problem' },
  'pair-days': { table: 'staged_pair_days', columns: 'line, day, a, b, score, problem' },
} as const

type StagedKind = keyof typeof KINDS
const isStagedHere = (kind: Kind): kind is StagedKind => kind in KINDS

export const makeStage = async (engine: Engine, files: readonly StagedFile[]): Promise<void> => {
  for (const sql of TABLES) await engine.run(sql)
  for (const { file, origin } of files) {
    await engine.run('insert into staged_files values ($file, $origin)', { file, origin })
  }
}

const stageSplit = async (
  engine: Engine,
  staged: StagedFile,
  split: (
    chunks: AsyncIterable<Uint8Array>,
  ) => AsyncIterable<readonly { line: number; text: string | null; problem: string | null }[]>,
  { onProgress, signal }: Watch,
): Promise<void> => {
  const appender = await engine.append('staged_text')
  let rows = 0
  try {
    for await (const records of split(unpacked(staged))) {
      signal?.throwIfAborted()
      for (const { line, text, problem } of records) appender.add(staged.file, line, text, problem)
      appender.flush()
      rows += records.length
      onProgress?.({ file: staged.name, rows })
    }
  } finally {
    appender.close()
  }
}

/**
 * Lines that the engine refused (no UTF-8, too long) are missing from its row numbers: every row moves down by the number of
 * refused lines before it. The i-th refused line, at r, has r - i kept rows before it.
 */
const putBackRefused = async (engine: Engine, file: number, table: string): Promise<void> => {
  const refused = await engine.rows<{ line: number; reason: string }>(
    `select line::integer as line, lower(min(error_type::varchar)) as reason from reject_errors group by line order by line`,
  )
  if (refused.length === 0) return
  await engine.run(
    `
    update ${table} set line = line + (
      select count(*) from (select line - row_number() over (order by line) as kept from (select distinct line from reject_errors)) r
      where r.kept < ${table}.line)
    where file = $file`,
    { file },
  )
  await engine.run(
    `insert into ${table} (file, line, problem)
     select $file, line, 'unreadable: ' || lower(min(error_type::varchar)) from reject_errors group by line`,
    { file },
  )
}

const stageSelect = async (
  engine: Engine,
  staged: StagedFile,
  kind: StagedKind,
  select: string,
  { onProgress }: Watch,
): Promise<void> => {
  const { table, columns } = KINDS[kind]
  await engine.run(`insert into ${table} (file, ${columns}) select ${staged.file}, ${columns} from (${select})`)
  const rejects = await engine.rows(`select 1 from duckdb_tables() where table_name = 'reject_errors'`)
  if (rejects.length > 0) {
    await putBackRefused(engine, staged.file, table)
    await engine.run('drop table reject_errors')
    await engine.run('drop table reject_scans')
  }
  const [count] = await engine.rows<{ rows: number }>(
    `select count(*)::integer as rows from ${table} where file = ${staged.file}`,
  )
  onProgress?.({ file: staged.name, rows: count?.rows ?? 0 })
}

/** Brings the rows of a file of events or of scores, as they stand in it, into the temporary tables where they are judged. */
export const stageFile = async (engine: Engine, staged: StagedFile, watch: Watch): Promise<void> => {
  const { kind } = staged.format
  if (!isStagedHere(kind)) return
  void staged.sha256()
  const reading = staged.format.reading(staged.head)
  if (reading.by === 'split') await stageSplit(engine, staged, reading.split, watch)
  else {
    await withEngineFile(staged, { encoding: reading.encoding, whole: false }, file =>
      stageSelect(engine, staged, kind, reading.select(file), watch),
    )
  }
  watch.signal?.throwIfAborted()
}
