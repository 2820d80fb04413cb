import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** `npm start` in a clone that is set up: what it prints, that what it says to type works, and that the app is served. */

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A home of its own. */
const env = (): NodeJS.ProcessEnv => {
  const { DETENTE_RECORD: _, ...rest } = process.env
  return { ...rest, XDG_DATA_HOME: folder, NO_COLOR: '1' }
}

/** Runs a script of bin/ from a folder that is not the clone's. */
const run = (script: string, ...words: string[]) =>
  spawnSync(process.execPath, [resolve('bin', script), ...words], {
    cwd: script === 'start.mjs' ? folder : resolve('.'),
    encoding: 'utf8',
    env: env(),
    maxBuffer: 64 * 1024 * 1024,
  })

test('checks the sample against the record, made on the way, and says what to type next', () => {
  const { status, stdout } = run('start.mjs', '--no-serve')
  expect(status).toBe(0)
  expect(stdout).toContain('Armenia and Iran: A Quiet Friendship Grows Louder')
  expect(stdout).toMatch(/✓ \d+ supported, ✗ \d+ contradicted/)
  const next = stdout.slice(stdout.indexOf('What to type next:'))
  const commands = [...next.matchAll(/^ {2}bin\/detente (.+?)(?: {2,}.*)?$/gm)].map(match => match[1] ?? '')
  expect(commands.length).toBeGreaterThan(2)
  for (const command of commands.filter(words => !words.includes('YOUR-'))) {
    expect(run('detente', ...command.split(' ')).status, command).toBe(0)
  }
})

test('serves the app on the record, says where, and stops when told to', async () => {
  const child = spawn(process.execPath, [resolve('bin/start.mjs'), '--port', '0'], { cwd: folder, env: env() })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  let out = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text
      const said = /Open (http:\/\/127\.0\.0\.1:\d+\/)/.exec(out)
      if (said?.[1] && out.includes('Ctrl-C')) resolve(said[1])
    })
    void ended.then(code => reject(new Error(`ended with ${code}: ${out}`)))
  })
  expect(out.indexOf('A Quiet Friendship')).toBeLessThan(out.indexOf(url))
  const page = await fetch(url)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain('<script type="module"')
  const { sources } = (await (await fetch(new URL('/api/v1/sources', url))).json()) as { sources: { rows: number }[] }
  expect(sources[0]?.rows).toBeGreaterThan(100)
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

test('refuses what it does not know in one line and a hint', () => {
  const { status, stdout, stderr } = run('start.mjs', '--serve')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr.trimEnd().split('\n')).toEqual([
    'npm start: unknown option --serve',
    expect.stringContaining('--no-serve'),
  ])
})
