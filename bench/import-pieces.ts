/**
 * More rows than a disk would hold as files: made, imported into one record and removed a piece at a time, each import in a process of its own,
 * so that the table shows what a piece costs as the record grows. `npx tsx bench/import-pieces.ts [rows] [rows of a piece]`. The record
 * stays for `bench/query.ts`, in the folder for temporary files; stopped in between, it holds the pieces that are done.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importFiles } from '../src/record/index.ts'
import { makeFile, removeRecord } from './made-gdelt.ts'

/** The span of time that bench/query.ts asks about. */
const DAYS = 4000

interface Piece {
  readonly accepted: number
  readonly wall: number
  readonly cpu: number
  readonly memory: number
}

const importPiece = async (record: string, file: string): Promise<Piece> => {
  const start = performance.now()
  const before = process.cpuUsage()
  const { accepted } = await importFiles(record, [file])
  const { user, system } = process.cpuUsage(before)
  return {
    accepted,
    wall: (performance.now() - start) / 1000,
    cpu: (user + system) / 1e6,
    memory: process.resourceUsage().maxRSS / 1024,
  }
}

const inChild = async (record: string, file: string): Promise<Piece> => {
  const child = fork(fileURLToPath(import.meta.url), ['piece', record, file])
  const answer: Promise<Piece[]> = once(child, 'message')
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the import of ${file} ended with ${code}`)
  const [piece] = await answer
  return piece as Piece
}

const importAll = async (rows: number, size: number): Promise<void> => {
  const record = join(tmpdir(), `detente-bench-${rows}.duckdb`)
  const file = join(tmpdir(), 'detente-bench-piece.csv')
  removeRecord(record)
  console.log('rows in all   accepted    wall s   cpu s   memory MiB   record MB')
  let inAll = 0
  for (let first = 0; first < rows; first += size) {
    rmSync(file, { force: true })
    await makeFile(file, 'gdelt1', Math.min(size, rows - first), DAYS, { first, of: rows })
    const { accepted, wall, cpu, memory } = await inChild(record, file)
    inAll += accepted
    const figures = [
      [inAll, 11],
      [accepted, 11],
      [wall, 10],
      [cpu, 8],
      [memory, 13],
      [statSync(record).size / 1e6, 12],
    ]
    console.log(figures.map(([figure = 0, width]) => figure.toFixed(0).padStart(width ?? 0)).join(''))
  }
  rmSync(file, { force: true })
}

const [first, second, third] = process.argv.slice(2)
if (first === 'piece') process.send?.(await importPiece(second ?? '', third ?? ''))
else await importAll(Number(first ?? 200_000_000), Number(second ?? 10_000_000))
