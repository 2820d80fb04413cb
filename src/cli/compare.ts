import type { Command } from 'commander'
import { actorName, writtenPair } from '../actors/index.ts'
import { askedDay, type Day } from '../domain/index.ts'
import { lastKnownDay } from '../record/index.ts'
import { readBrief } from '../relations/index.ts'
import { compareJson, compareTerminal, jsonDocument } from '../report/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { withRecord } from './with-record.ts'

interface CompareOptions {
  readonly asOf?: Day
  readonly json?: true
}

const show = async (one: string, other: string, options: CompareOptions & CommonOptions): Promise<void> => {
  const [first, second] = [writtenPair(one), writtenPair(other)]
  await withRecord(options, async record => {
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const briefs = [await readBrief(record, first, asOf), await readBrief(record, second, asOf)]
    if (options.json) return print(jsonDocument(compareJson(briefs, asOf)))
    await print(compareTerminal(briefs, actorName, screenFor(options)))
  })
}

export const compare = (): Command =>
  command('compare', 'two pairs side by side', 'detente compare AZE-IRN ARM-IRN --as-of 2014-07-17')
    .argument('<A-B>', 'a pair: two countries with a hyphen between')
    .argument('<C-D>', 'another')
    .option('--as-of <DAY>', 'as the record knew it on this day (default: its last known day)', askedDay)
    .addOption(jsonOption())
    .action((one: string, other: string, _options, self: Command) => show(one, other, optionsOf<CompareOptions>(self)))
