import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { DocumentInput } from './document-input.ts'
import { readDocuments } from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'detente-documents-'))
afterAll(() => rmSync(root, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(root, name), content)
  return join(root, name)
}
const all = async (...paths: string[]): Promise<DocumentInput[]> => {
  const documents: DocumentInput[] = []
  for await (const document of readDocuments(paths)) documents.push(document)
  return documents
}

test('plain text comes as it is, with nothing known of it', async () => {
  const path = file('a.txt', '\ufeffThe talks\r\nwent on.')
  expect(await all(path)).toEqual([
    { path, text: 'The talks\r\nwent on.', title: null, author: null, publisher: null, url: null, published: null },
  ])
})

test('a page is known by its content, whatever its name', async () => {
  const [page] = await all(file('page.txt', '<!DOCTYPE html><title>Talks</title><p>The talks went on.</p>'))
  expect(page?.text).toBe('The talks went on.')
})

test('a page in UTF-16 and one in a declared encoding are read', async () => {
  const html = '<html><meta charset="windows-1252"><body><p>The talks in Malm\u00f6 went on.'
  const [wide, narrow] = await all(
    file('wide.html', Buffer.from(`\ufeff${html}`, 'utf16le')),
    file('narrow.html', Buffer.from(html, 'latin1')),
  )
  expect([wide?.text, narrow?.text]).toEqual(['The talks in Malmö went on.', 'The talks in Malmö went on.'])
})

test('documents come one by one: the first is there before the second is looked at', async () => {
  const reader = readDocuments([file('first.txt', 'The first.'), file('second.txt', '')])[Symbol.asyncIterator]()
  expect((await reader.next()).value).toMatchObject({ text: 'The first.' })
  await expect(reader.next()).rejects.toThrow(/second\.txt is empty/)
})

test.each([
  ['missing', () => join(root, 'none.txt'), /no such file/],
  ['below a file', () => join(file('plain.txt', 'The text.'), 'x.txt'), /no such file/],
  ['too large', () => file('large.txt', Buffer.alloc(20_000_001, 'the ')), /over 20 MB/],
  [
    'a large film',
    () => file('film.mp4', Buffer.concat([Buffer.from('\0\0\0\x20ftypisom'), Buffer.alloc(20_000_001)])),
    /MP4/,
  ],
  ['another language', () => file('ru.txt', 'Министры двух стран встретились в Баку.'), /not in English/],
])('%s is refused with exit 3', async (_what, path, says) => {
  const reading = all(path())
  await expect(reading).rejects.toThrow(says)
  await expect(reading).rejects.toMatchObject({ exitCode: 3 })
})

test.skipIf(process.getuid?.() === 0)('a file without permission is refused with exit 3', async () => {
  const path = file('locked.txt', 'The text.')
  chmodSync(path, 0)
  await expect(all(path)).rejects.toMatchObject({ exitCode: 3, message: expect.stringMatching(/permission/) })
})
