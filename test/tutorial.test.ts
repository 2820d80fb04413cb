import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Command, makeCommand } from './command.ts'

/** docs/tutorial.md, command by command, in an empty folder with the shipped data beside it: what the page says comes out. */

const root = fileURLToPath(new URL('..', import.meta.url))

let command: Command
let folder = ''
beforeAll(async () => {
  command = await makeCommand()
  folder = mkdtempSync(join(tmpdir(), 'detente-tutorial-'))
  symlinkSync(join(root, 'data'), join(folder, 'data'))
})
afterAll(() => {
  command.remove()
  rmSync(folder, { recursive: true, force: true })
})

test('every command works, and shows what the page promises', () => {
  const page = readFileSync(join(root, 'docs', 'tutorial.md'), 'utf8')
  const lines = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(m => (m[1] ?? '').trim().split('\n'))
  expect(lines.length).toBeGreaterThan(6)
  const said = lines.map(line => {
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', `detente() { "${process.execPath}" "${command.script}" "$@"; }\n${line}`],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, LANG: 'C.UTF-8', DETENTE_RECORD: join(folder, 'record.duckdb') },
      },
    )
    expect([line, status, stderr]).toEqual([line, 0, ''])
    return stdout
  })
  const of = (words: string): string => said[lines.findIndex(line => line.includes(words))] ?? ''
  expect(of('grep')).toMatch(
    /Armenian Prime Minister Serzh Sargsyan[\s\S]*the office was held by Tigran Sargsyan[\s\S]*fact:office/,
  )
  expect(of('trace')).toContain('data/chronology/events.jsonl')
  expect(of('turning-points')).toMatch(/AZE-IRN +thaw +2014-04-09/)
  expect(readFileSync(join(folder, 'brief.html'), 'utf8')).toContain('<title>Azerbaijan and Iran')
})
