import type { Command } from 'commander'
import { actorName, askedPair } from '../actors/index.ts'
import { type ActorId, askedDay, type Day, usageFailure } from '../domain/index.ts'
import { lastKnownDay } from '../record/index.ts'
import { readBrief } from '../relations/index.ts'
import { briefJson, compareTerminal, jsonDocument } from '../report/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { withRecord } from './with-record.ts'

interface CompareOptions {
  readonly asOf?: Day
  readonly json?: true
}

/** "AZE-IRN", or two names with a hyphen between; names that have one of their own go by their code. */
const pairIn = (text: string): readonly [ActorId, ActorId] => {
  const parts = text.split('-')
  if (parts.length !== 2)
    throw usageFailure(`${JSON.stringify(text)} is no pair`, 'write two countries with a hyphen between, as in AZE-IRN')
  return askedPair(parts[0] ?? '', parts[1] ?? '')
}

const show = async (one: string, other: string, options: CompareOptions & CommonOptions): Promise<void> => {
  const [first, second] = [pairIn(one), pairIn(other)]
  await withRecord(options, async record => {
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const briefs = [await readBrief(record, first, asOf), await readBrief(record, second, asOf)]
    if (options.json)
      return print(jsonDocument({ schema: 'detente.compare/1', as_of: asOf, pairs: briefs.map(briefJson) }))
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
