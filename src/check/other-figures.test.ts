import { describe, expect, test } from 'vitest'
import { act, type ClaimSketch, claimOf, ledgerOf } from '../../test/check/claim-of.ts'
import { eventOf, memoryRecord } from '../../test/check/memory-record.ts'
import { addDays } from '../domain/index.ts'
import { checkLedger } from './index.ts'
import { otherFigure } from './other-figures.ts'

const expelled = (summary: string) =>
  eventOf({ day: '1985-09-12', source: 'GBR', target: 'SUN', type: 'SANCTION', summary })
const claimed = (quote: string, more: Partial<ClaimSketch> = {}) => claimOf({ type: 'event', quote, ...more })

describe('a number in a claim against an account of the act', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['London expelled six diplomats', 'Britain expelled four Soviet diplomats.', true],
    ['London expelled four diplomats', 'Britain expelled four Soviet diplomats.', false],
    ['London expelled 25 diplomats', 'Britain expelled more than twenty diplomats.', false],
    ['London expelled more than twenty diplomats', 'Britain expelled 25 diplomats.', false],
    ['London expelled up to ten diplomats', 'Britain expelled 25 diplomats.', true],
    ['London expelled 22 citizens', 'Britain expelled 22 people.', false],
    ['London expelled thirty citizens', 'Britain expelled 22 people.', true],
    ['London expelled six diplomats', 'Britain gave the diplomats four days to leave.', false],
    ['London expelled six diplomats', 'Britain expelled the diplomats.', false],
    ['London expelled 31 Russians', 'Britain expelled 25 diplomats and six journalists.', false],
    ['London expelled 31 diplomats', 'Britain expelled 25 diplomats, then six more diplomats.', false],
  ]
  test.each(rows)('%s: %s', (quote, summary, differs) =>
    expect(otherFigure(claimed(quote), expelled(summary)) !== null).toBe(differs),
  )
  test('about six may be seven', () => {
    const hedge = { words: ['about'], start: 0, end: 5, kind: 'approximation' as const }
    expect(otherFigure(claimed('about six diplomats left', { hedge }), expelled('Seven diplomats left.'))).toBeNull()
    expect(otherFigure(claimed('six diplomats left'), expelled('Seven diplomats left.'))).toEqual({
      claimed: 6,
      told: 7,
    })
  })
})

describe('the verdict', () => {
  const talks = Array.from({ length: 40 }, (_, i) =>
    eventOf(
      {
        ...{ day: addDays('1984-01-10', 20 * i), source: 'GBR', target: 'SUN', type: 'CONSULT' as const },
        summary: 'Officials of Britain and the Soviet Union talked.',
      },
      i + 1,
    ),
  )
  const record = memoryRecord([...talks, expelled('Britain expelled 25 Soviet diplomats as spies.')])
  const judge = async (quote: string) => {
    const sketch: ClaimSketch = {
      ...{ type: 'event', quote, actors: ['GBR', 'SUN'], when: '1985-09-01/1985-09-30' },
      event: { type: 'SANCTION', source: 'GBR', target: 'SUN' },
      reading: act(['expel', 'diplomat']),
    }
    const { claims } = await checkLedger(ledgerOf([sketch], '1985-12-31'), record, { asOf: ['1985-12-31'] })
    return claims[0]?.verdicts[0]
  }
  test('the number on record', async () =>
    expect(await judge('London expelled 25 diplomats')).toMatchObject({ verdict: 'supported' }))
  test('another number', async () => {
    const verdict = await judge('London expelled 41 diplomats')
    expect(verdict).toMatchObject({ verdict: 'contradicted' })
    expect(verdict?.because).toMatch(/of 25, not 41/)
    expect(verdict?.receipts[0]).toMatchObject({ day: '1985-09-12', bearing: 'against' })
  })
})
