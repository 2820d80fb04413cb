import { type Command, Option } from 'commander'
import { actorName, askedPair as pairOf } from '../actors/index.ts'
import type { Day } from '../domain/index.ts'
import { checkRange, askedDay as day } from '../domain/index.ts'
import { PERIODS, type Period, requireSource } from '../record/index.ts'
import { measuredDyad, readRelation } from '../relations/index.ts'
import { dyadTerminal, jsonDocument, jsonLines, type Side } from '../report/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { lastKnownDay, withRecord } from './with-record.ts'

interface DyadOptions extends JsonOptions {
  readonly from?: Day
  readonly to?: Day
  readonly asOf?: Day
  readonly by: Period
  readonly source?: string
}

const show = async (one: string, other: string, options: DyadOptions & CommonOptions): Promise<void> => {
  checkRange(options)
  const [a, b] = pairOf(one, other)
  const { from, to, by, source } = options
  await withRecord(options, async record => {
    await requireSource(record, source)
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const series = await record.dyad({
      a,
      b,
      by,
      asOf,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(source === undefined ? {} : { source }),
    })
    const measured = async () => measuredDyad(series, await readRelation(record, [a, b], asOf, source, true))
    if (options.jsonl) return print(jsonLines([await measured()]))
    if (options.json) return print(jsonDocument(await measured()))
    const side = (id: string): Side => ({ id, name: actorName(id) })
    await print(dyadTerminal(series, [side(a), side(b)], screenFor(options)))
  })
}

export const dyad = (): Command =>
  command(
    'dyad',
    'print the series of a pair, both directions',
    'detente dyad Azerbaijan Iran --from 2012-01-01 --by month',
  )
    .argument('<A>', 'a country: name, code or demonym')
    .argument('<B>', 'another')
    .option('--from <DAY>', 'first day (default: that of the first row)', day)
    .option('--to <DAY>', 'last day (default: that of the last row)', day)
    .option('--as-of <DAY>', 'as the record knew it on this day (default: its last known day)', day)
    .addOption(new Option('--by <PERIOD>', 'length of a line').choices(PERIODS).default('month'))
    .option('--source <NAME>', 'one data set alone: detente sources lists them')
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((a: string, b: string, _options, self: Command) => show(a, b, optionsOf<DyadOptions>(self)))
