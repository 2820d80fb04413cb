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
