import { describe, expect, it } from 'vitest'
import { directionAround } from './direction.ts'
import { patternEntries } from './matches.ts'
import { meanings } from './meaning/index.ts'
import { readTimes } from './read-times.ts'
import { tenseWords } from './vocabulary.ts'

const DATE = { from: '2014-07-17', to: '2014-07-17' }

describe('data/times/patterns', () => {
  for (const pattern of patternEntries()) {
    it(`${pattern.name}: yields a known meaning`, () => expect(Object.keys(meanings)).toContain(pattern.yields))
    it(`${pattern.name}: has examples`, () => expect((pattern.examples ?? pattern.not ?? []).length).toBeGreaterThan(0))

    for (const { text, reads } of pattern.examples ?? []) {
      it(`reads ${reads} in ${text}`, () => {
        const said = readTimes(text, { date: DATE }).map(time => {
          const place = time.from === null ? 'null' : `${time.from}..${time.to}`
          return `${time.mention} | ${time.value} | ${place}`
        })
        expect(said).toContain(reads)
      })
    }

    for (const text of pattern.not ?? []) {
      it(`reads nothing in ${text}`, () =>
        expect(readTimes(text, { date: DATE }).map(time => time.mention)).toEqual([]))
    }
  }
})

describe('data/times/tense.yaml', () => {
  for (const { text, time, direction } of [...tenseWords().future.examples, ...tenseWords().past.examples]) {
    it(`puts ${time} in the ${direction}: ${text}`, () => {
      const start = text.indexOf(time)
      expect(directionAround(text, start, start + time.length)).toBe(direction)
    })
  }
})
