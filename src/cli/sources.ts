import type { Command } from 'commander'
import { jsonDocument, jsonLines, sourcesJson, sourcesTerminal } from '../report/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { withRecord } from './with-record.ts'

const show = (options: JsonOptions & CommonOptions): Promise<void> =>
  withRecord(options, async (record, path) => {
    const summaries = await record.sources()
    if (options.jsonl) return print(jsonLines(summaries))
    if (options.json) return print(jsonDocument(sourcesJson(summaries)))
    await print(sourcesTerminal(summaries, path, screenFor(options)))
  })

export const sources = (): Command =>
  command('sources', 'list what the record holds: data sets, days, gaps, licences, files', 'detente sources')
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((_options, self: Command) => show(optionsOf<JsonOptions>(self)))
