import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SplitRecord } from '../format.ts'
import { cells, splitSeparated } from './separated.ts'

const split = async (bytes: Buffer, separator: ',' | '\t' = ',', chunk = 7): Promise<SplitRecord[]> => {
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const found: SplitRecord[] = []
  for await (const records of splitSeparated(separator)(chunks())) found.push(...records)
  return found
}

const briefly = (records: readonly SplitRecord[]): unknown[] =>
  records.map(({ line, text, problem }) => [line, text === null ? problem : JSON.parse(text)])

test.each([
  ['a,b', ['a', 'b']],
  ['a,', ['a', '']],
  ['"a,b","c""d"', ['a,b', 'c"d']],
  ['"a', null],
  ['"a"b', 'text behind a closing quote'],
  ['', ['']],
])('%s is cut into %j', (row, found) => expect(cells(row, ',')).toEqual(found))

test('rows keep the number of the line they begin on, behind quoted line breaks, blank lines and CRLF', async () => {
  const text =
    '\ufeffday,summary\r\n2014-01-01,"two\r\nlines"\r\n\r\n2014-01-02,one\r\n2014-01-03,too,many\r\n2014-01-04,last'
  expect(briefly(await split(Buffer.from(text)))).toEqual([
    [2, { day: '2014-01-01', summary: 'two\nlines' }],
    [5, { day: '2014-01-02', summary: 'one' }],
    [6, '3 columns where the header has 2'],
    [7, { day: '2014-01-04', summary: 'last' }],
  ])
})

test('a quote that never closes costs its own line alone', async () => {
  expect(briefly(await split(Buffer.from('day,summary\na,"open\nb,fine\nc,fine too\n')))).toEqual([
    [2, 'a quote is opened and not closed'],
    [3, { day: 'b', summary: 'fine' }],
    [4, { day: 'c', summary: 'fine too' }],
  ])
})

test('bytes that are no UTF-8 cost their line alone', async () => {
  const bytes = Buffer.concat([Buffer.from('day,summary\na,'), Buffer.from([0xff, 0xfe, 10]), Buffer.from('b,fine\n')])
  expect(briefly(await split(bytes))).toEqual([
    [2, 'not UTF-8'],
    [3, { day: 'b', summary: 'fine' }],
  ])
})

test('what is written as a table is read back, whatever the chunks', async () => {
  const cell = fc.string({ unit: 'grapheme' }).map(text => text.replace(/\r/g, ''))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell)), fc.integer({ min: 1, max: 50 }), async (rows, chunk) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
      const table = ['"a","b"', ...rows.map(row => row.map(quoted).join(','))].join('\n')
      const read = (await split(Buffer.from(table), ',', chunk)).map(({ text }) => JSON.parse(text ?? 'null'))
      const written = rows.map(([a, b]) => ({ ...(a === '' ? {} : { a }), ...(b === '' ? {} : { b }) }))
      expect(read).toEqual(written)
    }),
  )
})
