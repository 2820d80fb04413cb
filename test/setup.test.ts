import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { missingPackage } from '../bin/setup/packages.mjs'
import bundles from '../rolldown.config.mjs'

/** How a clone makes itself ready, tried on a small one: the real scripts and bundlers, a program and a page of one line. */

const run = promisify(execFile)
const folders = mkdtempSync(join(realpathSync(tmpdir()), 'detente-setup-'))
afterAll(() => rmSync(folders, { recursive: true, force: true }))

let made = 0
let clone = ''
const write = (file: string, text: string) => writeFileSync(join(clone, file), text)
const says = async (...command: string[]) => (await run(process.execPath, command, { cwd: folders })).stdout.trim()

beforeEach(() => {
  made += 1
  clone = join(folders, `clone-${made}`)
  mkdirSync(join(clone, 'web', 'src'), { recursive: true })
  mkdirSync(join(clone, 'node_modules'))
  cpSync('bin', join(clone, 'bin'), { recursive: true })
  cpSync('rolldown.config.mjs', join(clone, 'rolldown.config.mjs'))
  const bundlers = { rolldown: '1.3.2', vite: '8.3.8' }
  for (const name of Object.keys(bundlers))
    symlinkSync(resolve('node_modules', name), join(clone, 'node_modules', name))
  const locked = Object.fromEntries(
    Object.entries(bundlers).map(([name, version]) => [`node_modules/${name}`, { version }]),
  )
  write('package.json', JSON.stringify({ type: 'module', dependencies: bundlers }))
  write('package-lock.json', JSON.stringify({ packages: { '': {}, ...locked } }))
  write('node_modules/.package-lock.json', JSON.stringify({ packages: locked }))
  // Whatever else is bundled beside the program, threads for instance.
  for (const file of Object.values(bundles.input ?? {})) {
    mkdirSync(dirname(join(clone, file)), { recursive: true })
    write(file, 'export {}\n')
  }
  write('src/cli/main.ts', "const word: string = 'first'\nconsole.log(word, process.argv.slice(2).join(' '))\n")
  write('web/index.html', '<!doctype html><title>Page</title><script type="module" src="/src/main.ts"></script>\n')
  write('web/src/main.ts', "document.title = 'first'\n")
})

describe('bin/detente', () => {
  test('builds once, runs from another folder and through a symlink, and hands its arguments on', async () => {
    const link = join(folders, `link-${made}`)
    symlinkSync(join(clone, 'bin', 'detente'), link)
    expect((await run(link, ['a', 'b'], { cwd: folders })).stdout).toBe('first a b\n')
    expect(await says(join(clone, 'bin', 'detente'))).toBe('first')
  })

  test('builds anew when a source changes, is added or goes', async () => {
    const command = join(clone, 'bin', 'detente')
    await says(command)
    write('src/cli/word.ts', "export const word: string = 'second'\n")
    write('src/cli/main.ts', "import { word } from './word.ts'\nconsole.log(word)\n")
    expect(await says(command)).toBe('second')
    // Even by a file that is older than the bundle, as a copy with its times kept may be.
    write('src/cli/word.ts', "export const word: string = 'older!'\n")
    utimesSync(join(clone, 'src', 'cli', 'word.ts'), 1_000_000, 1_000_000)
    expect(await says(command)).toBe('older!')
    rmSync(join(clone, 'src', 'cli', 'word.ts'))
    await expect(says(command)).rejects.toThrow(/could not be built/)
  })

  test('builds the page with it, and anew when a file of the page changes', async () => {
    const command = join(clone, 'bin', 'detente')
    await says(command)
    const assets = join(clone, 'dist', 'web', 'assets')
    const script = () => readFileSync(join(assets, readdirSync(assets)[0] ?? ''), 'utf8')
    expect(script()).toContain('first')
    write('web/src/main.ts', "document.title = 'second'\n")
    await says(command)
    expect(readdirSync(assets)).toHaveLength(1)
    expect(script()).toContain('second')
  })

  test('a build that fails says why, exits 1 and leaves the old bundle', async () => {
    const command = join(clone, 'bin', 'detente')
    await says(command)
    write('src/cli/main.ts', "import { nothing } from './nowhere.ts'\nconsole.log(nothing)\n")
    await expect(says(command)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('nowhere.ts') })
    for (const file of ['detente.js', 'web/index.html']) expect(existsSync(join(clone, 'dist', file)), file).toBe(true)
  })

  test('a published package, which has no sources, runs as it is', async () => {
    await says(join(clone, 'bin', 'detente'))
    for (const path of ['src', 'package-lock.json', 'node_modules']) rmSync(join(clone, path), { recursive: true })
    expect(await says(join(clone, 'bin', 'detente'))).toBe('first')
  })
})

