import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { EventQuery, ExportFormat, OpenRecord } from '../record/index.ts'
import { citationText, codebookText, type ExportWords } from '../report/index.ts'
import { packageVersion } from '../shipped/index.ts'

/** Rows on their way out: written to a file of their own first, so that a slow client holds neither memory nor the record. */

export interface Exported {
  /** Of the three files of an export: the rows, what their fields mean, whom to cite. */
  readonly rows: () => ReadableStream<Uint8Array>
  readonly codebook: () => string
  readonly citation: () => string
  /** To be called when `rows` was not. */
  readonly discard: () => Promise<void>
}

export const exportRows = async (
  record: OpenRecord,
  query: EventQuery,
  { name, format }: { readonly name: string; readonly format: ExportFormat },
): Promise<Exported> => {
  const folder = await mkdtemp(join(tmpdir(), 'detente-export-'))
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const path = join(folder, `rows.${format}`)
  try {
    const result = await record.export(query, path, format)
    const words: ExportWords = {
      file: name,
      format,
      asOf: query.asOf,
      version: packageVersion(),
      result,
      sources: await record.sources(),
    }
    return {
      rows: () => {
        const file = createReadStream(path)
        file.on('close', () => void discard())
        return Readable.toWeb(file) as ReadableStream<Uint8Array>
      },
      codebook: () => codebookText(words),
      citation: () => citationText(words),
      discard,
    }
  } catch (error) {
    await discard()
    throw error
  }
}
