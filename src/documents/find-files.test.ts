import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findFiles } from './find-files.ts'
import { globShape } from './glob.ts'

const root = mkdtempSync(join(tmpdir(), 'detente-files-'))
afterAll(() => rmSync(root, { recursive: true }))
for (const folder of ['texts/more', 'bare', 'odd[1]']) mkdirSync(join(root, folder), { recursive: true })
for (const name of [
  'texts/b.txt',
  'texts/a.html',
  'texts/more/c.md',
  'texts/x.csv',
  'texts/.hidden.txt',
  'bare/x.csv',
  'odd[1]/a.txt',
])
  writeFileSync(join(root, name), 'The text.')
symlinkSync(join(root, 'texts'), join(root, 'texts/more/loop'))

const found = (...paths: string[]) => findFiles(paths.map(p => join(root, p))).map(file => file.slice(root.length + 1))

test('a folder stands for the texts below it, sorted; links to folders are not followed', () =>
  expect(found('texts')).toEqual(['texts/a.html', 'texts/b.txt', 'texts/more/c.md']))
test('a file is taken whatever it is called, and once', () =>
  expect(found('texts/x.csv', 'texts/x.csv')).toEqual(['texts/x.csv']))
test.each([
  ['texts/*.txt', ['texts/b.txt']],
  ['texts/**/*.{md,html}', ['texts/a.html', 'texts/more/c.md']],
  ['texts/[ab].*', ['texts/a.html', 'texts/b.txt']],
  ['odd[1]/a.txt', ['odd[1]/a.txt']],
])('%s', (pattern, files) => expect(found(pattern)).toEqual(files))
test('standard input is no file', () => expect(findFiles(['-', '-'])).toEqual(['-']))
test.each([
  ['texts/*.pdf', /no file matches/],
  ['bare', /folder without texts/],
])('%s is refused', (path, says) => expect(() => found(path)).toThrow(says))
test('a pattern that is none stands for itself', () => expect(globShape('a[z-a].txt').test('a[z-a].txt')).toBe(true))
