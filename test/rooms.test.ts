import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOMS } from '../.dependency-cruiser.mjs'

/** The house: its rules catch what they forbid, and its rooms are built as the rules suppose. */

/** A file of a small house that has every room, and the rules it breaks. */
const CASES: [file: string, code: string, rules: string[]][] = [
  ['src/check/inner.ts', "import { inside } from '../record/inside.ts'\nexport default inside\n", ['doors']],
  ['src/text/later.ts', "import { inside } from '../actors/index.ts'\nexport default inside\n", ['text-knows']],
  [
    'src/domain/types.ts',
    "import type { Inside } from '../record/index.ts'\nexport type T = Inside\n",
    ['domain-knows'],
  ],
  [
    'src/check/asks.ts',
    "import { inside } from '../claims/index.ts'\nexport default inside\n",
    ['check-knows-types-of-claims'],
  ],
  ['src/check/handed.ts', "import type { Inside } from '../claims/index.ts'\nexport type T = Inside\n", []],
  ['src/check/knows.ts', "import { inside } from '../record/index.ts'\nexport default inside\n", []],
  [
    'src/report/engine.ts',
    "import { DuckDBInstance } from '@duckdb/node-api'\nexport default DuckDBInstance\n",
    ['only-record-imports'],
  ],
  ['src/record/engine.ts', "import { DuckDBInstance } from '@duckdb/node-api'\nexport default DuckDBInstance\n", []],
  [
    'src/claims/page.ts',
    "import { parseHTML } from 'linkedom'\nexport default parseHTML\n",
    ['only-documents-imports'],
  ],
  ['src/text/tags.ts', "import nlp from 'wink-nlp'\nexport default nlp\n", ['ships-packages']],
  ['src/text/tags.test.ts', "import nlp from 'wink-nlp'\nexport default nlp\n", []],
  ['src/check/tool.ts', "import { tool } from '../../test/tool.ts'\nexport default tool\n", ['ships']],
  ['src/check/gone.ts', "import { nothing } from './nowhere.ts'\nexport default nothing\n", ['resolvable']],
  // A ring is reported once, at the first of its files.
  ['src/facts/ring.ts', "import { other } from './other.ts'\nexport const ring = other\n", []],
  ['src/facts/other.ts', "import { ring } from './ring.ts'\nexport const other = ring\n", ['no-rings']],
  ['web/src/api/types.ts', "import type * as t from '../../../src/http/schemas/t.ts'\nexport type T = t.T\n", []],
  [
    'web/src/read/types.ts',
    "import type * as t from '../../../src/http/schemas/t.ts'\nexport type T = t.T\n",
    ['web-knows-types-of-the-api'],
  ],
  [
    'web/src/pair/days.ts',
    "import { inside } from '../../../src/domain/index.ts'\nexport default inside\n",
    ['web-knows-types-of-the-api', 'web-no-code-of-src'],
  ],
  ['src/cli/page.ts', "import page from '../../web/src/pair/page.ts'\nexport default page\n", ['src-knows-no-web']],
  ['src/annexe/extra.ts', "import { inside } from './inside.ts'\nexport default inside\n", ['named-rooms']],
]

describe('the rules of the house', () => {
  let house = ''
  let broken: { from: string; rule: { name: string } }[] = []

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'detente-house-'))
    const write = (file: string, code: string) => {
      mkdirSync(dirname(join(house, file)), { recursive: true })
      writeFileSync(join(house, file), code)
    }
    for (const room of [...Object.keys(ROOMS), 'annexe']) {
      write(`src/${room}/index.ts`, "export { inside, type Inside } from './inside.ts'\n")
      write(`src/${room}/inside.ts`, 'export const inside = 1\nexport type Inside = number\n')
    }
    write('src/http/schemas/t.ts', 'export type T = number\n')
    write('web/src/pair/page.ts', 'export default 1\n')
    write('test/tool.ts', 'export const tool = 1\n')
    for (const [file, code] of CASES) write(file, code)
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) cpSync(file, join(house, file))
    symlinkSync(resolve('node_modules'), join(house, 'node_modules'))
    const tool = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const { stdout, stderr } = spawnSync(process.execPath, [tool, 'src', 'web/src', '--output-type', 'json'], {
      cwd: house,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (stdout === '') throw new Error(stderr)
    broken = JSON.parse(stdout).summary.violations
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  test.each(CASES)('%s: %s', (file, _code, rules) => {
    const names = broken.filter(({ from }) => from === file).map(({ rule }) => rule.name)
    expect([...new Set(names)]).toEqual(rules)
  })
})

describe('rooms', () => {
  test('the table in src/README.md is the table of the rules', () => {
    const rows = readFileSync('src/README.md', 'utf8').matchAll(/^\| \[(\w+)\]\(\1\) *\|.*\| (.+?) *\|$/gm)
    const told = [...rows].map(row => [row[1] ?? '', row[2] ?? ''])
    const words = Object.entries(ROOMS).map(
      ([room, { knows, types }]: [string, { knows: string[]; types?: string[] }]) => {
        const others = Object.keys(ROOMS).length - 1
        const list = knows.length === 0 ? 'nothing' : knows.length === others ? 'all of these' : knows.join(', ')
        return [room, types === undefined ? list : `${list}; types of ${types.join(', ')}`]
      },
    )
    expect(told).toEqual(words)
  })

  const rooms = readdirSync('src', { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

  test('no file is a drawer for odds and ends', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    expect(files.filter(file => /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\.ts)?$/.test(file))).toEqual([])
  })

  test.each(rooms)('src/%s stands in the table, has a README of at most 20 lines and a door of under 60', room => {
    expect(Object.keys(ROOMS)).toContain(room)
    const lines = (file: string) =>
      readFileSync(join('src', room, file), 'utf8')
        .trimEnd()
        .split('\n').length
    expect(lines('README.md')).toBeLessThanOrEqual(20)
    expect(lines(room === 'cli' ? 'main.ts' : 'index.ts')).toBeLessThan(60)
  })
})
