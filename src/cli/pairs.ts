import type { Command } from 'commander'
import { actorName } from '../actors/index.ts'
import { askedCount, askedDay, type Day } from '../domain/index.ts'
import { lastKnownDay } from '../record/index.ts'
import { readMovers } from '../relations/index.ts'
import { jsonDocument, moversJson, moversTerminal } from '../report/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { withRecord } from './with-record.ts'

interface PairsOptions {
  readonly asOf?: Day
  readonly days: number
  readonly limit: number
  readonly json?: true
}

const show = (options: PairsOptions & CommonOptions): Promise<void> =>
  withRecord(options, async record => {
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const { days, limit } = options
    const movers = (await readMovers(record, asOf, days)).slice(0, limit)
    if (options.json) return print(jsonDocument(moversJson(movers, asOf, days)))
    await print(moversTerminal(movers, { asOf, days, nameOf: actorName }, screenFor(options)))
  })

export const pairs = (): Command =>
  command('pairs', 'which pairs moved most lately', 'detente pairs --as-of 2014-07-17 --days 90')
    .option('--as-of <DAY>', 'as the record knew it on this day (default: its last known day)', askedDay)
    .option('--days <N>', 'so many days against as many before', askedCount, 180)
    .option('--limit <N>', 'at most so many pairs', askedCount, 20)
    .addOption(jsonOption())
    .action((_options, self: Command) => show(optionsOf<PairsOptions>(self)))
