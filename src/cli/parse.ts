import { type Command, Option } from 'commander'
import { askedDay, type Day, usageFailure } from '../domain/index.ts'
import { jsonDocument, jsonLines, parsedJson, parsedTerminal, printable } from '../report/index.ts'
import { writeConllu } from '../text/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { eachDocument } from './each-document.ts'
import { print } from './output.ts'
import { type ParsedInput, parsedInput, READING } from './parsed-input.ts'
import { screenFor } from './terminal.ts'

interface ParseOptions extends JsonOptions {
  readonly conllu?: true
  readonly tree?: true
  readonly date?: Day
}

/** Where a text goes as it is read; `end` when all have been. */
interface Output {
  readonly add: (input: ParsedInput) => Promise<void>
  readonly end: () => Promise<void>
}

/** Written in pieces of about this many characters: a call a sentence would cost more than the writing. */
const PIECE = 65_536

const printAll = async (pieces: AsyncIterable<string>): Promise<void> => {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < PIECE) continue
    await print(waiting)
    waiting = ''
  }
  if (waiting !== '') await print(waiting)
}

async function* conlluPieces({ sentences }: ParsedInput): AsyncGenerator<string> {
  for await (const { lines, sentence } of sentences()) {
    const written = writeConllu(lines, sentence.tokens)
    yield process.stdout.isTTY ? harmless(written) : written
  }
}

/** Programs get every character as it is; a terminal would obey some. */
const harmless = (lines: string): string =>
  lines.replace(/[^\t\n]+/g, column => (column.trim() === '' ? column : printable(column)))

async function* treePieces({ text, sentences, times }: ParsedInput, options: CommonOptions): AsyncGenerator<string> {
  const screen = screenFor(options)
  for await (const { sentence } of sentences()) yield parsedTerminal(text, sentence, times(sentence), screen)
}

const jsonOf = async ({ text, sentences, times }: ParsedInput): Promise<object> => {
  const read: Parameters<typeof parsedJson>[1][number][] = []
  for await (const { sentence } of sentences()) read.push({ sentence, times: times(sentence) })
  return parsedJson(text, read)
}

/** One text is a document; of several, each is a line. Which it is shows when the second comes. */
const jsonOutput = (asLines: boolean): Output => {
  let count = 0
  let first: object | null = null
  return {
    add: async input => {
      count += 1
      const json = await jsonOf(input)
      if (count === 1 && !asLines) first = json
      else {
        await print(jsonLines(first ? [first, json] : [json]))
        first = null
      }
    },
    end: async () => {
      if (first) await print(jsonDocument(first))
    },
  }
}

/** As asked for; else trees for people, and CoNLL-U for programs behind a pipe. */
const outputFor = (options: ParseOptions & CommonOptions): Output => {
  if (options.json || options.jsonl) return jsonOutput(options.jsonl === true)
  const isTree = options.tree || (!options.conllu && process.stdout.isTTY === true)
  return {
    add: input => printAll(isTree ? treePieces(input, options) : conlluPieces(input)),
    end: async () => {},
  }
}

const parseFiles = async (files: readonly string[], options: ParseOptions & CommonOptions): Promise<void> => {
  if (files.length === 0 && process.stdin.isTTY)
    throw usageFailure('no FILE given', 'name a file, or - to type the text here')
  const output = outputFor(options)
  await eachDocument(
    files.length === 0 ? ['-'] : files,
    options,
    async document => output.add(await parsedInput(document, options.date ?? null)),
    READING,
  )
  await output.end()
}

export const parse = (): Command =>
  command(
    'parse',
    'cut a text into sentences and words, with tags, trees and times',
    'echo "Iran’s president visited Baku in November." | detente parse --tree --date 2014-12-01',
    `Without --conllu, --tree or --json: trees on a terminal, CoNLL-U elsewhere.
Where the input is CoNLL-U its words are kept, and LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL written anew.
In --json, head counts as in CoNLL-U: from 1 within the sentence, 0 for the root.`,
  )
    .argument('[FILE...]', 'text, HTML or CoNLL-U files, folders, patterns in quotes, or - for standard input')
    .addOption(new Option('--conllu', 'print CoNLL-U').conflicts(['tree', 'json', 'jsonl']))
    .addOption(new Option('--tree', 'draw each sentence’s tree').conflicts(['json', 'jsonl']))
    .option('--date <DAY>', 'the day on which the text was written, for its times', askedDay)
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((files: string[], _options, self: Command) => parseFiles(files, optionsOf<ParseOptions>(self)))
