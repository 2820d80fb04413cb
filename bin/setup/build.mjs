import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * The program and the web app in `dist/`: do they belong to the sources that are there now, and if not, make them. A
 * fingerprint of paths, sizes and times of change lies beside them; it is written last, so that a torn build is no build.
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
  /** @param {string} folder */
  const filesOf = folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map(entry => relative(root, join(entry.parentPath, entry.name)))
      .sort()
  for (const path of filesOf('src').filter(path => path.endsWith('.ts'))) add(path)
  for (const path of filesOf('web')) add(path)
  for (const path of ['package.json', 'package-lock.json', 'rolldown.config.mjs']) add(path)
  return hash.digest('hex')
}

/** @param {string} root */
export const isBuilt = root => {
  const path = join(root, 'dist', FINGERPRINT)
  return (
    existsSync(join(root, 'dist', 'detente.js')) &&
    existsSync(join(root, 'dist', 'web', 'index.html')) &&
    existsSync(path) &&
    readFileSync(path, 'utf8') === sourcesFingerprint(root)
  )
}

/** A bundler from node_modules, run by this very node. @param {string} root @param {string} script @param {string[]} options */
const bundle = (root, script, ...options) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...options], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the program could not be built\n${stdout}${stderr}`.trim())
}

/** Bundles into a folder of its own first: a build that fails leaves the old bundle in place. @param {string} root */
export const build = root => {
  const fingerprint = sourcesFingerprint(root)
  const making = join(root, 'dist', '.making')
  const dist = join(root, 'dist')
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  try {
    bundle(root, 'rolldown/bin/cli.mjs', '-c', 'rolldown.config.mjs', '--dir', making)
    bundle(root, 'vite/bin/vite.js', 'build', 'web', '--outDir', join(making, 'web'), '--logLevel', 'warn')
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
  rmSync(join(dist, FINGERPRINT), { force: true })
  const made = readdirSync(making)
  for (const name of made) {
    // A folder is not renamed onto one that holds files.
    if (name === 'web') rmSync(join(dist, name), { recursive: true, force: true })
    renameSync(join(making, name), join(dist, name))
  }
  for (const name of readdirSync(dist)) {
    if (!made.includes(name)) rmSync(join(dist, name), { recursive: true, force: true })
  }
  writeFileSync(join(dist, FINGERPRINT), fingerprint)
}
