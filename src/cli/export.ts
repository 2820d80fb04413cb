import { existsSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Command } from 'commander'
import { askedActor as actorOf, askedPair as pairOf } from '../actors/index.ts'
import {
  checkRange,
  type Day,
  askedDay as day,
  type EventType,
  askedEventTypes as eventTypes,
  usageFailure,
} from '../domain/index.ts'
import type { EventQuery, ExportFormat } from '../record/index.ts'
import { citationText, codebookText, jsonDocument } from '../report/index.ts'
import { packageVersion } from '../shipped/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { lastKnownDay, withRecord } from './with-record.ts'

interface ExportOptions {
  readonly output: string
  readonly from?: Day
  readonly to?: Day
  readonly asOf?: Day
  readonly type?: EventType[]
  readonly source?: string
  readonly all?: true
  readonly force?: true
  readonly json?: true
}

const FORMATS: Readonly<Record<string, ExportFormat>> = { '.csv': 'csv', '.parquet': 'parquet', '.jsonl': 'jsonl' }

const formatOf = (path: string): ExportFormat => {
  const format = FORMATS[extname(path).toLowerCase()]
  if (format === undefined)
    throw usageFailure(
      `${path} has no ending that says its format`,
      `name a file that ends in ${Object.keys(FORMATS).join(', ')}`,
    )
  return format
}

const whose = (a: string | undefined, b: string | undefined): Pick<EventQuery, 'pair' | 'actors'> => {
  if (a === undefined) return {}
  return b === undefined ? { actors: [actorOf(a)] } : { pair: pairOf(a, b) }
}

const write = async (a: string | undefined, b: string | undefined, options: ExportOptions & CommonOptions) => {
  checkRange(options)
  const { output, from, to, type, source, all } = options
  const format = formatOf(output)
  if (existsSync(output) && !options.force)
    throw usageFailure(`${output} is there already`, 'name another file, or add --force to replace it')
  await withRecord(options, async record => {
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const query: EventQuery = {
      asOf,
      ...whose(a, b),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(type === undefined ? {} : { types: type }),
      ...(source === undefined ? {} : { origin: source }),
      ...(all ? { acting: 'any' } : {}),
    }
    const result = await record.export(query, output, format)
    const words = {
      file: basename(output),
      format,
      asOf,
      version: packageVersion(),
      result,
      sources: await record.sources(),
    }
    writeFileSync(`${output}.codebook.txt`, codebookText(words))
    writeFileSync(`${output}.CITATION.txt`, citationText(words))
    if (options.json) await print(jsonDocument({ schema: 'detente.export/1', file: output, as_of: asOf, ...result }))
    else
      await print(
        `${result.rows} events written to ${output}, with ${output}.codebook.txt and ${output}.CITATION.txt\n`,
      )
  })
}

export const exportCommand = (): Command =>
  command(
    'export',
    'take events out, with a codebook and citations',
    'detente export Azerbaijan Iran --from 2014-01-01 -o /tmp/aze-irn.csv --force',
    'The fields are those of the own import format: what is written can be imported again.',
  )
    .argument('[A]', 'a country: name, code or demonym')
    .argument('[B]', 'another: only events between the two')
    .requiredOption('-o, --output <FILE>', 'a file that ends in .csv, .parquet or .jsonl')
    .option('--from <DAY>', 'events that last beyond this day', day)
    .option('--to <DAY>', 'events that began by this day', day)
    .option('--as-of <DAY>', 'as the record knew them on this day (default: its last known day)', day)
    .option('--type <TYPE>', 'PLOVER types, between commas: CONSULT, AGREE …', eventTypes)
    .option('--source <NAME>', 'only rows of this data set')
    .option('--all', 'also what rebels, parties, firms and citizens of the states did')
    .option('--force', 'replace a file that is there')
    .addOption(jsonOption())
    .action((a: string | undefined, b: string | undefined, _options, self: Command) =>
      write(a, b, optionsOf<ExportOptions>(self)),
    )
