import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { askedDay, checkRange, type Day, inputFailure, usageFailure } from '../domain/index.ts'
import { download, FETCH_SOURCES, type Manners, makePlan, type OfferedFile, type Plan } from '../fetch/index.ts'
import { importInputs } from '../record/index.ts'
import { importJson, importTerminal, jsonDocument } from '../report/index.ts'
import { packageVersion } from '../shipped/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { interruptible } from './interruptible.ts'
import { print } from './output.ts'
import { progressFor, screenFor } from './terminal.ts'
import { recordFile } from './with-record.ts'

interface FetchOptions {
  readonly from?: Day
  readonly to?: Day
  readonly plan?: true
  readonly output?: string
  readonly import: boolean
  readonly mirror?: string
  readonly allowPrivate?: true
  readonly json?: true
}

const SOURCE_LIST = FETCH_SOURCES.map(({ name, title }) => `  ${name.padEnd(16)} ${title}`).join('\n')

const manners = (options: FetchOptions, signal: AbortSignal): Manners => ({
  allowPrivate: options.allowPrivate === true,
  signal,
  timeout: 60_000,
  agent: `detente/${packageVersion()}`,
})

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

const planText = ({ source, from, to, files, bytes }: Plan): string => {
  const list = files.map(file => `  ${file.name}  ${file.bytes === null ? 'size unknown' : size(file.bytes)}`)
  return `${[`${files.length} files of ${source} for ${from} to ${to}, ${size(bytes)}:`, ...list].join('\n')}\n`
}

const daysOf = ({ from, to }: FetchOptions): { readonly from: Day; readonly to: Day } => {
  if (from === undefined || to === undefined) throw usageFailure('which days?', 'give --from DAY and --to DAY')
  checkRange({ from, to })
  return { from, to }
}

/** What was brought into the folder, in the order of the plan; files that the publisher lacks are said and passed over. */
const fetchAll = async (
  files: readonly OfferedFile[],
  folder: string,
  asked: Manners,
  say: (text: string) => void,
): Promise<string[]> => {
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  for (const [i, file] of files.entries()) {
    say(`${i + 1} of ${files.length}: ${file.name}`)
    const outcome = await download(file, folder, { ...asked, tries: 6, pause: 2000 })
    if (outcome.kind === 'failed')
      throw inputFailure(
        `${file.name}: ${outcome.why}`,
        `what has come is kept in ${folder}; run the same command again to go on`,
      )
    if ('path' in outcome) paths.push(outcome.path)
    else process.stderr.write(`note: ${file.name} is passed over: ${outcome.why}\n`)
  }
  return paths
}

const run = async (name: string, options: FetchOptions & CommonOptions): Promise<void> => {
  const days = daysOf(options)
  const progress = progressFor(options)
  try {
    await interruptible(async signal => {
      const asked = manners(options, signal)
      const plan = await makePlan(name, days, asked, options.mirror)
      if (options.plan) {
        progress.clear()
        if (options.json) return print(jsonDocument({ schema: 'detente.fetch-plan/1', ...plan }))
        return print(planText(plan))
      }
      if (plan.files.length === 0) throw inputFailure(`${name} has no files for ${days.from} to ${days.to}`)
      const folder = options.output ?? join('.', `${name}-files`)
      const paths = await fetchAll(plan.files, folder, asked, text => progress.say(text))
      progress.clear()
      if (!options.import) return print(`${paths.length} files in ${folder}\n`)
      const record = await recordFile(options, 'import')
      const inputs = paths.map(path => ({ path, name: path }))
      const report = await importInputs(record, inputs, {
        format: name === 'gdelt' ? 'gdelt1' : name,
        signal,
        onProgress: ({ file, rows }) => progress.say(`${file}: ${rows} rows`),
      })
      progress.clear()
      if (options.json) return print(jsonDocument(importJson(report)))
      await print(importTerminal(report, record, screenFor(options)))
    })
  } finally {
    progress.clear()
  }
}

export const fetchCommand = (): Command =>
  command(
    'fetch',
    'download files of a publisher for some days, and bring them in',
    'detente fetch gdelt --from 2024-01-01 --to 2024-01-07 --plan',
    `Sources:\n${SOURCE_LIST}\n\nThe one command that goes out to the network; with --plan it reads the publisher's list alone.`,
  )
    .argument('<SOURCE>', 'what to fetch')
    .option('--from <DAY>', 'first day', askedDay)
    .option('--to <DAY>', 'last day', askedDay)
    .option('--plan', 'say which files and how many bytes, and fetch nothing')
    .option('-o, --output <FOLDER>', 'where the files are kept (default: SOURCE-files)')
    .option('--no-import', 'fetch only')
    .option('--mirror <URL>', 'another place that has the same files')
    .option('--allow-private', 'speak to addresses of this machine and of local networks')
    .addOption(jsonOption())
    .action((name: string, _options, self: Command) => run(name, optionsOf<FetchOptions>(self)))
