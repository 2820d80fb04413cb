/**
 * The published event series of ../shared/data/events as the product sees them: imported into a record, read back as data sets of pairs.
 * `--record PATH` takes a record that holds them already.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFiles, openRecord } from '../../src/record/index.ts'
import { type DataSet, type PairSets, readAllPairs } from '../../src/relations/index.ts'

/** Data that are judged together, in their years; `allowed` is the most detections per benchmark dyad and year. */
export interface Arena {
  readonly name: string
  readonly pairs: ReadonlyMap<string, readonly DataSet[]>
  readonly years: ReadonlySet<number>
  readonly allowed: number
  /** Whether settings may be chosen on it. */
  readonly tuned: boolean
  /** Whether known detectors run on it too: on thirty years of days some would take hours. */
  readonly peers: boolean
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

const ARENAS: readonly {
  name: string
  of: RegExp
  years: readonly number[]
  allowed: number
  tuned: boolean
  peers: boolean
}[] = [
  {
    name: 'GDELT pair-days 2019-2021',
    of: /^pair-day-scores$/,
    years: range(2019, 2021),
    allowed: 0.6,
    tuned: true,
    peers: true,
  },
  {
    name: 'ICEWS 2005-2009 and 2014',
    of: /^icews/,
    years: [...range(2005, 2009), 2014],
    allowed: 0.15,
    tuned: true,
    peers: true,
  },
  {
    name: 'KEDS Levant 1990-2011',
    of: /^keds_levant/,
    years: range(1990, 2011),
    allowed: 0.15,
    tuned: true,
    peers: false,
  },
  {
    name: 'KEDS Gulf and Central Asia 1990-1999',
    of: /^keds_(gulf|casia)/,
    years: range(1990, 1999),
    allowed: 0.15,
    tuned: false,
    peers: false,
  },
]

/** A record of its own in a temporary folder, with every file imported under the name of its data set. */
const imported = async (folder: string): Promise<{ path: string; remove: () => void }> => {
  const home = mkdtempSync(join(tmpdir(), 'detente-bench-'))
  const path = join(home, 'record.duckdb')
  const files = readdirSync(folder).filter(name => /^(icews\d|keds_|gdelt2_pair_day)/.test(name))
  await importFiles(
    path,
    files.map(name => join(folder, name)),
  )
  return { path, remove: () => rmSync(home, { recursive: true, force: true }) }
}

export const readArenas = async (
  folder: string,
  wanted: ReadonlySet<string>,
  given: string | undefined,
): Promise<Arena[]> => {
  const { path, remove } = given === undefined ? await imported(folder) : { path: given, remove: () => {} }
  const all: PairSets[] = []
  const record = await openRecord(path)
  try {
    for await (const one of readAllPairs(record, { asOf: '9999-12-31', online: true }))
      if (wanted.has(one.pair.join('-'))) all.push(one)
  } finally {
    await record.close()
    remove()
  }
  return ARENAS.map(({ name, of, years, allowed, tuned, peers }) => ({
    name,
    years: new Set(years),
    allowed,
    tuned,
    peers,
    pairs: new Map(
      all.map(({ pair, sets }) => [pair.join('-'), sets.filter(({ origin }) => of.test(origin))] as const),
    ),
  }))
}
