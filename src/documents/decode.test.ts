import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../domain/index.ts'
import { decode } from './decode.ts'
import { documentFromText } from './plain-text.ts'

const bytes = (...values: (string | number[])[]): Uint8Array =>
  Buffer.concat(values.map(value => (typeof value === 'string' ? Buffer.from(value) : Buffer.from(value))))

const failureOf = (run: () => unknown): Failure => {
  try {
    run()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test('UTF-8 text is left as it is, byte order mark apart', () =>
  expect(decode(bytes([0xef, 0xbb, 0xbf], 'Tehran\r\n — é \u{1f54a}\n'), 'a.txt')).toBe('Tehran\r\n — é \u{1f54a}\n'))

test('any text survives its own bytes', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      fc.pre(!/\p{Cc}/u.test(text))
      expect(decode(Buffer.from(`The ${text}`), 'a.txt')).toBe(`The ${text}`)
    }),
  ))

test.each(['utf16le', 'utf16be'])('%s is read by its byte order mark', encoding => {
  const little = Buffer.from('\ufeffBaku und Täbris', 'utf16le')
  expect(decode(encoding === 'utf16le' ? little : Buffer.from(little).swap16(), 'a.txt')).toBe('Baku und Täbris')
})

test.each([
  ['UTF-16 without its mark', Buffer.from('The president came.', 'utf16le'), /UTF-16 without/, /iconv -f UTF-16LE/],
  ['Windows-1252', bytes('a caf', [0xe9], ' in Baku'), /byte 5 is 0xe9/, /iconv -f WINDOWS-1252 -t UTF-8 a\.txt/],
  ['a character cut off at the end', bytes('Rōma', [0xe2, 0x80]), /byte 5 is 0xe2/, /iconv/],
  ['a lone continuation byte', bytes([0x80], 'x'), /byte 0 is 0x80/, /iconv/],
  ['nothing', bytes(), /is empty/, /English text/],
  ['a PDF', bytes('%PDF-1.7\n%…'), /PDF/, /pdftotext/],
  ['an image', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0]), /PNG image/, /text/],
  ['an office document', bytes('PK', [3, 4, 20, 0, 0, 0]), /office document/, /plain text/],
  ['a file with NUL', bytes('abc', [0], 'def'), /binary/, /text/],
  ['a file of control characters', bytes([1, 2, 3, 4, 5, 6], 'abc'), /binary/, /text/],
])('%s is refused with exit 3 and a remedy', (_what, content, says, hint) => {
  const failure = failureOf(() => decode(content, 'a.txt'))
  expect(failure.exitCode).toBe(3)
  expect(failure.message).toMatch(says)
  expect(failure.message).toMatch(/^a\.txt /)
  expect(failure.hint).toMatch(hint)
})

test('a text may begin like a sound file', () => expect(decode(bytes('ID3 is a tag.'), 'a.txt')).toBe('ID3 is a tag.'))

test('over 20 MB is too much', () =>
  expect(failureOf(() => decode(Buffer.alloc(20_000_001, 'a'), 'a.txt')).message).toMatch(/over 20 MB/))

test('an encoding that a page declares is believed where UTF-8 fails', () =>
  expect(decode(bytes('Z', [0xfc], 'rich'), 'a.html', 'iso-8859-1')).toBe('Zürich'))

test.each([
  [' \n\t\u00a0', /nothing but blanks/],
  ['--- ... 123', /no words/],
])('%j holds no text', (text, says) =>
  expect(failureOf(() => documentFromText(Buffer.from(text), '-')).message).toMatch(says),
)
