import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { DocumentInput } from '../../documents/index.ts'
import { type Day, daysBetween } from '../../domain/index.ts'
import { readDocument } from './index.ts'

interface Sample {
  readonly name: string
  readonly text: string
  readonly expect: {
    readonly title?: string
    readonly author?: string
    readonly affiliation?: string
    readonly publisher?: string
    readonly disclaimer?: string
    readonly genre: string
    readonly inScope: boolean
    readonly written?: Day
    readonly within?: number
    readonly basis?: string
    readonly boilerplate?: readonly (readonly [string, string])[]
  }
}

const samples = parse(readFileSync(new URL('samples.yaml', import.meta.url), 'utf8')) as Sample[]

const plain = (text: string): DocumentInput => ({
  path: 'sample.txt',
  text,
  title: null,
  author: null,
  publisher: null,
  url: null,
  published: null,
})

describe('samples.yaml', () => {
  test.each(samples.map(s => [s.name, s] as const))('%s', (_name, sample) => {
    const { facts, inScope } = readDocument(plain(sample.text), { date: null })
    const wanted = sample.expect
    expect({ inScope, genre: facts.genre }).toEqual({ inScope: wanted.inScope, genre: wanted.genre })
    if (!wanted.inScope) return
    const { title, author, affiliation, publisher, disclaimer } = facts
    expect({ title, author, affiliation, publisher, disclaimer }).toEqual({
      title: wanted.title ?? null,
      author: wanted.author ?? null,
      affiliation: wanted.affiliation ?? null,
      publisher: wanted.publisher ?? null,
      disclaimer: wanted.disclaimer ?? null,
    })
    expect(facts.boilerplate.map(b => [b.why, facts.text.slice(b.start, b.end)])).toEqual(wanted.boilerplate)
    expect(facts.date?.basis).toBe(wanted.basis)
    if (wanted.written === undefined) return
    const { from, to, reasons } = facts.date as NonNullable<typeof facts.date>
    expect([from, wanted.written, to]).toEqual([from, wanted.written, to].toSorted())
    expect(daysBetween(from, to)).toBeLessThan(wanted.within ?? 0)
    expect(reasons.length).toBeGreaterThan(0)
    for (const { start, end, quote } of reasons) expect(facts.text.slice(start, end)).toBe(quote)
  })
})

const BODY = `Romania and Hungary have stopped shouting. Ministers meet, trains run, and the border at Bors is open at night.

Mihai Ionescu is a former adviser to the president in Bucharest. He writes speeches for both parties. The views expressed in Budapest are changing.

What is left is the treaty, which neither parliament wants to read aloud.`

describe('boilerplate', () => {
  test('sentences of the body are never boilerplate, whatever they are like', () =>
    expect(readDocument(plain(BODY), { date: null }).facts.boilerplate).toEqual([]))
  test('a line in the body that stands by itself may be', () => {
    const text = BODY.replace('\n\nWhat', '\n\nRead more: Trains at night\n\nWhat')
    const { boilerplate } = readDocument(plain(text), { date: null }).facts
    expect(boilerplate.map(b => text.slice(b.start, b.end))).toEqual(['Read more: Trains at night'])
  })
  test('an author known from the page is found at the foot without a line of his own', () => {
    const text = `${BODY} Elena Marin is a lecturer in Cluj.`
    const { author, affiliation } = readDocument({ ...plain(text), author: 'Elena Marin' }, { date: null }).facts
    expect({ author, affiliation }).toEqual({ author: 'Elena Marin', affiliation: 'lecturer in Cluj' })
  })
  test('a biography and a note run to the end of their paragraph', () => {
    const text = `Editor's note: This is the first of two parts. The second follows on Friday.\n\n${BODY}\n\nElena Marin is a lecturer in Cluj. Her book on the border came out in 2011. A second edition is planned.`
    const { boilerplate } = readDocument(plain(text), { date: null }).facts
    expect(boilerplate.map(b => b.why)).toEqual(['note', 'note', 'biography', 'biography', 'biography'])
  })
  test('wrapped lines are one paragraph', () => {
    const text = `A Border at Night\nBy Elena Marin\n\n${BODY.replace(/(.{40,60}) /gu, '$1\n')}\n\nElena Marin is a lecturer in politics at the University of Cluj and writes\non borders.`
    const { title, author, boilerplate } = readDocument(plain(text), { date: null }).facts
    expect({ title, author }).toEqual({ title: 'A Border at Night', author: 'Elena Marin' })
    expect(boilerplate.map(b => b.why)).toEqual(['by-line', 'biography'])
  })
})

