import { packageVersion } from '../shipped/index.ts'
import type { Engine } from './engine.ts'
import type { FileCounts } from './file-counts.ts'
import type { StagedFile } from './stage.ts'

/**
 * A file of single events that was brought in before, byte for byte, as the same data set and by the same version of the program, adds nothing: its
 * rows are duplicates, its rejections stand as they did. So a folder that grows by a file a day is imported at the cost of that
 * file. A newer version reads it again: it may know codes that an older one rejected.
 */
export const knownFile = async (engine: Engine, run: number, staged: StagedFile): Promise<FileCounts | null> => {
  if (staged.format.kind !== 'coded') return null
  const candidates = await engine.rows<{ file: number; sha256: string; rows: number; rejected: number }>(
    `select f.file, f.sha256, f.accepted + f.duplicate + f.rejected as rows, f.rejected
     from files f join runs r on r.run = f.run
     where f.bytes = $bytes and f.format = $format and f.origin = $origin and r.program = $program order by f.file`,
    { bytes: staged.bytes, format: staged.format.name, origin: staged.origin, program: packageVersion() },
  )
  if (candidates.length === 0) return null
  const fingerprint = await staged.sha256()
  const known = candidates.find(({ sha256 }) => sha256 === fingerprint)
  if (!known) return null
  await engine.run(
    'insert into rejections select $run, $file, line, reason from rejections where file = $known order by line',
    {
      run,
      file: staged.file,
      known: known.file,
    },
  )
  return { file: staged.file, rows: known.rows, accepted: 0, rejected: known.rejected }
}
