import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay } from '../../domain/index.ts'
import { patternEntries } from './matches.ts'
import { readTimes } from './read-times.ts'
import type { ReadTimesOptions } from './time-mention.ts'

const on = (day: string): ReadTimesOptions => ({ date: { from: day, to: day } })
const JULY = on('2014-07-17') // a Thursday
const UNDATED: ReadTimesOptions = { date: null }

const CRIMEA = { id: 'crimea', names: ['the annexation of Crimea'], from: '2014-02-27', to: '2014-03-18' }
const USSR = {
  id: 'ussr',
  names: ['collapse of the Soviet Union', 'Soviet collapse', 'the post-Soviet era'],
  from: '1991-12-08',
  to: '1991-12-26',
}

/** The times of a text as `mention | from..to`. */
const places = (text: string, options: ReadTimesOptions): string[] =>
  readTimes(text, options).map(({ mention, from, to }) => `${mention} | ${from === null ? '–' : `${from}..${to}`}`)

describe('readTimes puts a time where the document and the tense ask for it', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['The premier will visit Lima in September.', '2014-07-17', 'September | 2014-09-01..2014-09-30'],
    [
      'The first signs appeared in early April, when Aliyev visited Iran.',
      '2014-07-17',
      'early April | 2014-04-01..2014-04-10',
    ],
    ['The minister, who visited in May, will travel in October.', '2014-07-17', 'May | 2014-05-01..2014-05-31'],
    ['The minister, who visited in May, will travel in October.', '2014-07-17', 'October | 2014-10-01..2014-10-31'],
    ['They met on Dec. 30.', '2014-01-03', 'Dec. 30 | 2013-12-30..2013-12-30'],
    ['They agreed to meet on 10 January.', '2013-12-20', '10 January | 2014-01-10..2014-01-10'],
    ['They have been at odds since 2010.', '2014-07-17', '2010 | 2010-01-01..2014-07-17'],
    ['They have been at odds since September.', '2014-07-17', 'September | 2013-09-01..2014-07-17'],
    ['From 1991 to 1995 they fought.', '2014-07-17', '1991 to 1995 | 1991-01-01..1995-12-31'],
    ['Talks went on between March and May 2013.', '2014-07-17', 'March and May 2013 | 2013-03-01..2013-05-31'],
    ['Talks went on from November 2012 to March.', '2014-07-17', 'November 2012 to March | 2012-11-01..2013-03-31'],
    ['Talks went on from 30 May to 2 June.', '2014-07-17', '30 May to 2 June | 2014-05-30..2014-06-02'],
    ['They met in March and May 2013.', '2014-07-17', 'March | 2013-03-01..2013-03-31'],
    ['It was born on 29 February.', '2014-07-17', '29 February | 2012-02-29..2012-02-29'],
    ['They left on Monday, 4 March.', '2014-07-17', 'Monday, 4 March | 2013-03-04..2013-03-04'],
    ['It froze in the winter of 2013.', '2014-07-17', 'the winter of 2013 | 2013-12-01..2014-02-28'],
    ['They met last week.', '2014-01-02', 'last week | 2013-12-23..2013-12-29'],
    ['In 2012, Baku arrested 22 people in March.', '2014-07-17', 'March | 2012-03-01..2012-03-31'],
    ['Signed in 2010, the deal will expire in September.', '2014-07-17', 'September | 2014-09-01..2014-09-30'],
    ['They left two days after the summit.', '2014-07-17', 'two days | –'],
    ['They spoke in recent years.', '2014-07-17', 'recent years | 2009-07-17..2014-07-17'],
  ]
  for (const [text, day, expected] of cases) {
    it(`${expected} in ${text}`, () => expect(places(text, on(day))).toContain(expected))
  }

  it('believes a parser over the words around', () => {
    const text = 'He visited Baku in September.'
    expect(places(text, { ...JULY, tenseAt: () => 'future' })).toEqual(['September | 2014-09-01..2014-09-30'])
  })

  it('counts coming times from the first and past times from the last possible day of the document', () => {
    const options = { date: { from: '2014-07-01', to: '2014-07-31' } }
    expect(places('They met yesterday.', options)).toEqual(['yesterday | 2014-07-30..2014-07-30'])
    expect(places('They meet tomorrow.', options)).toEqual(['tomorrow | 2014-07-02..2014-07-02'])
  })

  it('leaves a verb alone where a tagger sees one', () => {
    expect(readTimes('In May they met.', { ...JULY, isVerbOrModal: offset => offset === 3 })).toEqual([])
  })
})

