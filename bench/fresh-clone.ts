import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The promise to whoever clones: with an empty npm cache, `npm start` and, in another clone, `npm test` work as the first
 * command, and the tree stays clean. `npx tsx bench/fresh-clone.ts` clones what is committed, runs them, prints times.
 */

const folder = mkdtempSync(join(tmpdir(), 'detente-clone-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const clone = (name: string): string => {
  const path = join(folder, name)
  execFileSync('git', ['clone', '--quiet', '.', path])
  return path
}

/** Runs npm with a cache and a home for data of that clone's own. */
const npm = (cwd: string, ...words: string[]): void => {
  const { DETENTE_RECORD: _, ...own } = process.env
  const env = { ...own, npm_config_cache: `${cwd}-cache`, XDG_DATA_HOME: `${cwd}-data` }
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync('npm', words, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(
    `npm ${words.join(' ')}: exit ${status} in ${seconds} s; last line: ${stdout.trimEnd().split('\n').at(-1)}`,
  )
  if (status !== 0) console.log(`${stdout}${stderr}`)
  const left = execFileSync('git', ['status', '--short'], { cwd, encoding: 'utf8' })
  if (left !== '') console.log(`it left behind:\n${left}`)
  if (status !== 0 || left !== '') process.exitCode = 1
}

const first = clone('start')
npm(first, 'start', '--', '--no-serve')
npm(first, 'start', '--', '--no-serve')
npm(clone('test'), 'test', '--silent')
