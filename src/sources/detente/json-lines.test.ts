import { expect, test } from 'vitest'
import { splitJsonLines } from './json-lines.ts'

async function* chunks(bytes: Buffer, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const FILE = Buffer.concat([
  Buffer.from('{"a":1}\r\n\n{"a":"é"}\n{"torn":\n'),
  Buffer.from([0x7b, 0xff, 0x7d, 10]),
  Buffer.from([0, 1, 2, 3, 10]),
  Buffer.from('{"last":true}'),
])

test.each([1, 3, 1000])('every line is one record or one problem, in chunks of %d bytes', async size => {
  const found = []
  for await (const records of splitJsonLines(chunks(FILE, size))) found.push(...records)
  expect(found.map(({ line, text, problem }) => [line, text ?? problem])).toEqual([
    [1, '{"a":1}'],
    [3, '{"a":"é"}'],
    [4, 'not JSON: torn or damaged line'],
    [5, 'not UTF-8'],
    [6, 'not JSON: torn or damaged line'],
    [7, '{"last":true}'],
  ])
})
