/**
 * ClickHouse's HTTP interface on loopback in front of chdb, the engine of current ClickHouse as a library: so that the real client asks the real
 * engine. `node chdb-server.mjs CHDB-FOLDER DATA-FOLDER [CONFIG]` prints its port and ends with its parent. One request at a time, as the engine
 * has one session; users and passwords are not looked at.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const [, , chdb = '', data = '', config] = process.argv
const { Session } = createRequire(join(chdb, 'package.json'))('chdb')
const session = new Session(data, config ? { connectionArgs: [`--config-file=${config}`] } : {})
const scratch = mkdtempSync(join(tmpdir(), 'detente-chdb-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

/** What the interface itself takes, and no setting of the engine. */
const NO_SETTINGS = new Set([
  'query',
  'query_id',
  'database',
  'wait_end_of_query',
  'default_format',
  'session_id',
  'role',
])

/** @param {string} text */
const literal = text => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** @param {URLSearchParams} parameters */
const prepare = parameters => {
  session.query(`use ${parameters.get('database') ?? 'default'}`)
  const settings = [...parameters].filter(([name]) => !NO_SETTINGS.has(name))
  if (settings.length > 0)
    session.query(`set ${settings.map(([name, value]) => `${name} = ${literal(value)}`).join(', ')}`)
}

let files = 0

/** @param {import('node:http').IncomingMessage} request */
const textOf = async request => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** @param {import('node:http').IncomingMessage} request @param {URLSearchParams} parameters @returns {Promise<string>} */
const statementOf = async (request, parameters) => {
  const insert = parameters.get('query')
  if (insert === null) return textOf(request)
  const parquet = /^([\s\S]*?)\s+format\s+parquet\s*$/i.exec(insert)
  if (!parquet) return `${insert}\n${await textOf(request)}`
  files += 1
  const file = join(scratch, `${files}.parquet`)
  await pipeline(request, createWriteStream(file))
  return `${parquet[1]} from infile ${literal(file)} format Parquet`
}

/** @type {Promise<unknown>} */
let before = Promise.resolve()

const server = createServer((request, response) => {
  before = before.then(async () => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/ping') return response.end('Ok.\n')
    try {
      const statement = await statementOf(request, searchParams)
      prepare(searchParams)
      response.end(session.query(statement, 'TabSeparated'))
    } catch (error) {
      request.resume()
      const message = error instanceof Error ? error.message : String(error)
      const code = /Code: (\d+)/.exec(message)?.[1] ?? '1002'
      response.writeHead(500, { 'x-clickhouse-exception-code': code }).end(message)
    }
  })
})
// Longer than clients keep a connection for: whoever closes it first must be they.
server.keepAliveTimeout = 600_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : '')
})
process.stdin.resume().on('end', () => process.exit(0))
