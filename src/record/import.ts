import { basename } from 'node:path'
import { inputFailure, usageFailure } from '../domain/index.ts'
import { FORMATS, formatNamed, formatOf, type SourceFormat } from '../sources/index.ts'
import { applyEvents } from './apply-events.ts'
import { type Engine, openEngine } from './engine.ts'
import { engineStumbled } from './engine-failure.ts'
import type { FileCounts } from './file-counts.ts'
import { type FileReport, type ImportOptions, type ImportReport, writeRejections } from './import-report.ts'
import { judgeEvents } from './judge-events.ts'
import { makeFolderOf } from './make-folder.ts'
import { migrate } from './migrate.ts'
import { applyPairDays, JUDGE_PAIR_DAYS } from './pair-days.ts'
import { type InputFile, type Inspected, inspect, sha256, withoutArchives } from './read-file.ts'
import { logRun, rejectionsOf } from './run-log.ts'
import { settleBulk } from './settle-bulk.ts'
import { makeStage, type StagedFile, stageFile } from './stage.ts'
import { inTransaction } from './transaction.ts'
import { withdrawMissing } from './withdraw.ts'

const SHOWN_REJECTIONS = 100

const names = (): string => FORMATS.map(format => format.name).join(', ')

const chosenFormat = (file: Inspected, wanted: string | undefined): SourceFormat => {
  if (wanted !== undefined) {
    const format = formatNamed(wanted)
    if (!format) throw usageFailure(`unknown format ${JSON.stringify(wanted)}`, `formats: ${names()}`)
    return format
  }
  const format = formatOf(file.head)
  if (!format)
    throw inputFailure(
      `${file.name}: no known format begins like this`,
      `formats: ${names()}; see detente import --help`,
    )
  return format
}

/** `gdelt_2019` for `/data/gdelt_2019.csv.gz`. */
const stem = (path: string): string => basename(path).replace(/(\.[A-Za-z0-9]+)?(\.(?:gz|zst))?$/, '') || basename(path)

/** Computes a fingerprint once, whoever asks first; a failure waits for the one who asks for the result. */
const once = (file: Inspected, watched: boolean): (() => Promise<string>) => {
  let found: Promise<string> | undefined
  return () => {
    if (found === undefined) {
      found = sha256(file, watched)
      found.catch(() => undefined)
    }
    return found
  }
}

const inspectAll = async (
  inputs: readonly InputFile[],
  options: ImportOptions,
  first: number,
): Promise<StagedFile[]> => {
  const staged: StagedFile[] = []
  for (const [i, input] of (await withoutArchives(inputs)).entries()) {
    const inspected = await inspect(input)
    const format = chosenFormat(inspected, options.format)
    const origin = options.origin ?? format.origin ?? stem(input.entry ?? input.path)
    staged.push({
      ...inspected,
      file: first + i,
      format,
      origin,
      sha256: once(inspected, !inspected.head.parquet && format.kind !== 'events'),
    })
    options.signal?.throwIfAborted()
  }
  return staged
}

const COUNTS = `
  select j.file, count(*)::integer as rows, (count(*) filter (where j.reason is not null))::integer as rejected,
         (count(*) filter (where f.line is not null))::integer as accepted
  from judged j left join fresh f on f.file = j.file and f.line = j.line
  group by j.file`

/** Judges and applies all staged rows of one kind; what the report and the runs table say of them comes back. */
const settle = async (engine: Engine, kind: 'events' | 'pair-days', run: number): Promise<FileCounts[]> => {
  await engine.run(kind === 'events' ? judgeEvents() : JUDGE_PAIR_DAYS)
  if (kind === 'events') await applyEvents(engine)
  else await applyPairDays(engine)
  await engine.run(
    'insert into rejections select $run, file, line, reason from judged where reason is not null order by file, line',
    { run },
  )
  return engine.rows<FileCounts>(COUNTS)
}

const total = (reports: readonly FileReport[], field: 'rows' | 'accepted' | 'duplicate' | 'rejected'): number =>
  reports.reduce((sum, report) => sum + report[field], 0)

const importInto = async (
  engine: Engine,
  inputs: readonly InputFile[],
  options: ImportOptions,
  whole: boolean,
): Promise<ImportReport> => {
  const [next] = await engine.rows<{ run: number; file: number }>(
    `select (select coalesce(max(run), 0) from runs)::integer + 1 as run, (select coalesce(max(file), 0) from files)::integer + 1 as file`,
  )
  const run = next?.run ?? 1
  const files = await inspectAll(inputs, options, next?.file ?? 1)
  await makeStage(engine, files)
  for (const staged of files) await stageFile(engine, staged, options)
  const counts = new Map<number, FileCounts>()
  for (const kind of ['events', 'pair-days'] as const) {
    if (!files.some(({ format }) => format.kind === kind)) continue
    for (const count of await settle(engine, kind, run)) counts.set(count.file, count)
    if (kind === 'events' && options.complete)
      for (const { name, origin } of files) await withdrawMissing(engine, name, origin)
  }
  for (const count of await settleBulk(engine, files, run, { ...options, whole })) counts.set(count.file, count)
  const reports = files.map(({ file, name, format, origin }): FileReport => {
    const { rows, accepted, rejected } = counts.get(file) ?? { rows: 0, accepted: 0, rejected: 0 }
    return { path: name, format: format.name, origin, rows, accepted, duplicate: rows - accepted - rejected, rejected }
  })
  await logRun(engine, run, files, reports)
  if (options.rejectionsFile) writeRejections(options.rejectionsFile, await rejectionsOf(engine, run, null))
  return {
    run: `run:${run}`,
    rows: total(reports, 'rows'),
    accepted: total(reports, 'accepted'),
    duplicate: total(reports, 'duplicate'),
    rejected: total(reports, 'rejected'),
    files: reports,
    rejections: await rejectionsOf(engine, run, SHOWN_REJECTIONS),
  }
}

const DEFAULT_MEMORY = '800MB'

/** Whatever the size of a file, an import keeps to this; what does not fit goes to files beside the record, which are gone afterwards. */
const limitMemory = (engine: Engine, memory = DEFAULT_MEMORY): Promise<void> => {
  if (!/^\d{1,6}(?:\.\d+)? ?[KMGT]i?B$/i.test(memory))
    throw usageFailure(`${JSON.stringify(memory)} is no amount of memory`, 'write it as 500MB or 2GB')
  return engine.run(`set memory_limit = '${memory}'`)
}

const importOnce = async (
  path: string,
  inputs: readonly InputFile[],
  options: ImportOptions,
  whole: boolean,
): Promise<ImportReport> => {
  const engine = await openEngine(path, true)
  try {
    await limitMemory(engine, options.memory)
    await migrate(engine)
    return await inTransaction(engine, options.signal, () => importInto(engine, inputs, options, whole))
  } finally {
    await engine.close()
  }
}

/** Brings files into the record at `path`, which is made where there is none, and held alone meanwhile. */
export const importInputs = async (
  path: string,
  inputs: readonly InputFile[],
  options: ImportOptions,
): Promise<ImportReport> => {
  if (inputs.length === 0) throw usageFailure('no file to import')
  makeFolderOf(path)
  try {
    return await importOnce(path, inputs, options, false)
  } catch (error) {
    if (!engineStumbled(error)) throw error
    return importOnce(path, inputs, options, true)
  }
}

export const importFiles = (
  path: string,
  files: readonly string[],
  options: ImportOptions = {},
): Promise<ImportReport> =>
  importInputs(
    path,
    files.map(file => ({ path: file, name: file })),
    options,
  )
