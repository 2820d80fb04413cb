import { describe, expect, test } from 'vitest'
import { groupSentences } from './sentences.ts'
import { tokenize } from './tokenizer.ts'

const sentences = (text: string): string[] =>
  groupSentences(text, tokenize(text)).map(words => text.slice(words[0]?.start, words[words.length - 1]?.end))

describe('sentence borders', () => {
  test.each<[string, string[]]>([
    ['He left. She stayed.', ['He left.', 'She stayed.']],
    ['Mr. Aliyev met Lt. Gen. Smith of the U.S. Army.', ['Mr. Aliyev met Lt. Gen. Smith of the U.S. Army.']],
    ['He lives in the U.S. The army does not.', ['He lives in the U.S.', 'The army does not.']],
    ['He saw ministries, e.g. The Hague’s. So be it.', ['He saw ministries, e.g. The Hague’s.', 'So be it.']],
    ['Talks on gas begin again\n\n2. What was agreed', ['Talks on gas begin again', '2. What was agreed']],
    ['Two envoys met Monday, May 7, 2012', ['Two envoys met', 'Monday, May 7, 2012']],
    ['The envoys met on Monday, May 7, 2012', ['The envoys met on Monday, May 7, 2012']],
    ['She (b. 1949; m. May 1971) left. He stayed.', ['She (b. 1949; m. May 1971) left.', 'He stayed.']],
    ['"We agree." - The Minister\n\nHe left.', ['"We agree." - The Minister', 'He left.']],
    ['It grew.[citation needed] It fell. [17] So be it.', ['It grew.[citation needed]', 'It fell. [17]', 'So be it.']],
    ['J. R. Smith and Hassan A. Rouhani met.', ['J. R. Smith and Hassan A. Rouhani met.']],
    ['“We agree.” He then left.', ['“We agree.”', 'He then left.']],
    ['"We agree." (He then left.) So be it.', ['"We agree."', '(He then left.)', 'So be it.']],
    ['"Why?" he asked.', ['"Why?" he asked.']],
    ['It fell by 3.5 percent in No. 2 of Aug. 2014.', ['It fell by 3.5 percent in No. 2 of Aug. 2014.']],
    ['The visit ended.The talks go on.', ['The visit ended.', 'The talks go on.']],
    ['Why now? Nobody knows!', ['Why now?', 'Nobody knows!']],
    ['A heading\n\nThe text begins here.', ['A heading', 'The text begins here.']],
    ['The visit ended.\nThe talks go on.', ['The visit ended.', 'The talks go on.']],
    [
      'The foreign ministers of both countries met in Vienna on Monday to\ndiscuss the border.',
      ['The foreign ministers of both countries met in Vienna on Monday to\ndiscuss the border.'],
    ],
    [
      'The foreign ministers of both countries, who had met in Vienna with\nIranian officials, agreed.',
      ['The foreign ministers of both countries, who had met in Vienna with\nIranian officials, agreed.'],
    ],
    [
      'A thaw in the Caucasus\nThe recent announcement of a visit is the latest sign of it.',
      ['A thaw in the Caucasus', 'The recent announcement of a visit is the latest sign of it.'],
    ],
    [
      `${'The ministers agreed on a long list of measures. '.repeat(4)}\nJane Doe is a London-based expert on foreign policy in Asia\nSign up here.`,
      [
        ...Array<string>(4).fill('The ministers agreed on a long list of measures.'),
        'Jane Doe is a London-based expert on foreign policy in Asia',
        'Sign up here.',
      ],
    ],
    ['They met in Baku.[17][18] Talks went on.', ['They met in Baku.[17][18]', 'Talks went on.']],
    ['He said "never."[3] Then he left.', ['He said "never."[3]', 'Then he left.']],
    ['are you sure? why not call. i will.', ['are you sure?', 'why not call.', 'i will.']],
    ['So what? asks nobody. we know.', ['So what? asks nobody. we know.']],
    [
      'The bridge at Narva Photo: Jane Roe. It was closed on Monday.',
      ['The bridge at Narva', 'Photo: Jane Roe.', 'It was closed on Monday.'],
    ],
    [
      'Tuesday, May 4, 2021 Fishermen of both islands met. On 4 May 2021 France sent a ship.',
      ['Tuesday, May 4, 2021', 'Fishermen of both islands met.', 'On 4 May 2021 France sent a ship.'],
    ],
    ['', []],
    [' \n ', []],
  ])('%j', (text, expected) => expect(sentences(text)).toEqual(expected))

  /** As `fold -s` does it. */
  const wrapped = (text: string, width: number): string => {
    const lines: string[] = []
    for (const word of text.split(' ')) {
      const last = lines.pop() ?? ''
      if (last !== '' && last.length + 1 + word.length > width) lines.push(last, word)
      else lines.push(last === '' ? word : `${last} ${word}`)
    }
    return lines.join('\n')
  }

  test.each([60, 80])('a text wrapped at %i has the sentences that it had', width => {
    const text =
      'Talks in Vienna ended on Monday. Both sides, said Mr. Kim, will meet again in the U.S. in May. Who comes? Nobody knows it yet. ' +
      'Ministers of trade spoke of wheat, of gas and of the port at Gwadar, which https://example.org/a-page-with-quite-a-long-address/that/no-line/can-hold shows. So it goes. ' +
      'Envoys left the city on the night train, and the guests of the Grand Hotel never heard of them.'
    expect(sentences(wrapped(text, width)).map(sentence => sentence.replaceAll('\n', ' '))).toEqual(sentences(text))
  })
})
