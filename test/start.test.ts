import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** `npm start` in a clone that is set up: what it prints, and that what it says to type works. */

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a script of bin/ with a home of its own, from a folder that is not the clone's. */
const run = (script: string, ...words: string[]) => {
  const { DETENTE_RECORD: _, ...env } = process.env
  return spawnSync(process.execPath, [resolve('bin', script), ...words], {
    cwd: script === 'start.mjs' ? folder : resolve('.'),
    encoding: 'utf8',
    env: { ...env, XDG_DATA_HOME: folder, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
  })
}

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

test('refuses what it does not know in one line and a hint', () => {
  const { status, stdout, stderr } = run('start.mjs', '--serve')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr.trimEnd().split('\n')).toEqual([
    'npm start: unknown option --serve',
    expect.stringContaining('--no-serve'),
  ])
})
