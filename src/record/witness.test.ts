import { expect, test } from 'vitest'
import { independent, witnesses } from './witness.ts'

test.each([
  ['Press TV', ['press tv']],
  ['Fars (via The Iran Project)', ['fars']],
  ['WION (AFP)', ['agence france-presse']],
  ['Iran.ru (Mehr, Trend)', ['mehr news', 'trend']],
  ['ISNA/Trend (via Azerbaijan Foundation)', ['isna/trend']],
  ['The Times of Israel', ['times of israel']],
  ['Bible Prophecy Blog (quoting the Times of Israel)', ['times of israel']],
  ['ITAR-TASS (via Armenian Diaspora)', ['tass']],
])('%s is the word of %j', (publisher, names) => expect(witnesses(publisher)).toEqual(names))

test('reprints of one agency are one witness', () =>
  expect(independent(['AFP', 'WION (AFP)', 'AFP (via Khaleej Times)', 'Reuters'])).toBe(2))
