import { Command, type CommanderError, Option } from 'commander'
import { EXIT, usageFailure } from '../domain/index.ts'

/** What all commands share: options, help, and errors of wrong use in our own words. */
export interface CommonOptions {
  readonly record?: string
  readonly debug?: true
  readonly quiet?: true
  readonly color: boolean
}

/** How a result for programs is wanted. */
export interface JsonOptions {
  readonly json?: true
  readonly jsonl?: true
}

/** "detente record push": the words that lead to a command. */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : 'detente'

/** "error: unknown option '--jsn'", newline, "(Did you mean --json?)" → our two lines. */
const usage = (error: CommanderError, command: Command): Error => {
  if (error.exitCode === EXIT.done) return error
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  const meant = /^\(Did you mean (.*)\?\)$/.exec(suggestion ?? '')?.[1]
  return usageFailure(message, meant ? `did you mean ${meant}?` : `see ${pathOf(command)} --help`)
}

export const setUp = (command: Command): Command =>
  command
    .exitOverride(error => {
      throw usage(error, command)
    })
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: title => (title === 'Global Options:' ? 'Options of all commands:' : title),
    })

/** A command with its example, which ends its help and has to work on the shipped record from any folder. */
export const command = (name: string, summary: string, example: string, notes = ''): Command =>
  setUp(new Command(name))
    .description(summary)
    .addHelpText('after', `${notes === '' ? '' : `\n${notes}\n`}\nExample:\n  $ ${example}`)

export const jsonOption = (): Option => new Option('--json', 'print one JSON document for programs').conflicts('jsonl')
export const jsonlOption = (): Option => new Option('--jsonl', 'print JSON, a line each')

/** A command's own options and those common to all. */
export const optionsOf = <Own>(command: Command): Own & CommonOptions => command.optsWithGlobals<Own & CommonOptions>()
