import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHardWrapped, paragraphsOf, type Span } from './spans.ts'

const shown = (text: string, spans: Span[]) =>
  paragraphsOf(text, spans).map(({ pieces }) => pieces.map(({ text: t, claims }) => [t, claims.join()]))

test('claims inside and across each other', () => {
  expect(
    shown('Iran, they say, left.', [
      { id: 'inner', start: 0, end: 4 },
      { id: 'outer', start: 0, end: 20 },
      { id: 'across', start: 11, end: 21 },
    ]),
  ).toEqual([
    [
      ['Iran', 'outer,inner'],
      [', they ', 'outer'],
      ['say, left', 'outer,across'],
      ['.', 'across'],
    ],
  ])
})

test('paragraphs are cut at empty lines; a claim may run over one', () => {
  expect(shown('One two.\n \n\nThree.', [{ id: 'c', start: 4, end: 17 }])).toEqual([
    [
      ['One ', ''],
      ['two.', 'c'],
    ],
    [
      ['Three', 'c'],
      ['.', ''],
    ],
  ])
  expect(shown('\n\n', [])).toEqual([])
})

test('by-lines are marked', () => {
  const [paragraph] = paragraphsOf('By A. Writer\nText.', [], [{ start: 0, end: 12 }])
  expect(paragraph?.pieces.map(({ aside }) => aside)).toEqual([true, false])
})

test('whatever the spans: nothing is lost, nothing doubled, each piece knows the claims that cover it', () => {
  const cases = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', '\n\n', 'é'), { maxLength: 60 })
    .map(parts => parts.join(''))
    .chain(text =>
      fc.tuple(
        fc.constant(text),
        fc
          .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 12 })
          .map(pairs =>
            pairs
              .filter(([a, b]) => a !== b)
              .map(([a, b], i) => ({ id: `c${i}`, start: Math.min(a, b), end: Math.max(a, b) })),
          ),
      ),
    )
  fc.assert(
    fc.property(cases, ([text, spans]) => {
      const pieces = paragraphsOf(text, spans).flatMap(paragraph => paragraph.pieces)
      expect(
        pieces
          .map(piece => piece.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''))
      for (const piece of pieces) {
        expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text)
        const covering = spans.filter(({ start, end }) => start <= piece.start && piece.start < end)
        expect([...piece.claims].sort()).toEqual(covering.map(({ id }) => id).sort())
        for (const { start, end } of spans)
          for (const border of [start, end])
            expect(border > piece.start && border < piece.start + piece.text.length).toBe(false)
      }
    }),
  )
})

test('hard-wrapped text is told from lines that mean something', () => {
  const line = 'The two neighbours have signed what they had talked about for years, and'
  expect(isHardWrapped(`${`${line}\n`.repeat(6)}so on.`)).toBe(true)
  expect(isHardWrapped(`Title\nBy A. Writer\n\n${line} ${line} ${line}\n\n${line} ${line}`)).toBe(false)
})
