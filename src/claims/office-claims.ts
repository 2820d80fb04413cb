import type { Draft } from './draft.ts'
import type { PageSentence } from './page.ts'

/** Offices that a text gives to people: "Norwegian Prime Minister Jens Stoltenberg" asserts that he held it. */
export const officeClaims = (s: PageSentence): Draft[] =>
  s.offices
    .filter(office => office.name !== null)
    .map(office => {
      // The article is part of the phrase: "the Supreme Leader …".
      const first = s.sentence.tokens.findIndex(t => t.end > office.start)
      const before = s.sentence.tokens[first - 1]
      const possessive = before !== undefined && (before.xpos === 'PRP$' || before.lemma === 'the')
      return {
        start: possessive ? before.start : office.start,
        end: office.end,
        sentence: s.index,
        type: 'attribute' as const,
        rule: null,
        own: s.sentence.tokens.filter(t => t.start >= office.start && t.end <= office.end).map(t => t.i),
        clause: null,
        clauseIndex: null,
        phrase: null,
        office,
        condition: null,
      }
    })
