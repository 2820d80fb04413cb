import { Command } from 'commander'
import { packageVersion } from '../shipped/index.ts'
import { brief } from './brief.ts'
import { check } from './check.ts'
import { setUp } from './command.ts'
import { compare } from './compare.ts'
import { dyad } from './dyad.ts'
import { events } from './events.ts'
import { exportCommand } from './export.ts'
import { fetchCommand } from './fetch.ts'
import { importCommand } from './import.ts'
import { mcp } from './mcp.ts'
import { pairs } from './pairs.ts'
import { parse } from './parse.ts'
import { read } from './read.ts'
import { recordCommand } from './record-push.ts'
import { serveCommand } from './serve.ts'
import { sources } from './sources.ts'
import { trace } from './trace.ts'
import { turningPoints } from './turning-points.ts'

const DESCRIPTION = `Tells how two states stand, when that turned, why, and how it knows;
and holds what analysts write against the same record.`

const NOTES = `
Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 a defect of ours, 2 wrong use,
3 unusable input, 4 record busy, damaged or of a newer version, 5 --fail-on met.

Example:
  $ detente events Armenia Iran --from 2010-01-01`

/** All commands, in the order of their use. A new one is a file here and a line in this list. */
const COMMANDS = [
  check,
  read,
  brief,
  events,
  dyad,
  turningPoints,
  pairs,
  compare,
  importCommand,
  fetchCommand,
  exportCommand,
  recordCommand,
  parse,
  sources,
  trace,
  serveCommand,
  mcp,
]

export const program = async (words: readonly string[]): Promise<void> => {
  const detente = setUp(new Command('detente'))
    .description(DESCRIPTION)
    .version(packageVersion(), '-V, --version', 'print the version')
    .option(
      '--record <PATH>',
      'the record to use, a file or clickhouse://… (default: $DETENTE_RECORD, else the folder for data of programs)',
    )
    .option('--quiet', 'no progress and no notes on stderr')
    .option('--no-color', 'no colours (as does NO_COLOR)')
    .option('--debug', 'print the stack of an error')
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .addHelpText('after', NOTES)
  for (const make of COMMANDS) detente.addCommand(make())
  if (words.length === 0) return detente.outputHelp()
  await detente.parseAsync(words, { from: 'user' })
}
