import type { Document, Sentence, Token } from '../../../text/index.ts'

/** How the clause around a word is put in time; null where no verb says. */
export type ClauseTense = 'past' | 'perfect' | 'present' | 'future' | null

const COMING = new Set('will shall would may might could should must can'.split(' '))
/** Verbs and adjectives whose infinitive lies ahead. */
const LEADS_AHEAD = new Set(
  'plan expect schedule intend hope set due agree announce promise want prepare aim seek slate propose vow pledge invite decide likely poised ready'.split(
    ' ',
  ),
)

/** The sentence and token at an offset. */
export const wordAt = (document: Document, offset: number): { sentence: Sentence; token: Token } | null => {
  const sentence = sentenceAt(document, offset)
  const token = sentence?.tokens.find(t => offset < t.end)
  return sentence && token ? { sentence, token } : null
}

export const sentenceAt = ({ sentences }: Document, offset: number): Sentence | null => {
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && offset < found.end ? found : null
}

/**
 * The tense that governs a time: of the nearest verb before it in its sentence, which a parser's slip cannot hide; where none
 * stands before it ("In September, the minister will …"), of the first one behind it.
 */
export const tenseOfTime = (sentence: Sentence, token: Token): ClauseTense =>
  tenseBefore(sentence, token) ?? tenseAfter(sentence, token) ?? tenseOf(sentence, token)

const tenseAfter = ({ tokens }: Sentence, token: Token): ClauseTense => {
  const verb = tokens.slice(token.i + 1).find(t => /^(?:MD|VBD|VBZ|VBP)$/.test(t.xpos))
  if (!verb) return null
  if (verb.xpos === 'MD') return 'future'
  if (verb.xpos === 'VBD') return 'past'
  return verb.lemma === 'have' && tokens.slice(verb.i + 1, verb.i + 4).some(t => t.xpos === 'VBN')
    ? 'perfect'
    : 'present'
}

const tenseBefore = ({ tokens }: Sentence, token: Token): ClauseTense => {
  let [isInfinitive, participle]: [boolean, Token | null] = [false, null]
  for (let i = token.i - 1; i >= 0; i--) {
    const word = tokens[i] as Token
    if (word.xpos === 'MD') return 'future'
    if (isInfinitive && LEADS_AHEAD.has(word.lemma)) return 'future'
    // A participle without its auxiliary close before it: "the deal signed in March".
    if (participle && participle.i - i > 4) return LEADS_AHEAD.has(participle.lemma) ? 'future' : 'past'
    if (word.xpos === 'VB') isInfinitive = true
    else if (word.xpos === 'VBN' && !participle) participle = word
    else if (word.xpos === 'VBD') return participle && LEADS_AHEAD.has(participle.lemma) ? 'future' : 'past'
    else if (word.xpos === 'VBZ' || word.xpos === 'VBP') {
      if (participle && word.lemma === 'have') return 'perfect'
      if (participle && LEADS_AHEAD.has(participle.lemma)) return 'future'
      return isInfinitive && word.lemma === 'be' ? 'future' : 'present'
    }
  }
  return participle ? 'past' : null
}

/** The tense of the nearest clause above a word that has one. */
export const tenseOf = (sentence: Sentence, token: Token): ClauseTense => {
  let at: Token | undefined = token
  let isInfinitive = false
  for (let steps = 0; at && steps <= sentence.tokens.length; steps++) {
    const tense = isInfinitive && LEADS_AHEAD.has(at.lemma) ? 'future' : tenseOfPredicate(sentence, at)
    if (tense) return tense
    if (at.feats.VerbForm === 'Inf' || at.xpos === 'VB') isInfinitive = true
    at = sentence.tokens[at.head]
  }
  return null
}

const tenseOfPredicate = ({ tokens }: Sentence, head: Token): ClauseTense => {
  const below = tokens.filter(t => t.head === head.i && /^(?:aux|cop)/.test(t.deprel))
  const isPredicate = head.upos === 'VERB' || head.upos === 'AUX' || below.length > 0
  if (!isPredicate) return null
  if (below.some(t => t.xpos === 'MD' || COMING.has(t.lemma))) return 'future'
  const verbs = head.upos === 'VERB' || head.upos === 'AUX' ? [...below, head] : below
  if (verbs.some(t => t.xpos === 'VBD')) return 'past'
  const present = verbs.find(t => t.xpos === 'VBZ' || t.xpos === 'VBP')
  if (!present) return null
  if (present !== head && present.lemma === 'have' && verbs.some(t => t.xpos === 'VBN')) return 'perfect'
  return 'present'
}

/** The tense of the clause whose subject a word is (or is part of: "the government of X", "X's government"); null for no subject. */
export const subjectTense = (sentence: Sentence, token: Token): ClauseTense => {
  let at: Token | undefined = token
  for (let steps = 0; at && steps <= sentence.tokens.length; steps++) {
    if (/^nsubj/.test(at.deprel)) {
      const head: Token | undefined = sentence.tokens[at.head]
      return head ? tenseOf(sentence, head) : null
    }
    if (!/^(?:flat|appos|compound|conj|amod|nmod:poss)/.test(at.deprel)) return null
    at = sentence.tokens[at.head]
  }
  return null
}
