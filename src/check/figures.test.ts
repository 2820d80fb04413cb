import { describe, expect, test } from 'vitest'
import { figuresIn } from './figures.ts'

const read = (text: string): string[] =>
  figuresIn(text).map(f => `${f.bound === 'exact' ? '' : `${f.bound} `}${f.value}`)

describe('numbers in sentences', () => {
  test.each([
    ['The sides signed one agreement and three memoranda.', ['1', '3']],
    ['More than thirty Azerbaijanis had been killed so far.', ['least 30']],
    ['Up to 1,960 troops were sent.', ['most 1960']],
    ['Deals worth about 1.6 billion dollars were confirmed.', ['1600000000']],
    ['A hundred men and a dozen women crossed.', ['100', '12']],
    ['Twenty-five ships sailed.', ['25']],
    ['At least fifteen people died.', ['least 15']],
    ['They met on 9 April 2014 and again on May 3.', []],
    ['In 2012 nobody was hurt.', []],
    ['The first visit in 38 years.', ['38']],
    ['No number at all.', []],
  ])('%s', (text, figures) => expect(read(text)).toEqual(figures))
})

test('a number knows what it counts', () => {
  const [dead] = figuresIn('Seven soldiers of the brigade died.')
  expect(dead?.counts.has('sold')).toBe(true)
})
