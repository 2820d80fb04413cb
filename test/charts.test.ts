import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Command, makeCommand } from './command.ts'

/** Charts and pages as the command writes them, from the record that ships. */
let command: Command
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-charts-'))
  command = await makeCommand()
})
afterAll(() => {
  command.remove()
  rmSync(folder, { recursive: true, force: true })
})

const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  command.run(words, { env: { DETENTE_RECORD: join(folder, 'record.duckdb'), ...env } })
const file = (name: string): string => join(folder, name)

describe('files', () => {
  test.each([
    [['dyad', 'AZE', 'IRN', '--by', 'quarter'], 'series.svg', /^<\?xml.*\n<svg [^>]*role="img"/],
    [['compare', 'AZE-IRN', 'ARM-AZE', 'IRN-ISR', '--as-of', '2014-12-31'], 'compared.svg', /^<\?xml.*\n<svg /],
    [['brief', 'AZE', 'IRN', '--as-of', '2014-07-17'], 'page.html', /^<!doctype html>/],
    [['brief', 'AZE', 'IRN', '--as-of', '2014-07-17'], 'page.md', /^# Azerbaijan and Iran, as of 17 July 2014\n/],
    [['brief', 'AZE', 'IRN', '--as-of', '2014-07-17'], 'page.json', /^\{\n {2}"schema": "detente.brief\/1"/],
    [['dyad', 'AZE', 'IRN'], 'series.json', /^\{\n {2}"schema": "detente.dyad\/1"/],
  ])('%j -o %s', async (words, name, begins) => {
    expect(await run([...words, '-o', file(name)])).toMatchObject({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(file(name), 'utf8')).toMatch(begins)
  })

  test('a picture, light and dark', async () => {
    for (const words of [[], ['--dark']])
      expect(await run(['dyad', 'AZE', 'IRN', ...words, '-o', file(`p${words.length}.png`)])).toMatchObject({ code: 0 })
    const [light, dark] = [readFileSync(file('p0.png')), readFileSync(file('p1.png'))]
    expect(light.subarray(1, 4).toString()).toBe('PNG')
    expect(light.equals(dark)).toBe(false)
  })

  test.each([
    [['dyad', 'AZE', 'IRN', '-o', 'x.jpg'], 'unknown format .jpg', '.svg, .png, .json'],
    [['compare', 'AZE-IRN', 'ARM-IRN', '-o', 'x'], 'no ending', '.svg, .png, .json'],
    [['brief', 'AZE', 'IRN', '-o', 'x.svg'], 'unknown format .svg', '.md, .html, .json'],
    [['dyad', 'SRB', 'XKX', '-o', 'x.svg'], 'nothing to draw', 'detente sources'],
  ])('%j is wrong use, and writes nothing', async (words, what, hint) => {
    const { code, stderr } = await run(words.map(word => (word.startsWith('x') ? file(word) : word)))
    expect(code).toBe(2)
    expect(stderr).toContain(what)
    expect(stderr).toContain(hint)
    expect(existsSync(file(words.at(-1) ?? ''))).toBe(false)
  })
})

describe('in characters', () => {
  test('left out in a pipe, drawn when asked for, plain where the locale knows no blocks', async () => {
    const words = ['dyad', 'AZE', 'IRN', '--by', 'year']
    const [piped, drawn, plain] = [
      await run(words),
      await run([...words, '--chart']),
      await run([...words, '--chart'], { LC_ALL: 'C' }),
    ]
    expect(piped.stdout).not.toContain('▲')
    expect(drawn.stdout).toMatch(/turns +.*▲/)
    expect(plain.stdout).toMatch(/turns +[v^ ]+\n/)
    expect(plain.stdout).not.toMatch(/[▀▄░▁█▲▼]/)
    // Nothing but the chart is added.
    expect(drawn.stdout.endsWith(piped.stdout.split('\n\n').slice(1).join('\n\n'))).toBe(true)
  })
})

describe('the way back', () => {
  test('from a turning point that is printed to files and lines', async () => {
    const { stdout } = await run(['turning-points', 'AZE', 'IRN'])
    const ids = [...stdout.matchAll(/detente trace (turn:\S+)/g)].map(([, id]) => id ?? '')
    expect(ids.length).toBeGreaterThan(2)
    const traced = await run(['trace', ids.at(-1) ?? ''])
    expect(traced.code).toBe(0)
    expect(traced.stdout).toMatch(/data\/chronology\/events\.jsonl, line \d+/)
    expect(traced.stdout).toMatch(/^\* /m)
  })

  test('from a line of a table, as one may type it, the same rows as from its id', async () => {
    const series = JSON.parse((await run(['dyad', 'AZE', 'IRN', '--by', 'quarter', '--json'])).stdout) as {
      points: { from: string; cell: string; coverage: { pair_events: number } }[]
    }
    const point = series.points.find(({ from }) => from === '2014-04-01')
    const rows = async (id: string) =>
      (JSON.parse((await run(['trace', id, '--json'])).stdout) as { rows: { id: string }[] }).rows.map(row => row.id)
    const typed = await rows('azerbaijan-iran/2014-Q2')
    expect(typed).toEqual(await rows(point?.cell ?? ''))
    expect(typed).toHaveLength(point?.coverage.pair_events ?? -1)
  })

  test.each([
    ['turn:AZE/IRN/thaw/2014-04-10/2014-07-17/chronology'],
    ['turn:AZE/IRN/thaw'],
    ['turn:%'],
    ['AZE-IRN/2014-13'],
  ])('%s names nothing', async id => {
    const { code, stderr } = await run(['trace', id])
    expect(code).toBe(2)
    expect(stderr).toContain('holds nothing with the id')
  })
})
