import { Option } from 'commander'
import { usageFailure } from '../domain/index.ts'

/** Where a server listens, and what its clients have to know: the options of every command that serves. */

const portOf = (text: string): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw usageFailure(
    `${JSON.stringify(text)} is no port`,
    'a port is a number from 1 to 65535, or 0 for any that is free',
  )
}

/** `usual`: any that is rarely taken. */
export const portOption = (usual: number): Option =>
  new Option('--port <PORT>', 'the port; 0 for any that is free').argParser(portOf).default(usual)

export const hostOption = (): Option => new Option('--host <ADDRESS>', 'the address to serve at').default('127.0.0.1')

export const tokenOption = (): Option => new Option('--token <TOKEN>', 'what clients have to know').env('DETENTE_TOKEN')
