import { type Command, Option } from 'commander'
import { actorName, askedPair as pairOf } from '../actors/index.ts'
import type { Day } from '../domain/index.ts'
import { checkRange, askedDay as day } from '../domain/index.ts'
import { type OpenRecord, PERIODS, type Period, requireSource } from '../record/index.ts'
import { type MeasuredDyad, readDyad } from '../relations/index.ts'
import { dyadChart, dyadTerminal, jsonDocument, jsonLines, type PinnedEvent, type Side } from '../report/index.ts'
import { type ChartOptions, writeChart } from './chart-output.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { chartFileNamed } from './output-file.ts'
import { onTerminal, screenFor } from './terminal.ts'
import { lastKnownDay, withRecord } from './with-record.ts'

interface DyadOptions extends JsonOptions, ChartOptions {
  readonly from?: Day
  readonly to?: Day
  readonly asOf?: Day
  readonly by: Period
  readonly source?: string
  readonly output?: string
  readonly chart?: boolean
}

/** Of each turn the event that most publishers told of, else the heaviest. */
const pinnedIn = async (record: OpenRecord, { as_of, turning_points }: MeasuredDyad): Promise<PinnedEvent[]> => {
  const ids = turning_points.flatMap(turn => turn.events)
  if (ids.length === 0) return []
  const told = new Map((await record.events({ asOf: as_of, ids })).map(event => [event.id, event]))
  return turning_points.flatMap(turn => {
    const events = turn.events.flatMap(id => told.get(id) ?? [])
    return [...events].sort((x, y) => y.sources.length - x.sources.length).slice(0, 1)
  })
}

const show = async (one: string, other: string, options: DyadOptions & CommonOptions): Promise<void> => {
  checkRange(options)
  const [a, b] = pairOf(one, other)
  const output = options.output === undefined ? null : chartFileNamed(options.output)
  const { from, to, by, source } = options
  await withRecord(options, async record => {
    await requireSource(record, source)
    const asOf = options.asOf ?? (await lastKnownDay(record))
    const measured = await readDyad(record, {
      a,
      b,
      by,
      asOf,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(source === undefined ? {} : { source }),
    })
    const sides = [a, b].map((id): Side => ({ id, name: actorName(id) })) as [Side, Side]
    if (output) {
      const chart = dyadChart(measured, sides, await pinnedIn(record, measured))
      await writeChart(output, { chart, json: () => jsonDocument(measured) }, options)
    }
    if (options.jsonl) return print(jsonLines([measured]))
    if (options.json) return print(jsonDocument(measured))
    if (output) return
    await print(dyadTerminal(measured, sides, { chart: options.chart ?? onTerminal() }, screenFor(options)))
  })
}

export const dyad = (): Command =>
  command(
    'dyad',
    'print the series of a pair, both directions',
    'detente dyad Azerbaijan Iran --from 2010-01-01 --by quarter -o /tmp/aze-irn.svg\n  $ detente dyad Azerbaijan Iran --from 2012-01-01 --by month',
  )
    .argument('<A>', 'a country: name, code or demonym')
    .argument('<B>', 'another')
    .option('--from <DAY>', 'first day (default: that of the first row)', day)
    .option('--to <DAY>', 'last day (default: that of the last row)', day)
    .option('--as-of <DAY>', 'as the record knew it on this day (default: its last known day)', day)
    .addOption(new Option('--by <PERIOD>', 'length of a line').choices(PERIODS).default('month'))
    .option('--source <NAME>', 'one data set alone: detente sources lists them')
    .option('-o, --output <FILE>', 'draw it to a file that ends in .svg or .png (.json: the figures)')
    .option('--dark', 'a .png on a dark ground')
    .option('--chart', 'draw it in characters above the table (default: on a terminal)')
    .option('--no-chart', 'the table alone')
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((a: string, b: string, _options, self: Command) => show(a, b, optionsOf<DyadOptions>(self)))
