import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordFailure, usageFailure } from '../../domain/index.ts'
import { packageVersion } from '../../shipped/index.ts'
import type { Engine } from '../engine.ts'
import { openFile } from '../open-file.ts'
import { type ClusterAddress, clusterAddress } from './address.ts'
import { type Part, partsOf, WHOLE, type WrittenPart, writePart } from './canonical.ts'
import { type ClusterEngine, connectCluster } from './connect.ts'
import { type Identity, identityOf } from './identity.ts'
import { lastPush, PUSHED_PARTS, PUSHES, type PushedPart, type PushState, partKey, pushedParts } from './ledger.ts'
import type { PushOptions, PushReport } from './push-report.ts'
import { createDatabase, createStatements, dropPart, dropTables } from './statements.ts'
import { FORM, TABLES } from './tables.ts'

/**
 * Puts a record on a cluster, part by part. A part that is there already stays; one that is not what it should be (an earlier push was broken
 * off in it, or its month has new rows) is taken away and sent whole. Until all are there and counted, nobody gets an answer.
 */

const LAID = [...TABLES, PUSHES, PUSHED_PARTS]

const layTables = async (engine: ClusterEngine): Promise<void> => {
  for (const table of LAID)
    for (const statement of createStatements(table, engine.address)) await engine.command(statement)
}

/** The database, made where it is missing, and its tables: of another form than this program's they are laid anew. */
const prepare = async (address: ClusterAddress): Promise<{ engine: ClusterEngine; last: PushState | null }> => {
  const outside = await connectCluster(address, null)
  try {
    await outside.command(createDatabase(address))
  } finally {
    await outside.close()
  }
  const engine = await connectCluster(address, address.database)
  try {
    for (const statement of createStatements(PUSHES, address)) await engine.command(statement)
    const last = await lastPush(engine)
    if (last !== null && last.form > FORM)
      throw recordFailure(
        `the record on the cluster ${address.shown} was pushed by a newer version: its form is ${last.form}, this program knows ${FORM}`,
        'update detente, or name another database',
      )
    if (last !== null && last.form < FORM)
      for (const table of LAID) for (const statement of dropTables(table, address)) await engine.command(statement)
    await layTables(engine)
    return { engine, last }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** Rows on the cluster, by table and part. */
const countParts = async (engine: ClusterEngine): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const { name, monthly } of TABLES) {
    const part = monthly ? 'substring(day, 1, 7)' : `'${WHOLE}'`
    const rows = await engine.rows<{ part: string; n: string }>(
      `select ${part} as part, count(*) as n from ${name} group by part`,
    )
    for (const row of rows) if (Number(row.n) > 0) counts.set(partKey(name, row.part), Number(row.n))
  }
  return counts
}

/** Whoever pushes another record, or an older copy of this one, would take rows away: that has to be wanted. */
const requireSameRecord = (last: PushState | null, own: Identity, { shown }: ClusterAddress): void => {
  if (last === null) return
  if (last.record === own.record && last.runs <= own.runs) return
  throw usageFailure(
    last.record === own.record
      ? `the cluster ${shown} holds a later state of this record (${last.runs} imports, here ${own.runs})`
      : `the cluster ${shown} holds another record`,
    'name another database, or add --replace to put this record in its place',
  )
}

interface Work {
  readonly file: Engine
  readonly cluster: ClusterEngine
  readonly folder: string
  readonly number: number
  readonly present: ReadonlyMap<string, number>
  readonly pushed: ReadonlyMap<string, PushedPart>
}

const partOfKey = (key: string): Part => {
  const [of, name = WHOLE] = key.split('/')
  const table = TABLES.find(known => known.name === of)
  if (!table) throw new Error(`no such table: ${of}`)
  return { table, name }
}

/** Sends a part, unless it is there as it should be. */
const sendPart = async (work: Work, part: Part): Promise<{ written: WrittenPart; sent: boolean }> => {
  const { cluster, present, pushed } = work
  const path = join(work.folder, 'part.parquet')
  try {
    const written = await writePart(work.file, part, path)
    const key = partKey(part.table.name, part.name)
    if (pushed.get(key)?.sha256 === written.sha256 && (present.get(key) ?? 0) === written.rows)
      return { written, sent: false }
    if (present.has(key)) await cluster.command(dropPart(part.table, part.name, cluster.address))
    const columns = part.table.columns.map(([name]) => name)
    if (written.rows > 0) await cluster.insertParquet(part.table.name, columns, path)
    return { written, sent: true }
  } finally {
    rmSync(path, { force: true })
  }
}

const noteSent = async ({ cluster, number }: Work, parts: readonly WrittenPart[]): Promise<void> => {
  if (parts.length === 0) return
  const lines = parts.map(({ table, name, sha256, rows }) => ({
    table_name: table.name,
    part: name,
    number,
    sha256,
    rows,
  }))
  await cluster.insertRows(PUSHED_PARTS.name, lines)
}

/** What was sent is noted now and then: a push that is broken off sends at most so much again. */
const NOTED_PARTS = 25
const NOTED_ROWS = 200_000