describe('several starts at once', () => {
  const start = () => {
    const script = `
      import { makeReady } from ${JSON.stringify(join(clone, 'bin', 'setup', 'index.mjs'))}
      makeReady('run', line => console.log(line))
    `
    return says('--input-type=module', '--eval', script)
  }

  test('one builds, the others wait for it', async () => {
    const lines = await Promise.all([start(), start(), start()])
    expect(lines.sort()).toEqual(['', '', 'building …'])
    expect(await says(join(clone, 'bin', 'detente'))).toBe('first')
    expect(readdirSync(clone).filter(name => name.startsWith('.being-prepared'))).toEqual([])
  })

  test('what a killed one left behind holds nobody up', async () => {
    const { pid } = run(process.execPath, ['--eval', '']).child
    await expect.poll(() => pid !== undefined && isGone(pid)).toBe(true)
    mkdirSync(join(clone, '.being-prepared'))
    write('.being-prepared/pid', String(pid))
    const lines = await Promise.all([start(), start()])
    expect(lines.sort()).toEqual(['', 'building …'])
  })

  test('nor one that was killed before it could name itself', async () => {
    mkdirSync(join(clone, '.being-prepared'))
    utimesSync(join(clone, '.being-prepared'), 1_000_000, 1_000_000)
    expect(await start()).toBe('building …')
  })
})

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

describe('packages', () => {
  /** What is missing where the lock says `locked` and `installed` is there; a and b ship, c is for development. */
  const missing = (installed: Record<string, string>, extent: 'run' | 'all') => {
    const packages = Object.entries(installed).map(([name, version]) => [`node_modules/${name}`, { version }])
    for (const name of Object.keys(installed)) {
      mkdirSync(join(clone, 'node_modules', name), { recursive: true })
      write(`node_modules/${name}/package.json`, '{}')
    }
    write('package.json', JSON.stringify({ dependencies: { a: '1.0.0' }, devDependencies: { c: '1.0.0' } }))
    write(
      'package-lock.json',
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/a': { version: '1.0.0' },
          'node_modules/b': { version: '1.0.0' },
          'node_modules/b-for-windows': { version: '1.0.0', optional: true },
          'node_modules/c': { version: '1.0.0', dev: true },
        },
      }),
    )
    write('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(packages) }))
    return missingPackage(clone, extent)
  }

  test.each<[Record<string, string>, 'run' | 'all', string | null]>([
    [{ a: '1.0.0', b: '1.0.0' }, 'run', null],
    [{ a: '1.0.0', b: '1.0.0' }, 'all', 'node_modules/c'],
    [{ a: '1.0.0', b: '1.0.0', c: '1.0.0' }, 'all', null],
    [{ a: '1.0.0', b: '0.9.0', c: '1.0.0' }, 'run', 'node_modules/b'],
    [{ a: '1.0.0' }, 'run', 'node_modules/b'],
    [{ a: '1.0.0', b: '1.0.0', 'b-for-windows': '0.9.0' }, 'run', 'node_modules/b-for-windows'],
  ])('%j for %s: %s', (installed, extent, expected) => {
    expect(missing(installed, extent)).toBe(expected)
  })

  test('an install that was cut short has no list of its own', () => {
    rmSync(join(clone, 'node_modules', '.package-lock.json'))
    expect(missingPackage(clone, 'run')).toBe('node_modules')
  })

  test('a folder taken away by hand is missing', () => {
    missing({ a: '1.0.0', b: '1.0.0' }, 'run')
    rmSync(join(clone, 'node_modules', 'a'), { recursive: true })
    expect(missingPackage(clone, 'run')).toBe('node_modules/a')
  })
})
