import { describe, expect, test } from 'vitest'
import { isDay } from '../../domain/index.ts'
import { biographyIn } from './biography.ts'
import { byLineIn } from './by-line.ts'
import { namesIn } from './date/eras.ts'
import { dating } from './date/weights.ts'
import { dateLineIn, datelineIn } from './date-line.ts'
import type { Piece } from './paragraphs.ts'
import { documentWords, eras, scopeWords, shapeOf } from './vocabulary.ts'

const piece = (text: string): Piece => ({ start: 0, end: text.length, text, sentence: 0 })

/** Every example as a row: what it is of, the words, whether they must be found. */
const rows = (of: string, must: readonly string[], mustNot: readonly string[]) => [
  ...must.map(words => [of, words, true] as const),
  ...mustNot.map(words => [of, words, false] as const),
]

describe('data/claims/document.yaml', () => {
  const words = documentWords()

  test.each(
    words.boilerplate.flatMap(entry =>
      rows(entry.why, entry.must, entry.mustNot).map(r => [...r, entry.pattern] as const),
    ),
  )('boilerplate, %s: %s is %s', (_why, text, answer, pattern) => expect(shapeOf(pattern).test(text)).toBe(answer))

  test.each(words.by_line.flatMap(({ must, mustNot }) => rows('by-line', must, mustNot)))(
    '%s: %s is %s',
    (_of, text, answer) => expect(byLineIn(piece(text)) !== null).toBe(answer),
  )
  test.each([
    ['By Kenji Mori in Tokyo', 'Kenji Mori', null],
    ['BY JOSÉ LUIS DE LA CRUZ', 'José Luis De La Cruz', null],
    ['By Anna Petrova and Kenji Mori', 'Anna Petrova and Kenji Mori', null],
    [
      'By Dr. Anna Petrova, senior fellow at the Northern Institute',
      'Anna Petrova',
      'senior fellow at the Northern Institute',
    ],
  ])('%s names %s', (text, author, affiliation) => expect(byLineIn(piece(text))).toMatchObject({ author, affiliation }))

  const { must, mustNot } = words.biography
  test.each(rows('biography', must, mustNot))('%s: %s is %s', (_of, text, answer) =>
    expect(biographyIn(text) !== null).toBe(answer),
  )

  test.each(words.publisher.flatMap(({ pattern, must: yes, mustNot: no }) => rows(pattern, yes, no)))(
    'publisher by %s: %s is %s',
    (pattern, text, answer) => expect(Boolean(shapeOf(pattern).exec(text)?.groups?.publisher)).toBe(answer),
  )

  test.each(rows('dateline', words.dateline.must, words.dateline.mustNot))('%s: %s is %s', (_of, text, answer) =>
    expect(datelineIn(piece(text)) !== null).toBe(answer),
  )
  test.each(rows('dateline with a whole day', words.dateline_full.must, words.dateline_full.mustNot))(
    '%s: %s is %s',
    (_of, text, answer) => expect(datelineIn(piece(text))?.day?.year === 2018).toBe(answer),
  )
  test.each(rows('date line', words.date_line.must, words.date_line.mustNot))('%s: %s is %s', (_of, text, answer) =>
    expect(dateLineIn(piece(text)) !== null).toBe(answer),
  )
  test('a date line gives its day, a dateline may lack the year', () => {
    expect(dateLineIn(piece('Anna Petrova | 17 July 2014'))).toMatchObject({ year: 2014, month: 7, date: 17 })
    expect(dateLineIn(piece('July 2014'))).toMatchObject({ year: 2014, month: 7, date: null })
    expect(datelineIn(piece('Yerevan, 20 June 2018. The talks began.'))).toMatchObject({
      span: { start: 0, end: 'Yerevan, 20 June 2018.'.length },
      day: { year: 2018, month: 6, date: 20 },
    })
    expect(datelineIn(piece('ANKARA, March 3 (Agency) — The president'))).toMatchObject({
      agency: 'Agency',
      day: { year: null, month: 3, date: 3 },
    })
  })
})

describe('data/claims/dating.yaml', () => {
  const d = dating()
  test.each([
    ...rows('foreseen', d.foreseen_must, d.foreseen_must_not),
    ...rows('ahead_words', d.ahead_must, d.ahead_must_not),
    ...rows('behind_words', d.behind_must, d.behind_must_not),
    ...rows('ahead_after', d.ahead_after_must, d.ahead_after_must_not),
    ...rows('ahead_present', d.ahead_present_must, d.ahead_present_must_not),
  ])('%s: %s is %s', (of, text, answer) => expect(shapeOf(d[of as 'foreseen']).test(text)).toBe(answer))
  test('a factor is above 0 and at most 1, so that one misread name decides nothing', () => {
    const factors = [
      d.ahead,
      d.sought,
      d.same_year,
      d.nearest_month.least,
      d.office.former,
      d.office.before,
      d.era.before,
    ]
    for (const factor of [...factors, ...Object.values(d.behind).flatMap(b => [b.soon, b.earlier])]) {
      expect(factor).toBeGreaterThan(0)
      expect(factor).toBeLessThanOrEqual(1)
    }
  })
})

describe('data/claims/eras.yaml', () => {
  test.each(eras().flatMap(era => rows(era.words[0] ?? '', era.must, era.mustNot).map(row => [...row, era] as const)))(
    '%s: %s is %s',
    (_word, text, answer, era) => expect(namesIn(text, era).length > 0).toBe(answer),
  )
  test.each(eras().map(era => [era.words[0], era] as const))(
    '%s has days that exist, in order',
    (_word, { from, to }) => {
      for (const day of [from, to]) if (day !== undefined) expect(isDay(day)).toBe(true)
      expect((from ?? '') < (to ?? '9999')).toBe(true)
    },
  )
})

describe('data/claims/scope.yaml', () => {
  test('no word speaks for politics and for something else', () => {
    const politics = new Set(scopeWords().politics)
    for (const [subject, words] of Object.entries(scopeWords().other))
      expect([subject, words.filter(word => politics.has(word))]).toEqual([subject, []])
  })
})
