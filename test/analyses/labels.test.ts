import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CLAIM_TYPES, isDay } from '../../src/domain/index.ts'

/** The labelled analyses keep their form: every quote stands where it says, every row can be compared. */
interface Label {
  row: number
  quote: string
  start: number
  end: number
  types: string[]
  hedge: string | null
  attribution: string
  attribution_actor: string | null
  actors: string[]
  negated: boolean
  verdicts: Record<string, string[]>
}
interface Span {
  quote: string
  start: number
  end: number
}
interface DocumentFacts {
  author: string
  date: { must_contain: string; must_lie_in: [string, string]; reasons: string[] }
  boilerplate: Span[]
  argument: { thesis_row: number | null; drivers: { rows: number[] }[]; conclusion_rows: number[] }
}

const HERE = dirname(fileURLToPath(import.meta.url))
const folders = readdirSync(HERE, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && existsSync(join(HERE, entry.name, 'claims.jsonl')))
  .map(entry => entry.name)

const read = (folder: string, file: string): string => readFileSync(join(HERE, folder, file), 'utf8')
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase()

test('four analyses of the development set are here', () => expect(folders.length).toBeGreaterThanOrEqual(4))

describe.each(folders)('%s', folder => {
  const text = read(folder, 'text.txt')
  const labels = read(folder, 'claims.jsonl')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Label)
  const facts = JSON.parse(read(folder, 'document.json')) as DocumentFacts
  const breaking = (rule: (label: Label) => boolean): number[] => labels.filter(l => !rule(l)).map(l => l.row)

  test('rows are numbered in order and no span is listed twice', () => {
    expect(labels.map(l => l.row)).toEqual(labels.map((_, i) => i + 1))
    expect(new Set(labels.map(l => `${l.start}-${l.end}`)).size).toBe(labels.length)
  })
  test('quotes stand where they say', () => {
    expect(breaking(l => l.quote.length > 0 && text.slice(l.start, l.end) === l.quote)).toEqual([])
    expect(facts.boilerplate.filter(b => text.slice(b.start, b.end) !== b.quote)).toEqual([])
  })
  test('no claim is made in boilerplate', () => {
    expect(breaking(l => !facts.boilerplate.some(b => l.start < b.end && b.start < l.end))).toEqual([])
  })
  test('types are those of the contract, states have three letters', () => {
    const known = new Set<string>(CLAIM_TYPES)
    expect(breaking(l => l.types.length > 0 && l.types.every(type => known.has(type)))).toEqual([])
    expect(breaking(l => [...l.actors, l.attribution_actor ?? 'AAA'].every(id => /^[A-Z]{3}$/.test(id)))).toEqual([])
  })
  test('hedging words stand inside their claim', () => {
    const inside = ({ hedge, quote }: Label) =>
      hedge === null || hedge === 'any' || hedge.split('; ').every(word => oneLine(quote).includes(oneLine(word)))
    expect(breaking(inside)).toEqual([])
  })
  test("verdicts speak of the document's own day", () => {
    const { must_contain: day, must_lie_in: bounds, reasons } = facts.date
    expect([day, ...bounds].every(isDay) && bounds[0] <= day && day <= bounds[1] && reasons.length > 0).toBe(true)
    expect(breaking(l => Object.keys(l.verdicts).every(asOf => asOf === day))).toEqual([])
  })
  test('the argument names rows that exist, and the author is in the text', () => {
    const { thesis_row, drivers, conclusion_rows } = facts.argument
    const named = [...(thesis_row === null ? [] : [thesis_row]), ...drivers.flatMap(d => d.rows), ...conclusion_rows]
    expect(named.filter(row => !labels.some(l => l.row === row))).toEqual([])
    expect(text).toContain(facts.author)
  })
})
