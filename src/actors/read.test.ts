import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actorKind } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { readActors } from './index.ts'

interface Example {
  readonly why: string
  readonly on: string
  readonly text: string
  readonly mentions?: Readonly<Record<string, string>>
  readonly none?: readonly string[]
  readonly offices?: readonly {
    readonly quote: string
    readonly title: string
    readonly of: string
    readonly person: string
    readonly former?: boolean
  }[]
}

const examples = readShippedYaml<Example[]>('actors', 'examples.yaml')

describe('data/actors/examples.yaml', () => {
  test.each(examples.map(e => [`${e.why}: ${e.text.slice(0, 40)}`, e] as const))('%s', (_name, example) => {
    const { mentions, offices } = readActors(example.text, { on: example.on })
    for (const [words, ids] of Object.entries(example.mentions ?? {})) {
      const found = mentions.filter(m => m.mention === words).map(m => m.id)
      expect([words, [...new Set(found)].sort()]).toEqual([words, ids.split(' ').sort()])
    }
    for (const words of example.none ?? []) expect(mentions.map(m => m.mention)).not.toContain(words)
    for (const { quote, title, of, person, former } of example.offices ?? [])
      expect(
        offices.map(({ quote, title, of, person, former }) => ({ quote, title, of, person, former })),
      ).toContainEqual({ quote, title, of, person, former: former ?? false })
  })
})

const WORDS = examples.flatMap(e => e.text.split(/(?<=\s)|(?=[.,'])/u))

describe('whatever the text', () => {
  test('a mention is a slice of it, ids are ids, and nothing throws', () => {
    const noise = fc.oneof(
      fc.constantFrom(...WORDS),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('\n', '’s ', ' – '),
    )
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 60 }), parts => {
        const text = parts.join('')
        const { mentions, offices } = readActors(text, { on: '2014-07-17' })
        for (const m of mentions) {
          expect(text.slice(m.start, m.end)).toBe(m.mention)
          expect(m.end).toBeGreaterThan(m.start)
          expect([m.id, actorKind(m.id)]).not.toContain(null)
        }
        for (const o of offices) {
          expect(text.slice(o.start, o.end)).toBe(o.quote)
          if (o.name !== null) expect(text.slice(o.nameStart, o.nameEnd).replace(/\s+/g, ' ')).toBe(o.name)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('mentions come in the order of the text', () => {
    const text = examples.map(e => e.text).join('\n\n')
    const starts = readActors(text, { on: null }).mentions.map(m => m.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  test('boilerplate names nobody', () => {
    const text = 'Iran agreed. Sign up for news from Russia.'
    const at = text.indexOf('Sign')
    const { mentions } = readActors(text, { on: null, boilerplate: [{ start: at, end: text.length }] })
    expect(mentions.map(m => m.id)).toEqual(['IRN'])
  })

  test('a long text is read like its parts', () => {
    const parts = Array.from({ length: 40 }, (_, i) => examples[i % examples.length]?.text ?? '')
    const text = parts.join('\n\n')
    const { mentions } = readActors(text, { on: '2014-07-17' })
    expect(mentions.length).toBeGreaterThan(parts.length)
    expect(mentions.every(m => text.slice(m.start, m.end) === m.mention)).toBe(true)
  })
})

test('who holds an office is read as of the day', () => {
  const holder = (on: string) => readActors('The Iranian president agreed.', { on }).offices[0]?.person
  expect(holder('2012-01-01')).toBe('per:mahmoud-ahmadinejad')
  expect(holder('2014-01-01')).toBe('per:hassan-rouhani')
})

test('a contested place names its other claimant', () => {
  const [mention] = readActors('Nagorno-Karabakh', { on: null }).mentions
  expect(mention).toMatchObject({ id: 'reg:nagorno-karabakh', state: 'AZE', rivals: [{ id: 'ARM' }] })
})
