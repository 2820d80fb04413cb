import type { Command } from 'commander'
import { usageFailure } from '../domain/index.ts'
import { jsonDocument, jsonLines, traceJson, traceTerminal } from '../report/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { withRecord } from './with-record.ts'

const show = (id: string, options: JsonOptions & CommonOptions): Promise<void> =>
  withRecord(options, async record => {
    const trace = await record.trace(id)
    if (trace === null)
      throw usageFailure(
        `the record holds nothing with the id ${JSON.stringify(id)}`,
        'ids stand in what check, events, dyad, sources and import print',
      )
    if (options.jsonl) return print(jsonLines([traceJson(trace)]))
    if (options.json) return print(jsonDocument(traceJson(trace)))
    await print(traceTerminal(trace, screenFor(options)))
  })

export const trace = (): Command =>
  command(
    'trace',
    'follow an event, an import or a cell of a series down to rows, files and lines',
    'detente trace az-ir-2014-04-09-a',
  )
    .argument('<ID>', 'an event, an import (run:1) or a cell (cell:AZE/IRN/month/…)')
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((id: string, _options, self: Command) => show(id, optionsOf<JsonOptions>(self)))
