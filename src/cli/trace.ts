import type { Command } from 'commander'
import { writtenPair } from '../actors/index.ts'
import { askedDay, type Day, usageFailure } from '../domain/index.ts'
import { cellId, lastKnownDay, type OpenRecord, periodNamed } from '../record/index.ts'
import { readTrace } from '../relations/index.ts'
import { jsonDocument, jsonLines, traceJson, traceTerminal } from '../report/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { withRecord } from './with-record.ts'

interface TraceOptions extends JsonOptions {
  readonly asOf?: Day
}

/** "AZE-IRN/2014-04", "Azerbaijan-Iran/2014-Q2/chronology": a line of a table as one may type it. Null for what is meant otherwise. */
const typedCell = async (record: OpenRecord, typed: string, asOf: Day | undefined): Promise<string | null> => {
  const [pair = '', name = '', source, ...more] = typed.split('/')
  const period = periodNamed(name)
  if (!period || more.length > 0 || pair.includes(':')) return null
  const [a, b] = writtenPair(pair)
  return cellId({ a, b, ...period, asOf: asOf ?? (await lastKnownDay(record)), source: source ?? null })
}

const show = (id: string, options: TraceOptions & CommonOptions): Promise<void> =>
  withRecord(options, async record => {
    const cell = await typedCell(record, id, options.asOf)
    const trace = await readTrace(record, cell ?? id)
    if (trace === null)
      throw usageFailure(
        `the record holds nothing with the id ${JSON.stringify(id)}`,
        'ids stand in what check, brief, events, dyad, turning-points, sources and import print',
      )
    if (options.jsonl) return print(jsonLines([traceJson(trace)]))
    if (options.json) return print(jsonDocument(traceJson(trace)))
    await print(traceTerminal(trace, screenFor(options)))
  })

export const trace = (): Command =>
  command(
    'trace',
    'follow an event, a turning point, an import or a cell of a series down to rows, files and lines',
    'detente trace az-ir-2014-04-09-a\n  $ detente trace AZE-IRN/2014-04\n  $ detente trace turn:AZE/IRN/thaw/2014-04-09/2014-07-17/chronology',
    'An ID is an event, a turning point (turn:…), an import (run:1) or a cell (cell:…), as other commands print them; or a pair and a\nperiod as in a table: AZE-IRN/2014, AZE-IRN/2014-Q2, AZE-IRN/2014-04-09/SOURCE.',
  )
    .argument('<ID>', 'what to follow')
    .option('--as-of <DAY>', 'for a pair and a period: as the record knew it on this day', askedDay)
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((id: string, _options, self: Command) => show(id, optionsOf<TraceOptions>(self)))
