import type { Clause } from './clause/index.ts'
import { type PageSentence, spanOf } from './page.ts'

/** "If X", "Should X be sold": a clause that is a condition of the next or of the one before. */
export const isCondition = (s: PageSentence, clause: Clause): boolean => {
  // "if you ask me" asks nothing of the world.
  const you = /^you$/i.test(s.sentence.tokens[clause.subject?.from ?? -1]?.form ?? '')
  if (clause.marker === 'if' || clause.marker === 'unless') return !you
  const first = s.sentence.tokens[clause.body.from]
  return (
    clause.body.from === 0 &&
    /^(should|were|had)$/i.test(first?.form ?? '') &&
    clause.kind === 'main' &&
    s.clauses.length > 1
  )
}

/** The condition of a clause: one that depends on it, or that stands right before it. */
export const conditionOf = (s: PageSentence, index: number): Clause | null => {
  const clause = s.clauses[index]
  if (!clause || isCondition(s, clause)) return null
  const below = s.clauses.find((c, k) => k > index && c.parent === index && isCondition(s, c) && !asks(s, clause))
  if (below) return below
  let before = index - 1
  while (before >= 0 && s.clauses[before]?.kind === 'conjunct' && before > 0) before -= 1
  const candidate = s.clauses[before]
  return candidate && before < index && isCondition(s, candidate) && clause.parent === candidate.parent
    ? candidate
    : null
}

/** "asked if": the clause behind it is a question, no condition. */
const asks = (s: PageSentence, clause: Clause): boolean =>
  ['ask', 'wonder', 'know', 'see', 'doubt'].includes(s.sentence.tokens[clause.group.head]?.lemma ?? '')

export const reasonOf = (s: PageSentence, index: number): Clause | null =>
  s.clauses.find(c => c.marker === 'because' && c.parent === index) ?? null

const TIMING = new Set(['before', 'until', 'till', 'once'])

/** "before the ground moved": tells when, and asserts nothing that the reader is to learn, unless it has a time of its own. */
export const isTiming = (s: PageSentence, index: number): boolean => {
  const clause = s.clauses[index]
  if (!clause?.marker || !TIMING.has(clause.marker) || clause.parent === null) return false
  const span = spanOf(s, clause.body.from, clause.body.to)
  return !s.times.some(t => t.start >= span.start && t.end <= span.end)
}

/** The end of a clause with the timing that hangs on it. */
export const timingEnd = (s: PageSentence, index: number): number =>
  Math.max(0, ...s.clauses.flatMap((c, k) => (c.parent === index && isTiming(s, k) ? [c.body.to] : [])))
