import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClickHouseClient, createClient } from '@clickhouse/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFile } from '../../bench/made-gdelt.ts'
import { spreadTable } from '../../src/record/cluster/statements.ts'
import { TABLES } from '../../src/record/cluster/tables.ts'
import { ensureRecord, importFiles, type OpenRecord, openRecord, push } from '../../src/record/index.ts'
import { askedTurns, readMovers } from '../../src/relations/index.ts'
import { type Served, serveChdb } from './chdb.ts'
import { questions } from './questions.ts'

/**
 * Our questions on two shards of current ClickHouse. The library has no port that a second one could be asked by, but plans a table that is spread
 * over two shards on its own address as two: each adds up its share, and the shares are put together. A shard's share is a view of the
 * rows that the product's own rule gives it. What goes between machines is looked at in `shards.check.ts`, on old servers.
 */

const chdb = process.env.DETENTE_TEST_CHDB ?? ''
const SHARD = '<shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>'
const CLUSTER = `<clickhouse><tcp_port>9000</tcp_port><remote_servers><two>${SHARD}${SHARD}</two></remote_servers></clickhouse>`

let folder = ''
let served: Served
let client: ClickHouseClient
let [file, cluster]: OpenRecord[] = []

/** Each table becomes what it is on a cluster: rows where they lie, and the table that is spread over them. */
const spread = async (): Promise<void> => {
  const place = { database: 'spread', cluster: 'two' }
  for (const table of TABLES) {
    const { name, order } = table
    await client.command({ query: `rename table spread.${name} to spread.${name}_rows` })
    await client.command({
      query: `create view spread.${name}_local as select * from spread.${name}_rows where cityHash64(toString(${order[0]})) % 2 = shardNum() - 1`,
    })
    await client.command({ query: spreadTable(table, place).replace(' on cluster two', '') })
  }
}

beforeAll(async () => {
  if (chdb === '') return
  folder = mkdtempSync(join(tmpdir(), 'detente-two-shards-'))
  const path = join(folder, 'record.duckdb')
  await ensureRecord(path)
  await importFiles(path, [await makeFile(join(folder, 'made.csv'), 'gdelt1', 10_000, 700)])
  const config = join(folder, 'two.xml')
  writeFileSync(config, CLUSTER)
  served = await serveChdb(chdb, join(folder, 'data'), config)
  await push(path, served.address('spread'))
  client = createClient({ url: served.address('').replace('clickhouse:', 'http:').replace(/\/$/, '') })
  await spread()
  file = await openRecord(path)
  cluster = await openRecord(served.address('spread'))
})
afterAll(async () => {
  await client?.close()
  await file?.close()
  await cluster?.close()
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const both = async (ask: (record: OpenRecord) => Promise<unknown>): Promise<readonly [string, string]> => {
  if (!file || !cluster) throw new Error('chdb is not there')
  return [JSON.stringify(await ask(file)), JSON.stringify(await ask(cluster))]
}

test('both shards have rows, and none has those of the other', async () => {
  for (const table of ['events', 'dyad_days', 'actor_days']) {
    const answer = await client.query({
      query: `select (select count() from spread.${table}_rows) as all, count() as spread, countIf(_shard_num = 1) as first from spread.${table}`,
      format: 'JSON',
    })
    const [found] = (await answer.json<{ all: string; spread: string; first: string }>()).data
    expect(found?.spread).toBe(found?.all)
    expect(Number(found?.first)).toBeGreaterThan(0)
    expect(Number(found?.first)).toBeLessThan(Number(found?.all))
  }
})

test.for(questions(['9999-12-31', '2014-04-15']))('%s', async ([, ask]) => {
  const [ofFile, ofCluster] = await both(ask)
  expect(ofCluster === ofFile || [ofCluster, ofFile]).toBe(true)
})

test('all pairs, layers, turning points and movers', async () => {
  const asOf = '2015-12-31'
  const asks: ((record: OpenRecord) => Promise<unknown>)[] = [
    record => record.pairs({ by: 'week', asOf }),
    record => record.layers({ pair: ['RUS', 'USA'], from: '2013-01-01', to: '2014-12-31', asOf }),
    record => record.sources(),
    record => askedTurns(record, { pair: null, asOf, online: false }),
    record => askedTurns(record, { pair: ['RUS', 'USA'], asOf, online: true }),
    record => readMovers(record, asOf, 180),
  ]
  for (const ask of asks) {
    const [ofFile, ofCluster] = await both(ask)
    expect(ofCluster).toBe(ofFile)
    expect(ofFile.length).toBeGreaterThan(20)
  }
})
