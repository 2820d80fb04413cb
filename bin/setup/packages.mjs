import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The packages of a clone: are those of the lock file there, and if not, install them. `run` is what commands and their
 * build need; `all` adds what tests and linters need, about two thirds of the whole.
 * @typedef {'run' | 'all'} Extent
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked
 */

/** @param {string} path @returns {Record<string, Locked>} */
const packagesOf = path => JSON.parse(readFileSync(path, 'utf8')).packages

/**
 * The first package that the lock names and the folder lacks or holds in another version; null when all is well.
 * npm writes what it has put into `node_modules` beside it, as its last act, so that a torn install shows.
 * Packages for other machines are optional and may be absent; those that package.json names must be there.
 * @param {string} root
 * @param {Extent} extent
 */
export const missingPackage = (root, extent) => {
  const present = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(present)) return 'node_modules'
  const locked = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(present)
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const named = Object.keys({
    ...own.dependencies,
    ...own.optionalDependencies,
    ...(extent === 'all' ? own.devDependencies : {}),
  }).map(name => `node_modules/${name}`)
  for (const [path, { version, dev, optional, devOptional }] of Object.entries(locked)) {
    if (path === '' || (dev && extent === 'run')) continue
    const found = installed[path]
    if (found ? found.version !== version : !(optional || devOptional)) return path
  }
  return named.find(path => !installed[path] || !existsSync(join(root, path, 'package.json'))) ?? null
}

/**
 * `npm ci`, quietly; what npm says is shown when it fails.
 * @param {string} root
 * @param {Extent} extent
 */
export const installPackages = (root, extent) => {
  const options = ['ci', extent === 'run' ? '--omit=dev' : '--include=dev', '--no-audit', '--no-fund', '--no-progress']
  const npm = process.env.npm_execpath
  const [command, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const { status, stdout, stderr, error } = spawnSync(command ?? 'npm', [...first, ...options, '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32' && first.length === 0,
  })
  if (status === 0) return
  const why = error ? error.message : `${stdout}${stderr}`.trim()
  throw new Error(`npm could not install the packages of package-lock.json\n${why}`)
}
