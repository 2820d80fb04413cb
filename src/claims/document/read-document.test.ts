import { readFileSync } from 'node:fs'
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
