import { Failure, recordFailure } from '../../domain/index.ts'

/** What a cluster says when it cannot answer, in words for its user. */

interface Said {
  readonly code: string
  readonly message: string
}

const saidBy = (error: unknown): Said => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const text = String(message ?? error)
  // Servers of other years word their errors otherwise; the number stands in all of them.
  return { code: String(code ?? /\bCode: (\d+)/.exec(text)?.[1] ?? ''), message: text }
}

/** The server's first line, without the place in its own code. */
const firstLine = (message: string): string => (message.split('\n')[0] ?? '').trim().slice(0, 200)

type Told = (shown: string, message: string) => readonly [message: string, hint: string]

const notLetIn: Told = shown => [
  `the cluster ${shown} does not let this user in`,
  'check the user in the address and the password in $DETENTE_CLICKHOUSE_PASSWORD',
]

const notAllowed: Told = shown => [
  `the cluster ${shown} does not allow this user to do that`,
  'reading needs SELECT on the database and the right to set settings (readonly = 2); a push needs CREATE, INSERT and ALTER too',
]

const partMissing: Told = shown => [
  `a part of the cluster ${shown} does not answer`,
  'no answer is given rather than one with less in it: bring the server back, then ask again',
]

const noRecord: Told = shown => [`the cluster ${shown} holds no record`, `detente record push ${shown} puts one there`]

const overLimit: Told = (shown, message) => [
  `the cluster ${shown} gave up at a limit of its own: ${firstLine(message)}`,
  'ask for fewer days, or have the limit raised for this user',
]

const tooOld: Told = shown => [
  `the cluster ${shown} runs a ClickHouse that does not know what is asked of it`,
  '24.3 or later is needed',
]

const noSpace: Told = shown => [
  `no space left on the cluster ${shown}`,
  'free some space there, then run the same command again: it goes on where it stopped',
]

/** By the server's own numbers of errors. */
const BY_NUMBER: ReadonlyMap<string, Told> = new Map([
  ...['192', '193', '194', '516'].map(code => [code, notLetIn] as const),
  ...['164', '497', '291', '482'].map(code => [code, notAllowed] as const),
  ...['198', '209', '210', '279', '999'].map(code => [code, partMissing] as const),
  ...['60', '81'].map(code => [code, noRecord] as const),
  ...['158', '159', '191', '241', '307', '396'].map(code => [code, overLimit] as const),
  ['243', noSpace] as const,
  ['115', tooOld] as const,
  [
    '701',
    (shown: string) =>
      [`the servers at ${shown} know no such cluster`, 'see system.clusters for the names they know'] as const,
  ] as const,
])

const UNREACHABLE =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EPIPE|socket hang up|Timeout error|certificate|SSL|EPROTO/i

/** Anything else is a defect of ours and stays what it is. */
export const clusterFailure = (shown: string, error: unknown): unknown => {
  if (error instanceof Failure) return error
  const { code, message } = saidBy(error)
  const told = BY_NUMBER.get(code)
  if (told) return recordFailure(...told(shown, message))
  if (UNREACHABLE.test(`${code} ${message}`))
    return recordFailure(
      `the cluster ${shown} cannot be reached (${/^E[A-Z]+$/.test(code) ? code : firstLine(message)})`,
      'check host and port (the HTTP interface, 8123 unless the servers say otherwise) and whether it runs',
    )
  return error
}
