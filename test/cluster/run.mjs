/**
 * `npm run test:cluster`: a record on ClickHouse gives the answers of the record in its file. Apart from `npm test`, because it fetches two real
 * engines for itself, into a folder for temporary files that goes with it: chdb (current ClickHouse as a library, 550 MB, from npm) for
 * the answers, and Debian's clickhouse-server (of 2018, unpacked, not installed) for shards. `--keep FOLDER` keeps them for the next time.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CHDB = 'chdb@3.4.0'
const root = fileURLToPath(new URL('../..', import.meta.url))
const kept = process.argv.indexOf('--keep')
const folder = kept > 0 ? (process.argv[kept + 1] ?? '') : mkdtempSync(join(tmpdir(), 'detente-cluster-'))
const words = process.argv.slice(2).filter((_, i, all) => all[i] !== '--keep' && all[i - 1] !== '--keep')

/** @param {string} command @param {string[]} options @param {string} cwd */
const must = (command, options, cwd) => {
  const { status, stderr } = spawnSync(command, options, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`${command} ${options[0]} failed: ${(stderr ?? '').trim().split('\n').at(-1)}`)
}

const fetchChdb = () => {
  const where = join(folder, 'chdb')
  if (existsSync(join(where, 'node_modules', 'chdb'))) return where
  mkdirSync(where, { recursive: true })
  writeFileSync(join(where, 'package.json'), '{ "private": true }')
  must('npm', ['install', '--no-audit', '--no-fund', CHDB], where)
  return where
}

/** What the package and its libraries hold, beside the system instead of in it. */
const fetchServer = () => {
  const where = join(folder, 'server')
  if (existsSync(join(where, 'usr'))) return where
  const archives = join(folder, 'archives')
  mkdirSync(join(archives, 'partial'), { recursive: true })
  const options = ['-y', '--download-only', '--no-install-recommends', '-o', `Dir::Cache::archives=${archives}`]
  must('apt-get', ['install', ...options, 'clickhouse-server'], folder)
  for (const name of readdirSync(archives))
    if (name.endsWith('.deb')) must('dpkg', ['-x', join(archives, name), where], folder)
  return where
}

/** @template T @param {string} what @param {() => T} fetch @returns {T | string} */
const fetched = (what, fetch) => {
  try {
    console.log(`fetching ${what} …`)
    return fetch()
  } catch (error) {
    console.error(`${what} cannot be had: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
    return ''
  }
}

try {
  mkdirSync(folder, { recursive: true })
  const chdb = fetched('chdb from npm', fetchChdb)
  const server = fetched("Debian's clickhouse-server", fetchServer)
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      join(root, 'test/cluster/vitest.config.ts'),
      ...words,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, DETENTE_TEST_CHDB: chdb, DETENTE_TEST_CLICKHOUSE: server } },
  )
  if (status !== 0) process.exitCode = 1
} finally {
  if (kept < 0) rmSync(folder, { recursive: true, force: true })
}
