import type { Sentence, Token } from '../text/index.ts'
import { cells, padEnd, type Screen } from './layout.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

/**
 * A dependency tree in the terminal: a line a word in the order of the sentence, each word hanging from its head, so that
 * the words read downwards and the tree from left to right.
 *
 *   ╭─ Iran       PROPN  nsubj
 *   signed        VERB   root
 *   ╰─ deal       NOUN   obj
 */
export const sentenceTree = ({ tokens }: Sentence, screen: Screen): string[] => {
  const drawn = tokens.length > MOST_DRAWN ? [] : treeRows(tokens, screen)
  const fits = drawn.length > 0 && drawn.every(line => cells(line) <= screen.width)
  return fits ? drawn : listed(tokens)
}

/** A longer sentence is mostly a list or a table, whose tree nobody follows over that many lines. */
const MOST_DRAWN = 300
/** In cells; a longer "word" is an address or noise. */
const WIDEST_FORM = 32

const shownForm = ({ form }: Token): string => {
  const shown = printable(form)
  return cells(shown) <= WIDEST_FORM ? shown : `${[...shown].slice(0, WIDEST_FORM / 2 - 1).join('')}…`
}

const treeRows = (tokens: readonly Token[], { ink, width }: Screen): string[] => {
  const heads = projectiveHeads(tokens.map(({ head }) => head))
  const stems = stemsOf(heads)
  const words = tokens.map((token, i) => `${stems[i]}${shownForm(token)}`)
  const wordWidth = Math.max(...words.map(text => cells(text)))
  const tagWidth = Math.max(...tokens.map(({ upos }) => cells(upos)))
  const relations = tokens.map((token, i) => {
    const head = tokens[token.head]
    // Lines that cross cannot be drawn: the word hangs higher up, and its head is named.
    return heads[i] === token.head || !head ? token.deprel : `${token.deprel} of “${shownForm(head)}”`
  })
  const relationWidth = Math.max(...relations.map(text => cells(text)))
  const lemmas = tokens.map(({ lemma, form }) => (lemma === form ? '' : printable(lemma)))
  const hasRoom = wordWidth + tagWidth + relationWidth + Math.max(...lemmas.map(text => cells(text))) + 6 <= width
  return tokens.map(({ upos, head }, i) => {
    const stem = stems[i] ?? ''
    const form = (words[i] ?? '').slice(stem.length)
    const word = `${ink.faint(stem)}${head < 0 ? ink.strong(form) : form}`
    const relation = padEnd(ink.open(relations[i] ?? ''), hasRoom ? relationWidth : 0)
    const columns = [
      padEnd(word, wordWidth),
      padEnd(upos, tagWidth),
      relation,
      ...(hasRoom ? [ink.faint(lemmas[i] ?? '')] : []),
    ]
    return columns.join('  ').trimEnd()
  })
}

/** The lines before each word: a branch from its head, and the stems of words further up that go on below it. */
const stemsOf = (heads: readonly number[]): string[] => {
  const first = heads.map((_, i) => i)
  const last = heads.map((_, i) => i)
  heads.forEach((head, i) => {
    if (head < 0) return
    first[head] = Math.min(first[head] ?? i, i)
    last[head] = Math.max(last[head] ?? i, i)
  })
  return heads.map((head, i) => {
    if (head < 0) return ''
    let stem = i === first[head] ? '╭─ ' : i === last[head] ? '╰─ ' : '├─ '
    for (let up = heads[head] ?? -1; up >= 0; up = heads[up] ?? -1)
      stem = `${i > (first[up] ?? i) && i < (last[up] ?? i) ? '│' : ' '}  ${stem}`
    return stem
  })
}

/** Heads of a tree without crossing lines: a word whose branch would cross another hangs from its head's head instead. */
const projectiveHeads = (heads: readonly number[]): number[] => {
  const drawn = [...heads]
  const isBelow = (i: number, top: number): boolean => {
    for (let up = i; up >= 0; up = drawn[up] ?? -1) if (up === top) return true
    return false
  }
  const crosses = (i: number): boolean => {
    const head = drawn[i] ?? -1
    for (let k = Math.min(i, head) + 1; head >= 0 && k < Math.max(i, head); k++) if (!isBelow(k, head)) return true
    return false
  }
  const reach = (i: number): number => Math.abs(i - (drawn[i] ?? i))
  for (;;) {
    const crossing = drawn.flatMap((_, i) => (crosses(i) ? [i] : []))
    const shortest = crossing.sort((a, b) => reach(a) - reach(b))[0]
    if (shortest === undefined) return drawn
    drawn[shortest] = drawn[drawn[shortest] ?? -1] ?? -1
  }
}

/** Where a tree does not fit: the words numbered, each with its head's number. */
const listed = (tokens: readonly Token[]): string[] =>
  table(
    [
      { title: 'no', align: 'right' },
      { title: 'word', align: 'left' },
      { title: 'tag', align: 'left' },
      { title: 'relation', align: 'left' },
      { title: 'head', align: 'left' },
    ],
    tokens.map((token, i) => {
      const head = tokens[token.head]
      const of = head ? `${token.head + 1} ${shownForm(head)}` : ''
      return [String(i + 1), shownForm(token), token.upos, token.deprel, of]
    }),
  )
