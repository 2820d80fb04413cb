import type { Draft } from './draft.ts'
import type { PageSentence } from './page.ts'

const NEGATIVE = /^(not|n't|n’t|no|never|neither|nor|nobody|none|nothing|hardly|scarcely|barely|without|cannot)$/i

/**
 * Whether what a claim asserts is denied: a negation on its verb, its subject or its first object. Negations further in ("a man
 * of no means") belong to what they stand in.
 */
export const isNegated = (s: PageSentence, { clause, type, own, phrase }: Draft): boolean => {
  const { tokens } = s.sentence
  if (type === 'gap') return /^no$/i.test(tokens[clause?.subject?.from ?? -1]?.form ?? '')
  if (!clause) return phrase !== null && own.some(i => /^(no|non)$/i.test(tokens[i]?.form ?? '') && i <= phrase.from)
  const { group, subject, body } = clause
  if (isSuperlative(s, group.to)) return false
  for (let i = body.from; i <= group.to; i++) if (NEGATIVE.test(tokens[i]?.form ?? '')) return !isNotOnly(s, i)
  if (subject && subject.to < body.from)
    for (let i = subject.from; i <= Math.min(subject.to, subject.from + 2); i++)
      if (/^(no|nobody|none|neither|nothing|not)$/i.test(tokens[i]?.form ?? '')) return true
  // "has no leverage", "is not a member", "brought no result".
  for (let i = group.to + 1; i <= Math.min(body.to, group.to + 2); i++)
    if (NEGATIVE.test(tokens[i]?.form ?? '')) return !isNotOnly(s, i) && !/^without$/i.test(tokens[i]?.form ?? '')
  return false
}

/** "not only", "no doubt", "not because": no denial of the act. */
const isNotOnly = (s: PageSentence, i: number): boolean =>
  /^(only|just|merely|simply|least|doubt|longer|less|fewer|more|coincidence|accident|secret|though|because)$/i.test(
    s.sentence.tokens[i + 1]?.form ?? '',
  )

/** "have never been closer", "could hardly be sharper": closest and sharpest, no denial. "Never closer than …" is one. */
const isSuperlative = (s: PageSentence, verb: number): boolean => {
  const { tokens } = s.sentence
  const isBe = tokens[verb]?.lemma === 'be' && tokens[verb + 1]?.xpos === 'JJR'
  const isNever = tokens
    .slice(Math.max(0, verb - 3), verb)
    .some(t => /^(never|hardly|scarcely|rarely|seldom)$/i.test(t.form))
  return isBe && isNever && tokens[verb + 2]?.form.toLowerCase() !== 'than'
}
