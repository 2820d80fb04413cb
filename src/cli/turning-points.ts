import { type Command, Option } from 'commander'
import { actorName, askedActor as actorOf, askedPair as pairOf } from '../actors/index.ts'
import { checkRange, type Day, askedDay as day, usageFailure } from '../domain/index.ts'
import { askedTurns } from '../relations/index.ts'
import { jsonDocument, turnsJson, turnsTerminal, turnsTsv } from '../report/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { lastKnownDay, withRecord } from './with-record.ts'

interface TurnsOptions {
  readonly from?: Day
  readonly to?: Day
  readonly asOf?: Day
  readonly source?: string
  readonly online?: true
  readonly tsv?: true
  readonly json?: true
}

const show = async (a: string | undefined, b: string | undefined, options: TurnsOptions & CommonOptions) => {
  checkRange(options)
  if (a !== undefined && b === undefined)
    throw usageFailure(`turning points need two countries, or none`, `name the other side of ${actorName(actorOf(a))}`)
  const pair = a !== undefined && b !== undefined ? pairOf(a, b) : null
  await withRecord(options, async record => {
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const { from, to, source, online = false } = options
    const found = await askedTurns(record, { pair, asOf, from, to, source, online })
    if (options.tsv) return print(turnsTsv(found))
    if (options.json) return print(jsonDocument(turnsJson(found, { asOf, online })))
    await print(turnsTerminal(found, { asOf, online }, screenFor(options)))
  })
}

export const turningPoints = (): Command =>
  command(
    'turning-points',
    'date the thaws and ruptures of a pair, or of all',
    'detente turning-points Azerbaijan Iran --from 2010-01-01',
    'Without two countries: every pair with events. Data sets are never added up: the set with most rows of a pair is asked.',
  )
    .argument('[A]', 'a country: name, code or demonym')
    .argument('[B]', 'another')
    .option('--from <DAY>', 'turns on or after this day', day)
    .option('--to <DAY>', 'turns on or before this day', day)
    .option('--as-of <DAY>', 'as the record knew it on this day (default: its last known day)', day)
    .option('--source <NAME>', 'one data set alone: detente sources lists them')
    .option('--online', 'as a watcher would have been told them, day by day')
    .addOption(jsonOption().conflicts('tsv'))
    .addOption(new Option('--tsv', 'print tab-separated columns'))
    .action((a: string | undefined, b: string | undefined, _options, self: Command) =>
      show(a, b, optionsOf<TurnsOptions>(self)),
    )