describe('readTimes of an undated document', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['They met in April.', 'XXXX-04'],
    ['They met on 9 April.', 'XXXX-04-09'],
    ['They met on Friday.', 'XXXX-WXX-5'],
    ['They met last month.', 'XXXX-XX'],
    ['They met yesterday.', 'XXXX-XX-XX'],
    ['They met in recent years.', 'PAST_REF'],
  ]
  for (const [text, value] of cases) {
    it(`keeps what is known: ${value} for ${text}`, () => {
      expect(readTimes(text, UNDATED)).toMatchObject([{ from: null, to: null, value, kind: 'point' }])
    })
  }

  it('still places what needs no date', () => {
    expect(places('They met on 9 April 2014.', UNDATED)).toEqual(['9 April 2014 | 2014-04-09..2014-04-09'])
  })
})

describe('readTimes with landmarks', () => {
  const options = { ...JULY, landmarks: [CRIMEA, USSR] }
  const cases: readonly (readonly [string, string])[] = [
    ['Trade fell after the annexation of Crimea.', 'the annexation of Crimea | 2014-02-27..2014-07-17'],
    ["Trade fell after Russia's annexation of Crimea.", 'annexation of Crimea | 2014-02-27..2014-07-17'],
    [
      'Since the collapse of the Soviet Union they have talked.',
      'the collapse of the Soviet Union | 1991-12-08..2014-07-17',
    ],
    ['They were close during the Soviet collapse.', 'the Soviet collapse | 1991-12-08..1991-12-26'],
    ['For a better part of the post-Soviet era they were not.', 'the post-Soviet era | 1991-12-08..2014-07-17'],
  ]
  for (const [text, expected] of cases)
    it(`${expected} in ${text}`, () => expect(places(text, options)).toContain(expected))

  it('passes over what the document could not know', () => {
    const deal = { id: 'deal', names: ['the nuclear deal'], from: '2015-07-14' }
    expect(readTimes('After the nuclear deal trade grew.', { ...JULY, landmarks: [deal] })).toEqual([])
    expect(places('After the nuclear deal trade grew.', { ...on('2016-01-10'), landmarks: [deal] })).toEqual([
      'the nuclear deal | 2015-07-14..2016-01-10',
    ])
  })

  it('reads no time where the landmark is the subject', () => {
    expect(readTimes("Russia's annexation of Crimea set alarm bells ringing.", options)).toEqual([])
    expect(readTimes('After talks about annexation of Crimea they left.', options)).toEqual([])
  })
})

describe('what always holds', () => {
  const phrases = patternEntries().flatMap(({ examples = [], not = [] }) => [
    ...examples.map(({ text }) => text),
    ...not,
  ])
  const pieces = fc.constantFrom(
    ...phrases,
    ...phrases.flatMap(text => text.split(' ')),
    '\n',
    '\n\n',
    '—',
    "'",
    '2014',
    '99',
    '31',
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map(parts => parts.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  )
  const days = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))
  const dates = fc.option(
    fc
      .tuple(days, days)
      .map(pair => pair.sort())
      .map(([from, to]) => ({ from: from ?? '', to: to ?? '' })),
  )

  it('offsets match the text, times are in order and do not overlap, from is not after to', () => {
    fc.assert(
      fc.property(texts, dates, (text, date) => {
        let reached = 0
        for (const time of readTimes(text, { date, landmarks: [CRIMEA, USSR] })) {
          expect(text.slice(time.start, time.end)).toBe(time.mention)
          expect(time.mention.trim()).toBe(time.mention)
          expect(time.start).toBeGreaterThanOrEqual(reached)
          reached = time.end
          expect(time.from === null).toBe(time.to === null)
          if (time.kind !== 'point') expect(time.from).toBeNull()
          if (time.from === null || time.to === null) continue
          expect(isDay(time.from) && isDay(time.to)).toBe(true)
          expect(time.from <= time.to).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
})
