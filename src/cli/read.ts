import type { Command } from 'commander'
import { readLedger } from '../claims/index.ts'
import type { Day } from '../domain/index.ts'
import { askedDay as day } from '../domain/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { eachDocument, FILES } from './each-document.ts'
import { ledgerOutput } from './ledger-output.ts'

interface ReadOptions extends JsonOptions {
  readonly date?: Day
}

const readFiles = async (files: readonly string[], options: ReadOptions & CommonOptions): Promise<void> => {
  const output = ledgerOutput(options)
  await eachDocument(files, options, async document => {
    await output.add(readLedger(document, { date: options.date ?? null }), null)
  })
  await output.end()
}

export const read = (): Command =>
  command(
    'read',
    'list the claims of an analysis; no record needed',
    'echo "Iran’s president visited Baku on 12 November 2014." | detente read -',
  )
    .argument('<FILE...>', FILES)
    .option('--date <DAY>', 'the day on which the analysis was written, where it does not say so', day)
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((files: string[], _options, self: Command) => readFiles(files, optionsOf<ReadOptions>(self)))
