import { expect, test } from 'vitest'
import { claimsOf } from './one-sentence.fixture.ts'

const membershipIn = (text: string) =>
  claimsOf(text).flatMap(c => (c.reading.kind === 'membership' ? [[c.reading.member, c.reading.group, c.negated]] : []))

test.each([
  ['Norway is a member of NATO.', ['NOR', 'org:nato', false]],
  ["Norway has large ports. It isn't a member of the European Union.", ['NOR', 'org:european-union', true]],
])('%s', (text, reading) => expect(membershipIn(text)).toEqual([reading]))

/** The pair of the last sentence's claim about relations. */
const pairsIn = (text: string) => {
  const claims = claimsOf(text)
  const last = claims.filter(c => c.sentence === claims.at(-1)?.sentence)
  return last.flatMap(c => (c.reading.kind === 'relation' ? [c.reading.pair.join('-')] : [])).at(-1)
}

/** Whose relations a sentence speaks of; the text is about Kenya and Uganda. */
const LAKE = 'Relations between Kenya and Uganda are good. Kenya and Uganda signed a treaty.'
test.each([
  [`${LAKE} Relations have improved.`, 'KEN-UGA'],
  [`${LAKE} Kenya says that relations have improved.`, 'KEN-UGA'],
  [`${LAKE} Uganda built a road. Relations with Rwanda have deteriorated.`, 'RWA-UGA'],
  [`${LAKE} Kenya built a road. Relations with Rwanda have deteriorated.`, 'RWA-KEN'],
  [`${LAKE} Peru and Chile signed a treaty, and relations have improved.`, 'PER-CHL'],
  [`${LAKE} Relations between Rwanda and Burundi have deteriorated.`, 'RWA-BDI'],
])('%s', (text, pair) => expect(pairsIn(text)).toBe(pair))
test('a sentence that names only others does not fall to the pair in hand', () =>
  expect(pairsIn(`${LAKE} In Peru the opposition says that relations have improved.`)).not.toBe('KEN-UGA'))

test('to call somebody something, or for something, is no telephone call', () => {
  const [called] = claimsOf('Kenya called Uganda a good neighbour.')
  expect(called?.event?.type ?? null).toBeNull()
  expect(claimsOf('The president telephoned his Ugandan counterpart.')[0]?.event).toMatchObject({ type: 'CONSULT' })
})

test.each([
  ['As the talks in Nairobi demonstrate, Kenya and Uganda distrust each other.', 'demonstrate'],
  ['Uganda, as recent clashes in Rwanda show, cannot close the border with Kenya.', 'show'],
])('what something shows is claimed, not that it shows: %s', (text, verb) => {
  const quotes = claimsOf(text).map(({ quote }) => quote)
  expect(quotes.length).toBeGreaterThan(0)
  expect(quotes.filter(quote => quote.includes(verb))).toEqual([])
})
