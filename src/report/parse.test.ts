import { describe, expect, test } from 'vitest'
import type { Sentence, TimeMention } from '../text/index.ts'
import { coloured, plain } from './ink.ts'
import { cells } from './layout.ts'
import { parsedJson, parsedTerminal } from './parse.ts'

/** Words with head (from 1, 0 for the root) and relation; text is the words with blanks. */
const sentenceOf = (...words: (readonly [form: string, head: number, deprel: string])[]) => {
  let at = 0
  const tokens = words.map(([form, head, deprel], i) => {
    const start = at
    at += form.length + 1
    const upos = deprel === 'punct' ? 'PUNCT' : 'NOUN'
    return {
      i,
      start,
      end: at - 1,
      form,
      lemma: form.toLowerCase(),
      upos,
      xpos: 'NN',
      feats: {},
      head: head - 1,
      deprel,
    }
  })
  const sentence: Sentence = { start: 0, end: at - 1, tokens }
  return { text: words.map(([form]) => form).join(' '), sentence }
}

/** What stands below the sentence itself. */
const treeOf = ({ text, sentence }: ReturnType<typeof sentenceOf>, width = 80, ink = plain): string[] => {
  const printed = parsedTerminal(text, sentence, [], { width, ink })
  return printed
    .slice(printed.indexOf('\n\n') + 2)
    .trimEnd()
    .split('\n')
}

const VISIT = sentenceOf(
  ['The', 2, 'det'],
  ['president', 3, 'nsubj'],
  ['visited', 0, 'root'],
  ['Baku', 3, 'obj'],
  ['of', 6, 'case'],
  ['old', 4, 'nmod'],
  ['.', 3, 'punct'],
)

describe('a tree', () => {
  test('hangs each word from its head, in the order of the sentence', () => {
    expect(treeOf(VISIT)).toEqual([
      '   ╭─ The     NOUN   det    the',
      '╭─ president  NOUN   nsubj',
      'visited       NOUN   root',
      '├─ Baku       NOUN   obj    baku',
      '│  │  ╭─ of   NOUN   case',
      '│  ╰─ old     NOUN   nmod',
      '╰─ .          PUNCT  punct',
    ])
  })

  test('where lines would cross, the word hangs higher and its head is named', () => {
    const lines = treeOf(
      sentenceOf(['hearing', 2, 'nsubj'], ['is', 0, 'root'], ['set', 2, 'xcomp'], ['on', 5, 'case'], ['it', 1, 'nmod']),
    )
    expect(lines).toEqual([
      '╭─ hearing  NOUN  nsubj',
      'is          NOUN  root',
      '├─ set      NOUN  xcomp',
      '│  ╭─ on    NOUN  case',
      '╰─ it       NOUN  nmod of “hearing”',
    ])
  })

  test('is a list of words and heads where it is too wide or too long', () => {
    const chain = sentenceOf(...Array.from({ length: 40 }, (_, i) => [`w${i + 1}`, i, i ? 'dep' : 'root'] as const))
    const lines = treeOf(chain, 60)
    expect(lines[0]).toMatch(/^no +word +tag +relation +head$/)
    expect(lines[3]?.split(/ +/).filter(Boolean)).toEqual(['3', 'w3', 'NOUN', 'dep', '2', 'w2'])
    for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(60)
  })

  test('shows neither control characters nor endless words as they are', () => {
    const lines = treeOf(sentenceOf(['a\u001b[31mb', 0, 'root'], ['x'.repeat(5000), 1, 'dep']))
    expect(lines.join('\n')).not.toContain('\u001b')
    for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(80)
  })

  test('colours change no column', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours
    expect(treeOf(VISIT, 80, coloured).map(line => line.replace(/\u001b\[\d+m/g, ''))).toEqual(treeOf(VISIT))
  })
})

const TIME: TimeMention = {
  start: 4,
  end: 13,
  mention: 'early May',
  from: '2014-05-01',
  to: '2014-05-10',
  value: '2014-05',
  mod: 'early',
  grain: 'month',
  basis: 'relative',
  kind: 'point',
  direction: 'past',
  signal: null,
}

test('times stand below the tree', () => {
  const { text, sentence } = VISIT
  expect(parsedTerminal(text, sentence, [TIME], { width: 80, ink: plain })).toContain(
    '\n\n“early May”: 2014-05 early, 2014-05-01 to 2014-05-10 (relative)\n',
  )
})

test('JSON has the fields of the contract, in its order', () => {
  const { text, sentence } = VISIT
  const json = JSON.parse(JSON.stringify(parsedJson(text, [{ sentence, times: [TIME] }])))
  expect(Object.keys(json)).toEqual(['schema', 'text', 'sentences'])
  const [only] = json.sentences
  expect(Object.keys(only)).toEqual(['start', 'end', 'tokens', 'times'])
  expect(Object.keys(only.tokens[0])).toEqual('start end form lemma upos feats head deprel'.split(' '))
  expect(only.tokens.map((t: { head: number }) => t.head)).toEqual([2, 3, 0, 3, 6, 4, 3])
  expect(Object.keys(only.times[0])).toEqual('start end mention from to value mod grain basis kind'.split(' '))
})