describe('the date', () => {
  test('is the one given, whatever the text says', () =>
    expect(readDocument(plain(BODY), { date: '1997-03-04' }).facts.date).toEqual({
      from: '1997-03-04',
      to: '1997-03-04',
      basis: 'given',
      reasons: [],
    }))
  test('is stated where the page states it', () =>
    expect(readDocument({ ...plain(BODY), published: '1997-03-04' }, { date: null }).facts.date).toMatchObject({
      from: '1997-03-04',
      basis: 'stated',
    }))
  test('is null where nothing tells it', () => expect(readDocument(plain(BODY), { date: null }).facts.date).toBeNull())
  test.each([
    [
      'a holder of an office',
      'President Boris Yeltsin wants a treaty with Ukraine. President Leonid Kuchma waits for him in Kiev.',
      '1994-07-10',
      '2000-06-01',
    ],
    [
      'a former holder',
      'Former President Leonid Kuchma and President Viktor Yushchenko disagree about NATO.',
      '2005-01-23',
      '2018-01-01',
    ],
    [
      'a landmark behind',
      "Since Iraq's invasion of Kuwait, President Hosni Mubarak and King Fahd speak daily.",
      '1990-08-02',
      '1995-01-01',
    ],
    [
      'a date ahead',
      'President Evo Morales will take the case against Chile to The Hague in 2015. The court has been asked.',
      '2006-01-01',
      '2015-12-31',
    ],
    [
      'years counted from a landmark',
      'Ten years after the fall of the Berlin Wall, Germany is uneasy. Chancellor Gerhard Schröder is in Warsaw.',
      '1998-10-27',
      '2001-06-01',
    ],
  ])('%s bounds it', (_what, text, earliest, latest) => {
    const { date } = readDocument(plain(text), { date: null }).facts
    expect([earliest, date?.from, date?.to, latest]).toEqual([earliest, date?.from, date?.to, latest].toSorted())
    expect(date?.reasons.length).toBeGreaterThan(0)
  })
})

test('whatever the text, spans are slices in order and nothing throws', () => {
  const parts = [
    ...samples.flatMap(s => s.text.split(/(?<=[.\n ])/u)),
    '\r\n',
    '\n\n',
    '—',
    '"',
    'By ',
    '©',
    '1999',
    ' ',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 60 }), words => {
      const text = words.join('')
      const { facts } = readDocument(plain(text), { date: null })
      let end = 0
      for (const b of facts.boilerplate) {
        expect(b.start).toBeGreaterThanOrEqual(end)
        expect(b.end).toBeGreaterThan(b.start)
        end = b.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
      for (const reason of facts.date?.reasons ?? []) expect(text.slice(reason.start, reason.end)).toBe(reason.quote)
      if (facts.date) expect(facts.date.from <= facts.date.to).toBe(true)
    }),
    { numRuns: 60 },
  )
})

interface Labelled {
  readonly author: string
  readonly publisher: string
  readonly date: { readonly must_contain: Day; readonly must_lie_in: readonly [Day, Day] }
  readonly boilerplate: readonly { readonly start: number; readonly end: number }[]
}

