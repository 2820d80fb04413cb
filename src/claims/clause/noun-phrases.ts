import type { Sentence, Token } from '../../text/index.ts'
import { isMarker } from './markers.ts'
import { isModifier } from './verb-groups.ts'

/** A base noun phrase: from its article or possessor to its head noun. Token indexes, both included. */
export interface NounPhrase {
  readonly from: number
  readonly to: number
  readonly head: number
}

const isNoun = (t: Token | undefined): boolean => t !== undefined && (t.upos === 'NOUN' || t.upos === 'PROPN')
const isPronoun = (t: Token): boolean => t.upos === 'PRON' && /^(PRP|DT|NN|EX|CD)$/.test(t.xpos)

const isWordOfPhrase = (tokens: readonly Token[], i: number): boolean => {
  const t = tokens[i]
  if (!t || isMarker(tokens, i) || t.xpos === 'WRB') return false
  if (['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'].includes(t.upos)) return true
  if (t.xpos === 'PRP$' || t.xpos === 'POS' || t.xpos === 'WP$') return true
  if (t.xpos === 'HYPH' || t.form === '-' || t.form === '–')
    return isNounLike(tokens[i - 1]) && isNounLike(tokens[i + 1])
  if (t.upos === 'ADV') return tokens[i + 1]?.upos === 'ADJ' || isModifier(tokens, i + 1)
  return isModifier(tokens, i)
}

const isNounLike = (t: Token | undefined): boolean =>
  t !== undefined && ['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB', 'X', 'ADV'].includes(t.upos)

const MONTH = /^(January|February|March|April|May|June|July|August|September|October|November|December|(19|20)\d\d)$/
const isCalendar = (t: Token | undefined): boolean => t !== undefined && MONTH.test(t.form)

/** A new phrase begins where an article or possessive follows a noun ("gave Baku the keys"), or a name a date ("in May Ismail Cem"). */
const beginsAnew = (t: Token, before: Token | undefined): boolean =>
  (isCalendar(before) && t.upos === 'PROPN' && !isCalendar(t)) ||
  (isNoun(before) && (t.upos === 'DET' || t.xpos === 'PRP$') && before?.xpos !== 'POS')

/** All base noun phrases of a sentence, in order; a pronoun is one of its own. */
export const nounPhrases = ({ tokens }: Sentence): NounPhrase[] => {
  const phrases: NounPhrase[] = []
  let from = -1
  const close = (end: number) => {
    if (from < 0) return
    let head = end
    while (head > from && !isNoun(tokens[head])) head -= 1
    const noun = tokens[head]
    if (noun && (isNoun(noun) || noun.upos === 'NUM' || noun.upos === 'DET' || noun.upos === 'ADJ'))
      phrases.push({ from, to: isNoun(noun) && !isCalendar(tokens[end]) ? head : end, head: isNoun(noun) ? head : end })
    from = -1
  }
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i] as Token
    if (isPronoun(t)) {
      close(i - 1)
      phrases.push({ from: i, to: i, head: i })
    } else if (isWordOfPhrase(tokens, i)) {
      if (from >= 0 && beginsAnew(t, tokens[i - 1])) close(i - 1)
      if (from < 0) from = i
    } else close(i - 1)
  }
  close(tokens.length - 1)
  return phrases
}

/**
 * A base phrase with what hangs on it by prepositions: "the collapse of the Soviet Union", "relations between A and B".
 * `prepositions`: those that may continue it.
 */
export const longPhrase = (
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  at: NounPhrase,
  prepositions: ReadonlySet<string>,
): NounPhrase => {
  let to = at.to
  for (;;) {
    const link = sentence.tokens[to + 1]
    const joined = link !== undefined && (prepositions.has(link.form.toLowerCase()) || link.lemma === 'and')
    const next = joined
      ? phrases.find(p => p.from >= to + 2 && p.from <= to + 3 && onlyBoth(sentence, to + 2, p.from))
      : undefined
    // "and" goes on only inside a phrase with "between" or between names: "A and B".
    if (!next || (link?.lemma === 'and' && !isList(sentence, to, next))) return { from: at.from, to, head: at.head }
    to = next.to
  }
}

const onlyBoth = ({ tokens }: Sentence, from: number, to: number): boolean =>
  from === to || /^(both|all|the)$/i.test(tokens[from]?.form ?? '')

const isList = ({ tokens }: Sentence, to: number, next: NounPhrase): boolean => {
  const after = tokens[next.to + 1]
  const both = tokens[to]?.upos === 'PROPN' && tokens[next.head]?.upos === 'PROPN'
  return both && !(after !== undefined && (after.upos === 'VERB' || after.upos === 'AUX'))
}
