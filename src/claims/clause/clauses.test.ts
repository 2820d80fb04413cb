import { describe, expect, test } from 'vitest'
import { analyse } from '../../text/index.ts'
import { clausesOf } from './index.ts'

const CONTENT = new Set(['say', 'know', 'realise', 'announcement', 'fear', 'announce'])

/** "kind: subject | body" of each clause of a sentence. */
const cut = (text: string): string[] => {
  const sentence = analyse(text).sentences[0]
  if (!sentence) return []
  const words = (range: { from: number; to: number } | null) => {
    const [first, last] = [sentence.tokens[range?.from ?? -1], sentence.tokens[range?.to ?? -1]]
    return first && last ? text.slice(first.start, last.end) : '–'
  }
  return clausesOf(sentence, lemma => CONTENT.has(lemma)).clauses.map(
    c => `${c.kind}: ${words(c.subject)} | ${words(c.body)}`,
  )
}

describe('clauses', () => {
  test.each([
    ['The minister visited Oslo.', ['main: The minister | visited Oslo']],
    [
      'The minister said that the border would stay open.',
      ['main: The minister | said', 'complement: the border | would stay open'],
    ],
    ['Oslo knows the treaty is dead.', ['main: Oslo | knows', 'complement: the treaty | is dead']],
    [
      'The announcement that the king will visit Oslo is a surprise.',
      ['complement: the king | will visit Oslo', 'main: The announcement | is a surprise'],
    ],
    [
      'The government, which faces a revolt, can be an ally.',
      ['relative: The government | faces a revolt', 'main: The government | can be an ally'],
    ],
    [
      'While the terms stay secret, an agreement was signed.',
      ['adverbial: the terms | stay secret', 'main: an agreement | was signed'],
    ],
    [
      'The king visited Oslo and met the prime minister.',
      ['main: The king | visited Oslo', 'conjunct: The king | met the prime minister'],
    ],
    [
      'A war would close the port and provide a pretext.',
      ['main: A war | would close the port', 'conjunct: A war | provide a pretext'],
    ],
    ['The rebels are said to have fled.', ['main: The rebels | are said to have fled']],
    ['This might, in due course, promote peace.', ['main: This | might, in due course, promote peace']],
  ])('%s', (text, expected) => expect(cut(text)).toEqual(expected))
})
