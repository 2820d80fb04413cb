import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse, analyseWords } from '../analyse.ts'
import { conlluOf, looksLikeConllu, readConllu, textOfConllu, writeConllu } from './index.ts'

const GOLD = `# newdoc id = notes
# sent_id = a-1
# text = They don't meet in Vienna; ministers wanna.
1	They	_	_	_	_	_	_	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	x	VERB	_	_	9	dep	9:dep	_
3	n't	_	_	_	_	_	_	_	CorrectForm=not
4	meet	_	_	_	_	_	_	_	_
5	in	_	_	_	_	_	_	_	_
6	Vienna	_	_	_	_	_	_	_	SpaceAfter=No
7	;	_	_	_	_	_	_	_	_
8	ministers	_	_	_	_	_	_	_	_
9-10	wanna	_	_	_	_	_	_	_	SpaceAfter=No
9	want	_	_	_	_	_	_	_	_
10	to	_	_	_	_	_	_	_	_
10.1	meet	meet	VERB	_	_	_	_	9:xcomp	_
11	.	_	_	_	_	_	_	_	_

# sent_id = a-2
1	Iran	_	_	_	_	_	_	_	_
2	agreed	_	_	_	_	_	_	_	SpaceAfter=No
3	.	_	_	_	_	_	_	_	_

`

const parsed = (file: string): string => {
  const sentences = readConllu(file, 'x.conllu')
  const read = analyseWords(textOfConllu(sentences).sentences)
  return sentences.map((sentence, i) => writeConllu(sentence, read[i]?.tokens ?? [])).join('')
}

/** A line of columns with those that the reading fills taken out. */
const kept = (file: string): string[] =>
  file.split('\n').map(line => {
    const columns = line.split('\t')
    return /^\d+$/.test(columns[0] ?? '') ? [...columns.slice(0, 2), ...columns.slice(8)].join('\t') : line
  })

describe('a file with its words given', () => {
  test('keeps comments, ranges, empty nodes, words, DEPS and MISC; a missing text is added', () => {
    const added = GOLD.replace('# sent_id = a-2\n', '# sent_id = a-2\n# text = Iran agreed.\n')
    expect(kept(parsed(GOLD))).toEqual(kept(added))
  })

  test('fills the six columns of every word, whatever stood there', () => {
    const words = parsed(GOLD)
      .split('\n')
      .filter(line => /^\d+\t/.test(line))
      .map(line => line.split('\t'))
    expect(words).toHaveLength(14)
    for (const [, , lemma, upos, xpos, feats, head, deprel] of words) {
      expect([lemma, upos, xpos, deprel]).not.toContain('_')
      expect(feats).toMatch(/^(?:_|[A-Z]\w*=\w+(?:\|[A-Z]\w*=\w+)*)$/)
      expect(head).toMatch(/^\d+$/)
    }
    expect(words.filter(([, , , , , , head]) => head === '0').map(([, , , , , , , deprel]) => deprel)).toEqual([
      'root',
      'root',
    ])
    expect(words[1]?.slice(1, 4)).toEqual(['do', 'do', 'AUX'])
  })

  test('what is written reads the same again, byte for byte', () => {
    const once = parsed(GOLD)
    expect(parsed(once)).toBe(once)
    expect(parsed(once.replaceAll('\n', '\r\n'))).toBe(once)
  })

  test('its words stand in its text; those of a range that they do not spell stand for the whole of it', () => {
    const { text, sentences } = textOfConllu(readConllu(GOLD, 'x'))
    expect(text).toBe("They don't meet in Vienna; ministers wanna.\nIran agreed.")
    expect(sentences.flat().map(({ start, end }) => text.slice(start, end))).toEqual(
      "They do n't meet in Vienna ; ministers wanna wanna . Iran agreed .".split(' '),
    )
    expect(sentences.flat().map(({ form }) => form)).toEqual(
      "They do n't meet in Vienna ; ministers want to . Iran agreed .".split(' '),
    )
  })

  test('a text that its words do not make is left aside', () => {
    const file = '# text = Something else\n1\tIran\t_\t_\t_\t_\t_\t_\t_\t_\n'
    expect(textOfConllu(readConllu(file, 'x')).text).toBe('Iran')
  })
})

describe('telling it from prose', () => {
  test.each([
    [GOLD, true],
    ['\n\n1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n', true],
    ['# A heading in Markdown\n\nIran agreed.\n', false],
    ['1\tIran\tagreed\n', false],
    ['2014\ta\tb\tc\td\te\tf\tg\th\ti\n', false],
    ['# nothing but a comment\n', false],
    ['', false],
  ])('%j', (text, expected) => expect(looksLikeConllu(text)).toBe(expected))
})