/** Labelled by hand for development: sets A and C of test/analyses. */
const ANALYSES = new URL('../../../test/analyses/', import.meta.url)
const labelled = readdirSync(ANALYSES)
  .filter(name => existsSync(new URL(`${name}/document.json`, ANALYSES)))
  .map(
    name =>
      [
        name,
        readFileSync(new URL(`${name}/text.txt`, ANALYSES), 'utf8'),
        JSON.parse(readFileSync(new URL(`${name}/document.json`, ANALYSES), 'utf8')) as Labelled,
      ] as const,
  )

describe('test/analyses', () => {
  test.each(labelled)('%s: who, where, when, and what is no analysis', (_name, text, wanted) => {
    const { facts, inScope } = readDocument(plain(text), { date: null })
    expect(inScope).toBe(true)
    expect([facts.author ?? '', facts.publisher]).toEqual([wanted.author, wanted.publisher])
    // One span of several lines in the labels is one a line here: together they must cover the same words.
    for (const { start, end } of wanted.boilerplate) {
      const own = facts.boilerplate.filter(b => b.start >= start && b.end <= end).map(b => text.slice(b.start, b.end))
      expect(own.join('').replace(/\s/gu, '')).toBe(text.slice(start, end).replace(/\s/gu, ''))
    }
    const { from, to } = facts.date as NonNullable<typeof facts.date>
    const {
      must_contain: day,
      must_lie_in: [earliest, latest],
    } = wanted.date
    expect([from, day, to]).toEqual([from, day, to].toSorted())
    if (facts.date?.basis === 'stated')
      expect([earliest, from, to, latest]).toEqual([earliest, from, to, latest].toSorted())
  })

  test.each(labelled)(
    '%s: without the lines that state its day, the interval still holds it',
    (_name, text, wanted) => {
      const day = wanted.date.must_contain
      const lines = text.split('\n')
      const isTold = (line: string, i: number) =>
        (i < 6 || i > lines.length - 6) && line.length < 120 && line.includes(day.slice(0, 4))
      const untold = lines
        .filter((line, i) => !isTold(line, i))
        .join('\n')
        .replace(/(?<=^[A-Z /]+), Jan \d+/mu, '')
      const { date } = readDocument(plain(untold), { date: null }).facts
      expect(date?.basis).toBe('inferred')
      expect([date?.from, day, date?.to]).toEqual([date?.from, day, date?.to].toSorted())
      expect(daysBetween(date?.from ?? '', date?.to ?? '')).toBeLessThan(3200)
    },
  )
})

const SHARED = new URL('../../../../shared/seed/', import.meta.url)
const isThere = existsSync(SHARED)

describe.skipIf(!isThere)(
  `the analysis of the shared folder${isThere ? '' : ' (skipped: ../shared is not there)'}`,
  () => {
    test('is read as it is described there', () => {
      const wanted = JSON.parse(readFileSync(new URL('document.json', SHARED), 'utf8')) as {
        readonly author: string
        readonly affiliation: string
        readonly publisher: string
        readonly disclaimer: string
        readonly date: { readonly must_contain: Day; readonly must_lie_in: readonly [Day, Day] }
        readonly boilerplate: readonly { readonly start: number; readonly end: number }[]
      }
      const text = readFileSync(new URL('000_c19f5fbfd71a445c.txt', SHARED), 'utf8')
      const { facts, inScope } = readDocument(plain(text), { date: null })
      const { author, affiliation, publisher, disclaimer } = wanted
      expect(facts).toMatchObject({ author, affiliation, publisher, disclaimer, genre: 'analysis', title: null })
      expect(inScope).toBe(true)
      expect(facts.boilerplate.map(({ start, end }) => [start, end])).toEqual(
        wanted.boilerplate.map(b => [b.start, b.end]),
      )
      const {
        must_contain: day,
        must_lie_in: [earliest, latest],
      } = wanted.date
      const { from, to, reasons } = facts.date as NonNullable<typeof facts.date>
      expect([earliest, from, day, to, latest]).toEqual([earliest, from, day, to, latest].toSorted())
      expect(reasons.map(r => r.quote)).toEqual(expect.arrayContaining(['September', 'early April']))
    })
  },
)
