import type { Command } from 'commander'
import { actorName, writtenPair } from '../actors/index.ts'
import { askedDay, type Day } from '../domain/index.ts'
import { lastKnownDay } from '../record/index.ts'
import { type Brief, readBrief } from '../relations/index.ts'
import { compareChart, compareJson, compareTerminal, jsonDocument } from '../report/index.ts'
import { type ChartOptions, writeChart } from './chart-output.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { chartFileNamed } from './output-file.ts'
import { onTerminal, screenFor } from './terminal.ts'
import { withRecord } from './with-record.ts'

interface CompareOptions extends ChartOptions {
  readonly asOf?: Day
  readonly json?: true
  readonly output?: string
  readonly chart?: boolean
}

const show = async (written: readonly string[], options: CompareOptions & CommonOptions): Promise<void> => {
  const pairs = written.map(writtenPair)
  const output = options.output === undefined ? null : chartFileNamed(options.output)
  await withRecord(options, async record => {
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const briefs: Brief[] = []
    for (const pair of pairs) briefs.push(await readBrief(record, pair, asOf))
    const json = (): string => jsonDocument(compareJson(briefs, asOf))
    if (output) await writeChart(output, { chart: compareChart(briefs, actorName), json }, options)
    if (options.json) return print(json())
    if (output) return
    await print(compareTerminal(briefs, actorName, { chart: options.chart ?? onTerminal() }, screenFor(options)))
  })
}

export const compare = (): Command =>
  command(
    'compare',
    'two pairs, or more, side by side',
    'detente compare AZE-IRN ARM-AZE --as-of 2014-12-31 -o /tmp/compared.svg\n  $ detente compare AZE-IRN ARM-IRN --as-of 2014-07-17',
  )
    .argument('<A-B>', 'a pair: two countries with a hyphen between')
    .argument('<C-D...>', 'another, or several')
    .option('--as-of <DAY>', 'as the record knew it on this day (default: its last known day)', askedDay)
    .option('-o, --output <FILE>', 'draw them to a file that ends in .svg or .png (.json: the figures)')
    .option('--dark', 'a .png on a dark ground')
    .option('--chart', 'draw them in characters above the table (default: on a terminal)')
    .option('--no-chart', 'the table alone')
    .addOption(jsonOption())
    .action((one: string, others: string[], _options, self: Command) =>
      show([one, ...others], optionsOf<CompareOptions>(self)),
    )
