import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenize } from './tokenizer.ts'

const cut = (text: string): string =>
  tokenize(text)
    .map(word => word.form)
    .join(' ')

describe('words are cut as in the English Web Treebank', () => {
  test.each([
    ["They don't know.", "They do n't know ."],
    ['They don’t know.', 'They do n’t know .'],
    [
      "It's Baku's; we'll see, I'd say they're, they've.",
      "It 's Baku 's ; we 'll see , I 'd say they 're , they 've .",
    ],
    ['Azerbaijan’s and the States’ role', 'Azerbaijan ’s and the States ’ role'],
    ['He cannot go.', 'He can not go .'],
    ['Azerbaijani-Iranian relations', 'Azerbaijani - Iranian relations'],
    ['the Nagorno-Karabakh conflict', 'the Nagorno - Karabakh conflict'],
    ['Al-Qaeda, al-Assad', 'Al - Qaeda , al - Assad'],
    [
      'anti-Iranian co-operation in non-proliferation, mid-1990s',
      'anti-Iranian co-operation in non-proliferation , mid-1990s',
    ],
    ['a state-of-the-art radar', 'a state - of - the - art radar'],
    ['the 2013–2014 talks', 'the 2013 – 2014 talks'],
    ['talks--in Baku—failed – again', 'talks -- in Baku — failed – again'],
    ['wait... what… now', 'wait ... what … now'],
    ['the U.S. and the U.K. met', 'the U.S. and the U.K. met'],
    ['Lt. Gen. Smith, Mr. Aliyev and Dr. No', 'Lt. Gen. Smith , Mr. Aliyev and Dr. No'],
    ['Resolution No. 2 of Aug. 5', 'Resolution No. 2 of Aug. 5'],
    ['He said no. Then he left.', 'He said no . Then he left .'],
    ['$1.5 billion, 1,200 men, 20% of it', '$ 1.5 billion , 1,200 men , 20 % of it'],
    ['at 10:30 on the 5th in the 1990s (9/11)', 'at 10:30 on the 5th in the 1990s ( 9/11 )'],
    ['10-20 people', '10 - 20 people'],
    ['see https://example.org/a_b?c=d, or mail a.b@c.org.', 'see https://example.org/a_b?c=d , or mail a.b@c.org .'],
    ['"Yes," he said. “No.”', '" Yes , " he said . “ No . ”'],
    ["'Peace' in '94", "' Peace ' in '94"],
    ["O'Brien met the Shi'ite cleric", "O'Brien met the Shi'ite cleric"],
    ['10km, 3bn, 10am, 737MAX and Mi-8s', '10 km , 3 bn , 10 am , 737MAX and Mi - 8s'],
    ['US$4.5 or $3bn', 'US$ 4.5 or $ 3 bn'],
    ['born c. 1818 in plan c.', 'born c. 1818 in plan c .'],
    ['and/or', 'and / or'],
    ['AT&T', 'AT&T'],
    ['i dont know, thats all', 'i do nt know , that s all'],
    ['Mr. Im met her; Cant did not', 'Mr. Im met her ; Cant did not'],
    ['its a pity, but its army is strong', 'it s a pity , but its army is strong'],
    ['thanks :) see you ;-) :(', 'thanks :) see you ;-) :('],
    ['(as follows: (a) this)', '( as follows : ( a ) this )'],
    ['#talks and @unhcr', '#talks and @unhcr'],
    ["the 80's and the 1990's", "the 80's and the 1990's"],
    ['call 853-3242 at 7:30pm', 'call 853-3242 at 7:30 pm'],
    ['pre- and post-war trade', 'pre- and post-war trade'],
    ['CCGM, Inc.. Further, oil, gas, etc.', 'CCGM , Inc. . Further , oil , gas , etc .'],
    ['really?! No.?', 'really ?! No .?'],
    ['<<text>> b/c', '<< text >> b/c'],
    ['Hobbs on Mass.\n\nAbsolutely', 'Hobbs on Mass . Absolutely'],
  ])('%s', (text, expected) => expect(cut(text)).toBe(expected))
})

test('every word is a stretch of the text, in order, and no letter is lost', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom("n't", '’s', '. ', '-', 'U.S.', '\n', '...', '\ud83d', 'http://', '@', '3,', 'No. '),
  )
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const text = pieces.join('')
      const words = tokenize(text)
      let last = 0
      for (const { start, end, form } of words) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end)).toBe(form)
        expect(
          text
            .slice(last, start)
            .trim()
            .replace(/[\u200b\ufeff]/g, ''),
        ).toBe('')
        last = end
      }
    }),
  )
})

test('a long run without blanks is cut in time', () => {
  const words = tokenize('x'.repeat(10_000))
  expect(words.map(word => word.form).join('')).toHaveLength(10_000)
})
