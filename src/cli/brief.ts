import type { Command } from 'commander'
import { actorName, askedPair } from '../actors/index.ts'
import { askedDay, type Day } from '../domain/index.ts'
import { lastKnownDay, requireSource } from '../record/index.ts'
import { type Brief, readBrief } from '../relations/index.ts'
import { briefHtml, briefJson, briefMarkdown, jsonDocument } from '../report/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { type OutputFile, outputFile, writeOutput } from './output-file.ts'
import { note } from './terminal.ts'
import { withRecord } from './with-record.ts'

interface BriefOptions {
  readonly output?: string
  readonly asOf?: Day
  readonly source?: string
  readonly json?: true
}

const rendered = (brief: Brief, format: OutputFile['format']): string => {
  switch (format) {
    case 'md':
      return briefMarkdown(brief, actorName)
    case 'html':
      return briefHtml(brief, actorName)
    case 'json':
      return jsonDocument(briefJson(brief, actorName))
  }
}

const show = async (one: string, other: string, options: BriefOptions & CommonOptions): Promise<void> => {
  const pair = askedPair(one, other)
  const output = options.output === undefined ? null : outputFile(options.output)
  await withRecord(options, async record => {
    await requireSource(record, options.source)
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const brief = await readBrief(record, pair, asOf, options.source)
    if (output) {
      writeOutput(output, rendered(brief, output.format))
      note(options, `wrote ${output.path}`)
    }
    if (options.json) await print(rendered(brief, 'json'))
    else if (!output) await print(rendered(brief, 'md'))
  })
}

export const brief = (): Command =>
  command(
    'brief',
    'one page on a pair: where it goes, since when, how sure, why, what to watch',
    'detente brief Azerbaijan Iran --as-of 2014-07-17 -o /tmp/brief.html\n  $ detente brief Azerbaijan Iran --as-of 2014-07-17',
    'The page as HTML stands alone, prints to two sheets of A4, and follows the reader’s choice of light or dark.',
  )
    .argument('<A>', 'a country: name, code or demonym')
    .argument('<B>', 'another')
    .option('--as-of <DAY>', 'as the record knew it on this day (default: its last known day)', askedDay)
    .option('--source <NAME>', 'one data set alone: detente sources lists them')
    .option('-o, --output <FILE>', 'write it to a file that ends in .md, .html or .json')
    .addOption(jsonOption())
    .action((a: string, b: string, _options, self: Command) => show(a, b, optionsOf<BriefOptions>(self)))
