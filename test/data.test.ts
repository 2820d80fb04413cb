import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'

/** What ships in data/: every folder says what it is and how it is licensed, and every file can be read. */

const folders = readdirSync('data', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
const files = readdirSync('data', { withFileTypes: true, recursive: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name))
  .sort()

const LICENCES = ['Apache-2.0', 'Bitstream-Vera', 'CC0', 'CC BY 4.0', 'CC BY-SA 4.0', 'MIT', 'Unicode-3.0'] as const
const licencesIn = (text: string) => LICENCES.filter(name => text.includes(name))

/** The README that speaks for a file: that of its folder, else of the folders above, up to the folder of data/. */
const readmeOf = (file: string): string | null => {
  for (let folder = dirname(file); folder !== 'data'; folder = dirname(folder)) {
    if (existsSync(join(folder, 'README.md'))) return join(folder, 'README.md')
  }
  return null
}

describe('folders', () => {
  const table = new Map(
    [...readFileSync('data/README.md', 'utf8').matchAll(/^\| \[([\w-]+)\]\(\1\) \|.*\| (.+) \|$/gm)].map(row => [
      row[1] ?? '',
      row[2] ?? '',
    ]),
  )

  test('data/README.md lists the folders that are there', () => {
    expect([...table.keys()].sort()).toEqual(folders.sort())
  })

  test.each(folders)('data/%s says what it is and under which licence, as the table does', folder => {
    const own = files.filter(file => file.startsWith(join('data', folder, '/')) && !file.endsWith('README.md'))
    expect(own.length).toBeGreaterThan(0)
    const readmes = new Set(own.map(readmeOf))
    expect(readmes).not.toContain(null)
    for (const readme of readmes) {
      const text = readFileSync(readme ?? '', 'utf8')
      expect(text).toMatch(/^# /)
      const said = licencesIn(text)
      expect(said.length, `${readme} names no licence`).toBeGreaterThan(0)
      for (const licence of licencesIn(table.get(folder) ?? '')) expect(said).toContain(licence)
    }
  })

  test.each(LICENCES)('the text of %s is there', licence => {
    const text =
      licence === 'Apache-2.0' ? 'LICENSE' : `LICENSES/${licence.replaceAll(' ', '-').replace('CC0', 'CC0-1.0')}.txt`
    expect(readFileSync(text, 'utf8').length).toBeGreaterThan(1000)
  })
})

/** Rows of a table: comments start with `#`, the first other line names the columns. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'))

/** Throws when a file of this ending cannot be read in full; answers how many things it holds. */
const READERS: Record<string, (bytes: Buffer) => number> = {
  yaml: bytes => {
    const document = parseDocument(bytes.toString(), { strict: true, uniqueKeys: true })
    expect([...document.errors, ...document.warnings]).toEqual([])
    return Object.keys(document.toJS() as object).length
  },
  tsv: bytes => {
    const [columns = [], ...rows] = rowsOf(bytes.toString())
    expect(new Set(columns).size).toBe(columns.length)
    const ragged = rows.filter(row => row.length !== columns.length).map(row => row.join('\t'))
    expect(ragged).toEqual([])
    return rows.length
  },
  jsonl: bytes =>
    bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map(line => expect(JSON.parse(line)).toBeTypeOf('object')).length,
  csv: bytes => {
    const [columns = '', ...rows] = bytes.toString().trimEnd().split('\n')
    expect(rows.filter(row => row.split(',').length !== columns.split(',').length)).toEqual([])
    return rows.length
  },
  gz: bytes => gunzipSync(bytes).length,
  bin: bytes => bytes.length,
  wasm: bytes => [new WebAssembly.Module(new Uint8Array(bytes))].length,
  // A font of TrueType outlines says how many tables it has.
  ttf: bytes => {
    expect(bytes.readUInt32BE(0)).toBe(0x00010000)
    return bytes.readUInt16BE(4)
  },
  md: bytes => bytes.length,
  txt: bytes => bytes.length,
  html: bytes => bytes.length,
}

describe('files', () => {
  test.each(files)('%s can be read', file => {
    const read = READERS[file.split('.').at(-1) ?? '']
    if (read === undefined) throw new Error('no reader for this kind of file: add one here')
    const bytes = readFileSync(file)
    if (!/\.(bin|gz|ttf|wasm)$/.test(file)) {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      expect(text).not.toMatch(/[\r\u{feff}\u{fffd}]/u)
      expect(text.endsWith('\n')).toBe(true)
    }
    expect(read(bytes)).toBeGreaterThan(0)
  })
})