describe('faults are named with file, line and remedy', () => {
  const word = (id: string, form = 'x') => `${id}\t${form}${'\t_'.repeat(8)}`
  test.each([
    ['1\tIran\t_', 'x.conllu, line 1: 3 columns instead of 10', /parted by tabs/],
    ['1  Iran  _  _', 'x.conllu, line 1: 1 column instead of 10', /not by spaces/],
    [`${word('1')}\n${word('3')}`, 'x.conllu, line 2: word 3 where 2 is due', /1, 2, 3/],
    [`${word('1')}\n${word('1')}`, 'x.conllu, line 2: word 1 where 2 is due', /blank line/],
    [word('one'), 'x.conllu, line 1: "one" is no number of a word', /empty nodes 1\.1/],
    [word('1', ''), 'x.conllu, line 1: the column FORM is empty', /_/],
    [`${word('2-1')}`, 'x.conllu, line 1: the range 2-1 where 1 is due', /1, 2, 3/],
    [`${word('1-1')}`, 'x.conllu, line 1: the range 1-1 runs backwards or covers one word', /1-2/],
    [`${word('1-2')}\n${word('1')}`, 'x.conllu, line 3: the sentence ends within the range 1-2', /each word/],
    [
      `${word('1-2')}\n${word('1')}\n${word('2-3')}`,
      'x.conllu, line 3: the range 2-3 begins within another',
      /one range/,
    ],
    [`${word('1')}\n${word('2.1')}`, 'x.conllu, line 2: the empty node 2.1 does not follow word 2', /behind/],
    [`${word('0.1')}\n`, 'x.conllu, line 2: the sentence before has no words', /Number/],
    [`${word('1')}\n# late`, 'x.conllu, line 2: a comment stands inside a sentence', /blank line/],
    ['# only this\n', 'x.conllu, line 2: the file holds no sentences', /words/],
  ])('%j', (file, message, hint) => {
    expect(() => readConllu(`${file}${file.endsWith('\n') ? '' : '\n'}`, 'x.conllu')).toThrowError(
      expect.objectContaining({ exitCode: 3, message, hint: expect.stringMatching(hint) }),
    )
  })
})

describe('any text', () => {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom("don't", 'cannot', 'Iran’s', ' ', '. ', '\n\n', 'states’ ', '\t', '-', '…', '👍🏽'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  )
  const anyText = fc.array(piece, { maxLength: 24 }).map(pieces => pieces.join(''))

  test('offsets name the words in the text, and the lines read back as the same words', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { sentences } = analyse(text)
        const lines = sentences.map((sentence, i) => conlluOf(text, sentence, i + 1))
        const file = sentences.map(({ tokens }, i) => writeConllu(lines[i] as (typeof lines)[number], tokens)).join('')
        fc.pre(sentences.length > 0)
        const again = readConllu(file, 'x')
        expect(again.map(({ rows }) => rows.map(({ kind, first, last }) => ({ kind, first, last })))).toEqual(
          lines.map(({ rows }) => rows.map(({ kind, first, last }) => ({ kind, first, last }))),
        )
        again.forEach(({ comments, rows }, i) => {
          const number = (name: string) =>
            Number(comments.find(line => line.startsWith(`# ${name} = `))?.split(' = ')[1])
          const [start, end] = [number('start_char'), number('end_char')]
          expect([start, end]).toEqual([sentences[i]?.start, sentences[i]?.end])
          for (const { columns } of rows) {
            const [, from, to] = /start_char=(\d+)\|end_char=(\d+)$/.exec(columns[9] ?? '') ?? []
            expect(text.slice(Number(from), Number(to))).toBe(columns[1])
          }
        })
        const given = textOfConllu(again)
        expect(given.sentences.map(words => words.map(({ form }) => form))).toEqual(
          sentences.map(({ tokens }) => tokens.map(({ form }) => form)),
        )
        for (const { start, end, form } of given.sentences.flat()) expect(given.text.slice(start, end)).toBe(form)
        expect(again.map(({ comments }) => comments.find(line => line.startsWith('# text = '))?.slice(9))).toEqual(
          given.sentences.map(words => given.text.slice(words[0]?.start, words.at(-1)?.end)),
        )
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ["Iran's minister didn't go.", ["1-2 Iran's", "4-5 didn't"]],
  ['The states’ borders cannot move.', ['2-3 states’', '5-6 cannot']],
  ['A north-south road (new).', []],
])('%s: contractions have a range', (text, expected) => {
  const sentence = analyse(text).sentences[0]
  const rows = sentence ? conlluOf(text, sentence, 1).rows : []
  expect(rows.filter(({ kind }) => kind === 'range').map(({ columns }) => columns.slice(0, 2).join(' '))).toEqual(
    expected,
  )
})
