import type { Command } from 'commander'
import { checkLedger, recordSizes } from '../check/index.ts'
import { readLedger } from '../claims/index.ts'
import type { Day, VerdictName } from '../domain/index.ts'
import { askedDay as day, askedDays as days, askedVerdicts as verdicts } from '../domain/index.ts'
import type { RecordReader } from '../record/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { eachDocument, FILES } from './each-document.ts'
import { failOn } from './fail-on.ts'
import { ledgerOutput } from './ledger-output.ts'
import { type OutputFile, outputFile, spareInputs } from './output-file.ts'
import { withRecord } from './with-record.ts'

interface CheckOptions extends JsonOptions {
  readonly asOf?: Day[]
  readonly date?: Day
  readonly failOn?: VerdictName[]
  readonly output?: OutputFile
}

/** The way through the house: read the file, make the ledger, hold it against the record, render it. */
const checkFiles = async (
  files: readonly string[],
  options: CheckOptions & CommonOptions,
  record: RecordReader,
): Promise<void> => {
  const output = ledgerOutput(options)
  const met = failOn(options.failOn ?? [])
  await eachDocument(files, options, async document => {
    const ledger = readLedger(document, { date: options.date ?? null })
    const checked = await checkLedger(ledger, record, { asOf: options.asOf ?? null })
    await output.add(checked, await recordSizes(record, checked))
    met.look(checked)
  })
  await output.end()
  met.settle()
}

export const check = (): Command =>
  command(
    'check',
    'hold every claim of an analysis against the record',
    'echo "Iran’s president visited Baku on 12 November 2014." | detente check - --date 2014-12-01',
    'Without --as-of: as of the document’s date, and of the last day on which the record learnt something.',
  )
    .argument('<FILE...>', FILES)
    .option('--as-of <DAYS>', 'with what was known on these days, between commas', days)
    .option('--date <DAY>', 'the day on which the analysis was written, where it does not say so', day)
    .option('--fail-on <VERDICTS>', 'exit with 5 when a claim has one of these, between commas', verdicts)
    .option('-o, --output <FILE>', 'write a report: FILE.md, FILE.html or FILE.json', outputFile)
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((files: string[], _options, self: Command) => {
      const options = optionsOf<CheckOptions>(self)
      spareInputs(options.output, files)
      return withRecord(options, record => checkFiles(files, options, record))
    })
