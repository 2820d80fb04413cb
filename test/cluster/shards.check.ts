import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NEVER_LESS } from '../../src/record/cluster/connect.ts'
import { clusterFailure } from '../../src/record/cluster/failure.ts'
import { createDatabase, dropPart, localTable, spreadTable } from '../../src/record/cluster/statements.ts'
import { type CanonicalTable, TABLES } from '../../src/record/cluster/tables.ts'
import { ensureRecord, openRecord } from '../../src/record/index.ts'
import { openFile } from '../../src/record/open-file.ts'
import { type OldServer, PASSWORD, twoOldServers } from './old-server.ts'

/**
 * Shards, on two real servers with a table spread over both. They are of 2018 and speak too little of our SQL for the questions themselves
 * (no Parquet, no window functions, no Bool), so this looks at the mechanics alone: where rows go, what is taken away with a part, and
 * what is said when a shard is dead.
 */

const unpacked = process.env.DETENTE_TEST_CLICKHOUSE ?? ''
const place = { database: 'mechanics', cluster: 'two' } as const

let folder = ''
let servers: readonly OldServer[] = []
let clients: readonly ClickHouseClient[] = []

const first = (): ClickHouseClient => {
  const [client] = clients
  if (!client) throw new Error("Debian's clickhouse-server is not there")
  return client
}

const rowsOf = async (client: ClickHouseClient, query: string): Promise<readonly Record<string, string>[]> => {
  const settings = { skip_unavailable_shards: NEVER_LESS.skip_unavailable_shards ?? 1 }
  const answer = await client.query({ query, format: 'JSON', clickhouse_settings: settings })
  return (await answer.json<Record<string, string>>()).data
}

const count = async (client: ClickHouseClient, table: string): Promise<number> =>
  Number((await rowsOf(client, `select count() as n from mechanics.${table}`))[0]?.n)

/** The roll-up with the column types that these servers have. */
const table = (): CanonicalTable => {
  const found = TABLES.find(({ name }) => name === 'dyad_days')
  if (!found) throw new Error('no dyad_days')
  const plain = (type: string): string => type.replace(/LowCardinality\((.*)\)$/, '$1').replace('Bool', 'UInt8')
  return { ...found, columns: found.columns.map(([name, type]) => [name, plain(type)] as const) }
}

let [sent, inApril]: readonly [number, number] = [0, 0]

/** Rows of the shipped chronology, as a push reads them. */
const ledgerRows = async (): Promise<readonly Record<string, unknown>[]> => {
  const path = join(folder, 'record.duckdb')
  await ensureRecord(path)
  const engine = await openFile(path)
  try {
    return await engine.rows<Record<string, unknown>>(table().rows('true'))
  } finally {
    await engine.close()
  }
}

beforeAll(async () => {
  if (unpacked === '') return
  folder = mkdtempSync(join(tmpdir(), 'detente-shards-'))
  servers = await twoOldServers(unpacked, folder)
  for (const server of servers) await server.start()
  clients = servers.map(({ http }) =>
    createClient({ url: `http://127.0.0.1:${http}`, password: PASSWORD, log: { level: ClickHouseLogLevel.OFF } }),
  )
  for (const client of clients) {
    // `on cluster` needs a keeper, which two servers alone do not have: each is told for itself.
    await client.command({ query: createDatabase({ ...place, cluster: null }) })
    await client.command({ query: localTable({ ...table(), name: 'dyad_days_local' }, { ...place, cluster: null }) })
    await client.command({ query: spreadTable(table(), place).replace(' on cluster two', '') })
  }
  const rows = await ledgerRows()
  sent = rows.length
  inApril = rows.filter(({ day }) => String(day).startsWith('2014-04')).length
  const bits = rows.map(row =>
    Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'boolean' ? Number(v) : v])),
  )
  await first().insert({
    table: 'mechanics.dyad_days',
    values: bits,
    format: 'JSONEachRow',
    clickhouse_settings: { insert_distributed_sync: 1 },
  })
})
afterAll(async () => {
  for (const client of clients) await client.close()
  for (const server of servers) await server.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('rows are spread over both, a pair on one of them, and the whole is the sum', async () => {
  const shares = await Promise.all(clients.map(client => count(client, 'dyad_days_local')))
  expect(shares.every(share => share > 0)).toBe(true)
  expect(shares.reduce((a, b) => a + b, 0)).toBe(sent)
  expect(await count(first(), 'dyad_days')).toBe(sent)
  const pairs = await Promise.all(
    clients.map(client => rowsOf(client, 'select distinct pair from mechanics.dyad_days_local')),
  )
  const [here, there] = pairs.map(rows => new Set(rows.map(({ pair }) => pair)))
  expect([...(here ?? [])].filter(pair => there?.has(pair))).toEqual([])
})

test('a dead shard is an error in words, even where the profile of the user would leave it out', async () => {
  const profile = await first().query({
    query: "select value from system.settings where name = 'skip_unavailable_shards'",
    format: 'JSON',
  })
  expect((await profile.json<{ value: string }>()).data).toEqual([{ value: '1' }])
  await servers[1]?.kill()
  const told = await rowsOf(first(), 'select count() as n from mechanics.dyad_days').catch(error =>
    clusterFailure('clickhouse://here/mechanics', error),
  )
  expect(told).toMatchObject({
    exitCode: 4,
    message: 'a part of the cluster clickhouse://here/mechanics does not answer',
    hint: 'no answer is given rather than one with less in it: bring the server back, then ask again',
  })
  const silent = await first().query({ query: 'select count() as n from mechanics.dyad_days', format: 'JSON' })
  expect(Number((await silent.json<{ n: string }>()).data[0]?.n)).toBeLessThan(sent)
  await servers[1]?.start()
  expect(await count(first(), 'dyad_days')).toBe(sent)
})

test('a part is taken away whole, and nothing else', async () => {
  expect(inApril).toBeGreaterThan(0)
  for (const client of clients)
    await client.command({
      query: dropPart({ ...table(), name: 'dyad_days_local' }, '2014-04', { ...place, cluster: null }),
    })
  expect(await count(first(), 'dyad_days')).toBe(sent - inApril)
})

test('a server this old is refused, and so is a wrong password, without repeating it', async () => {
  const at = (password: string): string =>
    `clickhouse://default:${encodeURIComponent(password)}@127.0.0.1:${servers[0]?.http}/mechanics`
  await expect(openRecord(at(PASSWORD))).rejects.toMatchObject({ exitCode: 4, hint: '24.3 or later is needed' })
  const refused = await openRecord(at('hunter2')).catch((error: unknown) => error)
  expect(refused).toMatchObject({ exitCode: 4, message: expect.stringContaining('does not let this user in') })
  expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain('hunter2')
})
