import type { Command } from 'commander'
import { actorName, askedPair } from '../actors/index.ts'
import { addDays, askedDay, type Day, usageFailure } from '../domain/index.ts'
import { lastKnownDay } from '../record/index.ts'
import { readBrief } from '../relations/index.ts'
import { briefJson, briefMarkdown, jsonDocument } from '../report/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { outputFile, writeOutput } from './output-file.ts'
import { withRecord } from './with-record.ts'

interface BriefOptions {
  readonly output?: string
  readonly asOf?: Day
  readonly json?: true
}

/** Evidence of a brief is never older: mechanisms look back a year and a half, turning points may lie further. */
const YEARS_OF_SOURCES = 30

const show = async (one: string, other: string, options: BriefOptions & CommonOptions): Promise<void> => {
  const [a, b] = askedPair(one, other)
  const output = options.output === undefined ? null : outputFile(options.output)
  if (output?.format === 'html')
    throw usageFailure('a brief is not written as HTML yet', 'name a file that ends in .md or .json')
  await withRecord(options, async record => {
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const brief = await readBrief(record, [a, b], asOf)
    const json = (): string => jsonDocument(briefJson(brief))
    if (output?.format === 'json') writeOutput(output, json())
    if (options.json) return print(json())
    if (output?.format === 'json') return
    const events = await record.events({
      asOf,
      actors: [a, b],
      from: addDays(asOf, -365 * YEARS_OF_SOURCES),
      to: asOf,
      acting: 'any',
    })
    const page = briefMarkdown(brief, actorName, events)
    if (output) writeOutput(output, page)
    else await print(page)
  })
}

export const brief = (): Command =>
  command(
    'brief',
    'one page on a pair: where it goes, since when, how sure, why, what to watch',
    'detente brief Azerbaijan Iran --as-of 2014-07-17',
  )
    .argument('<A>', 'a country: name, code or demonym')
    .argument('<B>', 'another')
    .option('--as-of <DAY>', 'as the record knew it on this day (default: its last known day)', askedDay)
    .option('-o, --output <FILE>', 'write it to a file that ends in .md or .json')
    .addOption(jsonOption())
    .action((a: string, b: string, _options, self: Command) => show(a, b, optionsOf<BriefOptions>(self)))
