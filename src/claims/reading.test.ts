import { expect, test } from 'vitest'
import { claimsOf } from './one-sentence.fixture.ts'

const membershipIn = (text: string) =>
  claimsOf(text).flatMap(c => (c.reading.kind === 'membership' ? [[c.reading.member, c.reading.group, c.negated]] : []))

test.each([
  ['Norway is a member of NATO.', ['NOR', 'org:nato', false]],
  ["Norway has large ports. It isn't a member of the European Union.", ['NOR', 'org:european-union', true]],
])('%s', (text, reading) => expect(membershipIn(text)).toEqual([reading]))
