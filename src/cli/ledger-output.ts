import {
  type AnyLedger,
  jsonDocument,
  jsonLines,
  ledgerHtml,
  ledgerJson,
  ledgerMarkdown,
  ledgerTerminal,
  type RecordSizes,
} from '../report/index.ts'
import type { CommonOptions, JsonOptions } from './command.ts'
import { print } from './output.ts'
import { type OutputFile, writeOutput } from './output-file.ts'
import { note, screenFor } from './terminal.ts'

/** Where ledgers go as they are made. */
export interface LedgerOutput {
  readonly add: (ledger: AnyLedger, sizes: RecordSizes | null) => Promise<void>
  readonly end: () => Promise<void>
}

/** One ledger is a document; of several, each is a line. Which it is shows when the second comes. */
const json = (): LedgerOutput => {
  let first: AnyLedger | null = null
  let count = 0
  return {
    add: async ledger => {
      count += 1
      if (count === 1) first = ledger
      else await print(jsonLines([...(first ? [ledgerJson(first)] : []), ledgerJson(ledger)]))
      if (count > 1) first = null
    },
    end: async () => {
      if (first) await print(jsonDocument(ledgerJson(first)))
    },
  }
}

const lines = (): LedgerOutput => ({
  add: ledger => print(jsonLines([ledgerJson(ledger)])),
  end: async () => {},
})

const terminal = (options: CommonOptions): LedgerOutput => {
  let count = 0
  return {
    add: async (ledger, sizes) => {
      count += 1
      const screen = screenFor(options)
      await print(`${count > 1 ? '\n\n' : ''}${ledgerTerminal(ledger, screen, sizes)}`)
    },
    end: async () => {},
  }
}

const rendered = ({ format }: OutputFile, ledgers: readonly (readonly [AnyLedger, RecordSizes | null])[]): string => {
  const only = ledgers.map(([ledger]) => ledger)
  switch (format) {
    case 'md':
      return ledgers.map(([ledger, sizes]) => ledgerMarkdown(ledger, sizes)).join('\n---\n\n')
    case 'html':
      return ledgerHtml(only, new Map(ledgers.flatMap(([, sizes]) => [...(sizes ?? [])])))
    case 'json':
      return only.length === 1 && only[0] ? jsonDocument(ledgerJson(only[0])) : jsonLines(only.map(ledgerJson))
  }
}

const file = (output: OutputFile, options: CommonOptions): LedgerOutput => {
  const ledgers: (readonly [AnyLedger, RecordSizes | null])[] = []
  return {
    add: async (ledger, sizes) => {
      ledgers.push([ledger, sizes])
    },
    end: async () => {
      if (ledgers.length === 0) return
      writeOutput(output, rendered(output, ledgers))
      note(options, `wrote ${output.path}`)
    },
  }
}

/** To a file where one is named, to stdout as JSON where asked for; else to stdout for people. */
export const ledgerOutput = (options: JsonOptions & CommonOptions & { readonly output?: OutputFile }): LedgerOutput => {
  const outputs = [
    ...(options.output ? [file(options.output, options)] : []),
    ...(options.json ? [json()] : []),
    ...(options.jsonl ? [lines()] : []),
  ]
  const all = outputs.length > 0 ? outputs : [terminal(options)]
  return {
    add: async (ledger, sizes) => {
      for (const output of all) await output.add(ledger, sizes)
    },
    end: async () => {
      for (const output of all) await output.end()
    },
  }
}
