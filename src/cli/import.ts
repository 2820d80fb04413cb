import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { findFiles } from '../documents/index.ts'
import { usageFailure } from '../domain/index.ts'
import { importInputs } from '../record/index.ts'
import { importJson, importTerminal, jsonDocument, jsonLines } from '../report/index.ts'
import { FORMATS, formatNamed } from '../sources/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { interruptible } from './interruptible.ts'
import { print } from './output.ts'
import { withStandardInput } from './standard-input.ts'
import { progressFor, screenFor } from './terminal.ts'
import { recordFile } from './with-record.ts'

interface ImportCommandOptions extends JsonOptions {
  readonly source?: string
  readonly rejections?: string
  readonly memory?: string
}

const FORMAT_LIST = FORMATS.map(({ name, title }) => `  ${name.padEnd(16)} ${title}`).join('\n')

/** Files of a folder that may hold rows. */
const ROWS = {
  endings: /\.(?:jsonl|ndjson|json|csv|tsv|tab|parquet|zip)(?:\.gz|\.zst)?$/i,
  what: 'rows',
  listed: '.jsonl, .json, .csv, .tsv, .tab, .zip or .parquet (with .gz or .zst too)',
}

/** The first word is a format when it names one, or when it could only have been meant as one. */
const splitFormat = (
  words: readonly string[],
): { readonly format: string | null; readonly files: readonly string[] } => {
  const [first = '', ...rest] = words
  if (rest.length === 0) return { format: null, files: words }
  if (formatNamed(first)) return { format: first, files: rest }
  if (!/[./*?[{]/.test(first) && first !== '-' && !existsSync(first))
    throw usageFailure(
      `unknown format ${JSON.stringify(first)}`,
      `formats: ${FORMATS.map(({ name }) => name).join(', ')}; leave it out to have it recognised`,
    )
  return { format: null, files: words }
}

const importAll = async (words: readonly string[], options: ImportCommandOptions & CommonOptions): Promise<void> => {
  const { format, files } = splitFormat(words)
  const found = findFiles(files, ROWS)
  const path = await recordFile(options, 'import')
  const progress = progressFor(options)
  const { source, rejections, memory } = options
  try {
    const report = await interruptible(signal =>
      withStandardInput(found, signal, inputs =>
        importInputs(path, inputs, {
          signal,
          onProgress: ({ file, rows }) => progress.say(`${file}: ${rows} rows`),
          ...(format === null ? {} : { format }),
          ...(source === undefined ? {} : { origin: source }),
          ...(rejections === undefined ? {} : { rejectionsFile: rejections }),
          ...(memory === undefined ? {} : { memory }),
        }),
      ),
    )
    progress.clear()
    if (options.jsonl) await print(jsonLines([importJson(report)]))
    else if (options.json) await print(jsonDocument(importJson(report)))
    else await print(importTerminal(report, path, screenFor(options)))
  } finally {
    progress.clear()
  }
}

const EXAMPLE = `echo '{"day":"2024-05-19","source":"IRN","target":"AZE","type":"CONSULT","status":"occurred","summary":"A meeting at the border."}' | detente import - --record /tmp/mine.duckdb`

export const importCommand = (): Command =>
  command(
    'import',
    'bring files of events into the record',
    EXAMPLE,
    `Formats, recognised by their first lines:\n${FORMAT_LIST}`,
  )
    .usage('[options] [FORMAT] <FILE...>')
    .argument('<FILE...>', 'files, folders, patterns in quotes, or - for standard input')
    .option('--source <NAME>', 'what the data set is called (default: what the rows, the format or the file say)')
    .option('--rejections <FILE>', 'write all rejected rows with file, line and reason: FILE.jsonl, .csv or .tsv')
    .option('--memory <SIZE>', 'how much memory the engine may take (default: 800MB)')
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((words: string[], _options, self: Command) => importAll(words, optionsOf<ImportCommandOptions>(self)))
