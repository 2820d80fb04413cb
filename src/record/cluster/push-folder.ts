import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inputFailure, usageFailure } from '../../domain/index.ts'
import { packageVersion } from '../../shipped/index.ts'
import { openFile } from '../open-file.ts'
import { partsOf, type WrittenPart, writePart } from './canonical.ts'
import { type Identity, identityOf } from './identity.ts'
import { loadingScript } from './loading-script.ts'
import type { PushOptions, PushReport } from './push-report.ts'
import { FORM, TABLES } from './tables.ts'

/**
 * Canonical Parquet in a folder, for those who load it themselves: `events/2014-04.parquet` …, `manifest.json` that says what each file holds,
 * and the statements that load it into ClickHouse. Written again, a record gives the same bytes.
 */

const MANIFEST = 'manifest.json'
const SCRIPT = 'clickhouse.sql'

interface Manifest {
  readonly schema: 'detente.canonical/1'
  readonly form: number
  readonly program: string
  readonly record: string
  readonly runs: number
  readonly fingerprint: string
  readonly tables: readonly {
    readonly name: string
    readonly columns: readonly { readonly name: string; readonly type: string }[]
    readonly order: readonly string[]
    readonly parts: readonly {
      readonly part: string
      readonly file: string
      readonly rows: number
      readonly sha256: string
    }[]
  }[]
}

const fileOf = ({ table, name }: Pick<WrittenPart, 'table' | 'name'>): string => `${table.name}/${name}.parquet`

/** What an earlier push wrote there; a folder with anything else in it is somebody's. */
const presentIn = (folder: string): Manifest | null => {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return null
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest
    if (manifest.schema === 'detente.canonical/1') return manifest
  } catch {
    // No manifest, or none that can be read: not ours.
  }
  throw usageFailure(`${folder} is a folder with something else in it`, 'name a new folder, or an empty one')
}

const manifestOf = (written: readonly WrittenPart[], own: Identity): Manifest => ({
  schema: 'detente.canonical/1',
  form: FORM,
  program: packageVersion(),
  ...own,
  tables: TABLES.map(({ name, columns, order }) => ({
    name,
    columns: columns.map(([column, type]) => ({ name: column, type })),
    order,
    parts: written
      .filter(({ table, rows }) => table.name === name && rows > 0)
      .map(part => ({ part: part.name, file: fileOf(part), rows: part.rows, sha256: part.sha256 })),
  })),
})

const cannotWrite = (folder: string, error: unknown): unknown => {
  const { code, message = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || /No space left/i.test(message))
    return inputFailure(`no space left for ${folder}`, 'free some space, then run the same command again')
  if (code && /^E(ACCES|PERM|ROFS|NOTDIR|EXIST)$/.test(code))
    return usageFailure(`${folder} cannot be written (${code})`, 'name another folder')
  return error
}

/** A file appears under its name when it is whole. */
const writeAll = async (path: string, folder: string, options: PushOptions): Promise<PushReport> => {
  const old = presentIn(folder)
  const before = new Map(
    old?.tables.flatMap(({ parts }) => parts.map(({ file, sha256 }) => [file, sha256] as const)) ?? [],
  )
  const engine = await openFile(path)
  try {
    const parts = await partsOf(engine)
    const written: WrittenPart[] = []
    for (const part of parts) {
      options.signal?.throwIfAborted()
      options.onProgress?.({ part: `${part.table.name} ${part.name}`, done: written.length, of: parts.length })
      const target = join(folder, fileOf(part))
      mkdirSync(dirname(target), { recursive: true })
      const one = await writePart(engine, part, `${target}.part`)
      if (one.rows === 0) rmSync(`${target}.part`)
      else renameSync(`${target}.part`, target)
      written.push(one)
    }
    const manifest = manifestOf(written, await identityOf(engine))
    const files = new Set(manifest.tables.flatMap(table => table.parts.map(({ file }) => file)))
    const gone = [...before.keys()].filter(file => !files.has(file))
    for (const file of gone) rmSync(join(folder, file), { force: true })
    writeFileSync(join(folder, SCRIPT), loadingScript(manifest))
    writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    const unchanged = written.filter(part => before.get(fileOf(part)) === part.sha256).length
    const rows = written.reduce((sum, part) => sum + part.rows, 0)
    return { to: folder, rows, parts: files.size, sent: files.size - unchanged, unchanged, removed: gone.length }
  } finally {
    await engine.close()
  }
}

export const pushToFolder = async (path: string, folder: string, options: PushOptions = {}): Promise<PushReport> => {
  try {
    return await writeAll(path, folder, options)
  } catch (error) {
    throw cannotWrite(folder, error)
  }
}