const total = (parts: readonly WrittenPart[]): number => parts.reduce((sum, { rows }) => sum + rows, 0)

/** Takes away parts that the record does not have (any more). */
const removeOthers = async (work: Work, parts: readonly Part[]): Promise<number> => {
  const own = new Set(parts.map(({ table, name }) => partKey(table.name, name)))
  const others = [...work.present.keys()].filter(key => !own.has(key)).map(partOfKey)
  for (const { table, name } of others) await work.cluster.command(dropPart(table, name, work.cluster.address))
  await noteSent(
    work,
    others.map(part => ({ ...part, sha256: '', rows: 0 })),
  )
  return others.length
}

/** What was sent has to be there, row for row; what is not is sent again by the next push. */
const requireArrived = async ({ cluster }: Work, written: readonly WrittenPart[]): Promise<void> => {
  const counts = await countParts(cluster)
  const wrong = written.filter(({ table, name, rows }) => (counts.get(partKey(table.name, name)) ?? 0) !== rows)
  if (wrong.length === 0) return
  const [first] = wrong
  throw recordFailure(
    `${wrong.length} parts on the cluster ${cluster.address.shown} do not hold the rows that were sent (${first?.table.name} ${first?.name} first)`,
    'run the same command again; if it stays so, look whether something else writes into that database',
  )
}

const requireAlone = async ({ cluster, number }: Work, push: string): Promise<void> => {
  const others = await cluster.rows('select push from pushes where number >= $number and push <> $push limit 1', {
    number,
    push,
  })
  if (others.length > 0)
    throw recordFailure(
      `another push to the cluster ${cluster.address.shown} began meanwhile`,
      'wait for it to end, then run the same command again',
    )
}

const pushAll = async (work: Work, options: PushOptions): Promise<Omit<PushReport, 'to'>> => {
  const parts = await partsOf(work.file)
  const written: WrittenPart[] = []
  let [sent, unnoted]: [number, WrittenPart[]] = [0, []]
  for (const part of parts) {
    options.signal?.throwIfAborted()
    options.onProgress?.({ part: `${part.table.name} ${part.name}`, done: written.length, of: parts.length })
    const done = await sendPart(work, part)
    written.push(done.written)
    if (!done.sent) continue
    if (done.written.rows > 0) sent += 1
    unnoted.push(done.written)
    if (unnoted.length < NOTED_PARTS && total(unnoted) < NOTED_ROWS) continue
    await noteSent(work, unnoted)
    unnoted = []
  }
  await noteSent(work, unnoted)
  const removed = await removeOthers(work, parts)
  await requireArrived(work, written)
  const filled = written.filter(({ rows }) => rows > 0).length
  return { rows: total(written), parts: filled, sent, unchanged: filled - sent, removed }
}

/** Nothing to do: the same state of the same record was pushed whole by the same program, and all its rows are there. */
const isThere = (last: PushState | null, own: Identity, present: Work['present'], pushed: Work['pushed']): boolean =>
  last?.state === 'complete' &&
  last.form === FORM &&
  last.fingerprint === own.fingerprint &&
  last.program === packageVersion() &&
  [...present].every(([key, rows]) => pushed.get(key)?.rows === rows) &&
  [...pushed].every(([key, { rows }]) => (present.get(key) ?? 0) === rows)

const unchanged = (present: Work['present']): Omit<PushReport, 'to'> => ({
  rows: [...present.values()].reduce((sum, rows) => sum + rows, 0),
  parts: present.size,
  sent: 0,
  unchanged: present.size,
  removed: 0,
})

const pushFile = async (file: Engine, address: ClusterAddress, options: PushOptions): Promise<PushReport> => {
  const own = await identityOf(file)
  const { engine: cluster, last } = await prepare(address)
  const folder = mkdtempSync(join(tmpdir(), 'detente-push-'))
  try {
    if (options.replace !== true) requireSameRecord(last, own, address)
    const [present, pushed] = [await countParts(cluster), await pushedParts(cluster)]
    if (isThere(last, own, present, pushed)) return { to: address.shown, ...unchanged(present) }
    const push = randomUUID()
    const number = (last?.number ?? 0) + 1
    const line = { number, push, form: FORM, ...own, program: packageVersion(), at: new Date().toISOString() }
    await cluster.insertRows(PUSHES.name, [{ ...line, state: 'begun' }])
    const work: Work = { file, cluster, folder, number, present, pushed }
    const report = await pushAll(work, options)
    await requireAlone(work, push)
    await cluster.insertRows(PUSHES.name, [{ ...line, state: 'complete' }])
    return { to: address.shown, ...report }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await cluster.close()
  }
}

/** Done again, it changes nothing; broken off, it goes on where it stopped. */
export const pushToCluster = async (path: string, to: string, options: PushOptions = {}): Promise<PushReport> => {
  const address = clusterAddress(to, process.env)
  const file = await openFile(path)
  try {
    return await pushFile(file, address, options)
  } finally {
    await file.close()
  }
}
