import type { Clause } from './clause/index.ts'
import { lexicon } from './lexicon.ts'
import type { PageSentence } from './page.ts'

const QUESTION_WORDS = new Set(['how', 'why', 'what', 'whether', 'who', 'which', 'where', 'when'])

const headLemma = (s: PageSentence, clause: Clause): string => s.sentence.tokens[clause.group.head]?.lemma ?? ''

/** Whoever has a "that" clause for an object speaks: "the office announced that …". */
export const hasContent = (s: PageSentence, index: number): boolean =>
  s.clauses.some(c => c.kind === 'complement' && c.parent === index) && s.clauses[index]?.subject !== null

/** "announced that it would leave": a future told from the past. */
export const isToldFuture = (s: PageSentence, clause: Clause): boolean => {
  const above = clause.kind === 'complement' && clause.parent !== null ? s.clauses[clause.parent] : undefined
  if (above?.group.tense !== 'past' || clause.group.modal === null) return false
  return ['would', 'will', "'d"].includes(clause.group.modal) && lexicon().says.has(headLemma(s, above))
}

/** Content clauses that a saying, knowing or fearing carries with it. */
export const contentEnd = (s: PageSentence, index: number): number => {
  const clause = s.clauses[index] as Clause
  const lemma = headLemma(s, clause)
  const { says, thinks, accuses } = lexicon()
  const child = s.clauses.findIndex((c, k) => k > index && c.kind === 'complement' && c.parent === index)
  const doubted = s.clauses[child]
  const carries =
    says.has(lemma) ||
    thinks.has(lemma) ||
    accuses.has(lemma) ||
    (doubted !== undefined && isDoubtedContent(s, doubted))
  if (!carries) return clause.body.to
  return child < 0 ? clause.body.to : Math.max(clause.body.to, contentEnd(s, child))
}

/** "There is no evidence that …", "nobody believes that …": what stands behind is not asserted. */
export const isDoubtedContent = (s: PageSentence, clause: Clause): boolean => {
  const above = clause.kind === 'complement' && clause.parent !== null ? s.clauses[clause.parent] : undefined
  if (!above) return false
  const { tokens } = s.sentence
  const from = above.subject ? Math.min(above.subject.from, above.body.from) : above.body.from
  const words = tokens.slice(from, above.body.to + 1).map(t => t.lemma.toLowerCase())
  return words.some(
    (w, i) => w === 'no' && /^(evidence|proof|sign|indication|reason|suggestion|guarantee)$/.test(words[i + 1] ?? ''),
  )
}

export const isAskedContent = (clause: Clause): boolean =>
  clause.kind === 'complement' && clause.marker !== null && QUESTION_WORDS.has(clause.marker) && clause.parent !== null

/** "…," said the minister: the whole sentence is what he said. */
export const followsQuotation = (s: PageSentence, index: number): boolean => {
  const clause = s.clauses[index] as Clause
  const first = Math.min(clause.subject?.from ?? clause.body.from, clause.body.from)
  const before = s.sentence.tokens[first - 1]?.form ?? ''
  const says = lexicon().says.has(headLemma(s, clause))
  return says && index > 0 && index === s.clauses.length - 1 && clause.kind === 'main' && /^[”"’']$/.test(before)
}

/** "his office said", "she said": a saying whose words stand elsewhere. */
export const isBare = (s: PageSentence, index: number): boolean => {
  const clause = s.clauses[index] as Clause
  const says = lexicon().says.has(headLemma(s, clause))
  const before = s.sentence.tokens[Math.min(clause.subject?.from ?? clause.body.from, clause.body.from) - 1]?.form ?? ''
  if (
    !says ||
    clause.group.passive ||
    clause.group.modal !== null ||
    !/^[,”"’']$/.test(before) ||
    followsQuotation(s, index)
  )
    return false
  const ends = clause.body.to === clause.group.to || (clause.subject?.from ?? 0) > clause.body.from
  return ends && !s.clauses.some((c, k) => k > index && c.parent === index)
}
