import { packageVersion } from '../shipped/index.ts'
import type { Engine } from './engine.ts'
import type { FileReport, Rejection } from './import-report.ts'
import type { StagedFile } from './stage.ts'

/** Writes down an import: when, by which program, from which files, with what outcome. */
export const logRun = async (
  engine: Engine,
  run: number,
  files: readonly StagedFile[],
  reports: readonly FileReport[],
): Promise<void> => {
  // The only look at a clock: when an import ran is shown by `sources` and `trace` and read by nothing else.
  await engine.run('insert into runs values ($run, $started, $program)', {
    run,
    started: new Date().toISOString(),
    program: packageVersion(),
  })
  for (const [i, staged] of files.entries()) {
    const { accepted, duplicate, rejected } = reports[i] as FileReport
    await engine.run(
      'insert into files values ($file, $run, $path, $bytes, $sha256, $format, $origin, $accepted, $duplicate, $rejected)',
      {
        file: staged.file,
        run,
        path: staged.name,
        bytes: staged.bytes,
        sha256: await staged.sha256(),
        format: staged.format.name,
        origin: staged.origin,
        accepted,
        duplicate,
        rejected,
      },
    )
  }
}

/** The rejections of an import by file and line, all of them where `limit` is null. */
export const rejectionsOf = (engine: Engine, run: number, limit: number | null): Promise<Rejection[]> =>
  engine.rows<Rejection>(
    `select f.path as file, r.line::integer as line, r.reason from rejections r join files f on f.file = r.file
     where r.run = $run order by r.file, r.line ${limit === null ? '' : `limit ${limit}`}`,
    { run },
  )
