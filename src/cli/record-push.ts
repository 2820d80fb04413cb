import type { Command } from 'commander'
import { type PushReport, push } from '../record/index.ts'
import { jsonDocument } from '../report/index.ts'
import { type CommonOptions, command, jsonOption, optionsOf } from './command.ts'
import { interruptible } from './interruptible.ts'
import { print } from './output.ts'
import { progressFor } from './terminal.ts'
import { recordFile } from './with-record.ts'

interface PushCommandOptions {
  readonly replace?: true
  readonly json?: true
}

const BROKEN_OFF = [
  'the push is not complete',
  'run the same command again: it goes on where it stopped; until then nothing is answered from there',
] as const

const told = ({ to, rows, parts, sent, unchanged, removed }: PushReport): string => {
  if (sent === 0 && removed === 0) return `${to} holds this record already: ${rows} rows in ${parts} parts\n`
  const others = [unchanged > 0 ? `${unchanged} were there already` : '', removed > 0 ? `${removed} taken away` : '']
  return `${[`${sent} of ${parts} parts written to ${to}`, ...others.filter(text => text !== '')].join(', ')}; ${rows} rows in all\n`
}

const run = async (to: string, options: PushCommandOptions & CommonOptions): Promise<void> => {
  const path = await recordFile(options, 'push')
  const progress = progressFor(options)
  try {
    const report = await interruptible(
      signal =>
        push(path, to, {
          signal,
          replace: options.replace === true,
          onProgress: ({ part, done, of }) => progress.say(`${done} of ${of} parts: ${part}`),
        }),
      BROKEN_OFF,
    )
    progress.clear()
    await print(options.json ? jsonDocument({ schema: 'detente.push/1', ...report }) : told(report))
  } finally {
    progress.clear()
  }
}

const pushCommand = (): Command =>
  command(
    'push',
    'put the record on a ClickHouse cluster, or into a folder as Parquet by month',
    'detente record push /tmp/detente-parquet',
    `On a cluster: detente record push 'clickhouse://USER@HOST:8123/DATABASE?cluster=NAME'; the password stands in
$DETENTE_CLICKHOUSE_PASSWORD. Pushed again, only what has changed is sent. Then --record takes the same address.`,
  )
    .argument('<PLACE>', 'clickhouse://…, or a folder')
    .option('--replace', 'also in place of another record that is there')
    .addOption(jsonOption())
    .action((to: string, _options, self: Command) => run(to, optionsOf<PushCommandOptions>(self)))

export const recordCommand = (): Command =>
  command(
    'record',
    'put the record on a cluster, or into a folder as Parquet',
    'detente record push /tmp/detente-parquet',
  ).addCommand(pushCommand())
