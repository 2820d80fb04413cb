import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The bundle in `dist/`: does it belong to the sources that are there now, and if not, make it. A fingerprint of paths,
 * sizes and times of change lies beside the bundle; it is written last, so that a torn build is no build.
 */
const FINGERPRINT = '.made-from'

/** @param {string} root */
export const sourcesFingerprint = root => {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = path => {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort()
  for (const path of sources) add(join('src', path))
  for (const path of ['package.json', 'package-lock.json', 'rolldown.config.mjs']) add(path)
  return hash.digest('hex')
}

/** @param {string} root */
export const isBuilt = root => {
  const path = join(root, 'dist', FINGERPRINT)
  return (
    existsSync(join(root, 'dist', 'detente.js')) &&
    existsSync(path) &&
    readFileSync(path, 'utf8') === sourcesFingerprint(root)
  )
}

/** Bundles into a folder of its own first: a build that fails leaves the old bundle in place. @param {string} root */
export const build = root => {
  const fingerprint = sourcesFingerprint(root)
  const making = join(root, 'dist', '.making')
  const dist = join(root, 'dist')
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const bundler = join(root, 'node_modules', 'rolldown', 'bin', 'cli.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bundler, '-c', 'rolldown.config.mjs', '--dir', making],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (status !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new Error(`the program could not be built\n${stdout}${stderr}`.trim())
  }
  rmSync(join(dist, FINGERPRINT), { force: true })
  const made = readdirSync(making)
  for (const name of made) renameSync(join(making, name), join(dist, name))
  for (const name of readdirSync(dist)) {
    if (!made.includes(name)) rmSync(join(dist, name), { recursive: true, force: true })
  }
  writeFileSync(join(dist, FINGERPRINT), fingerprint)
}
