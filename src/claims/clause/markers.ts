import type { Token } from '../../text/index.ts'

const RELATIVES = new Set(['which', 'who', 'whom', 'whose'])
const SUBORDINATORS = new Set([
  'that',
  'because',
  'although',
  'though',
  'while',
  'whilst',
  'whereas',
  'when',
  'whenever',
  'if',
  'unless',
  'whether',
  'since',
  'as',
  'after',
  'before',
  'until',
  'till',
  'once',
  'how',
  'why',
  'what',
  'where',
  'lest',
  'so',
  'than',
  'except',
])
export const isRelativeWord = (t: Token): boolean => RELATIVES.has(t.form.toLowerCase())

/** Words that open a clause; "that" and "as" only where they do not point or compare. */
export const isMarker = (tokens: readonly Token[], i: number): boolean => {
  const t = tokens[i]
  if (!t) return false
  const lower = t.form.toLowerCase()
  if (RELATIVES.has(lower)) return true
  if (!SUBORDINATORS.has(lower)) return false
  const next = tokens[i + 1]
  // "That view is exaggerated": at the head of a sentence it points at the noun behind it.
  if (lower === 'that' && i === 0 && next && /^(NOUN|ADJ)$/.test(next.upos)) return false
  if (lower === 'that')
    return t.deprel === 'mark' || t.xpos === 'WDT' || (t.xpos !== 'DT' ? true : !/^(NOUN|ADJ)$/.test(next?.upos ?? ''))
  if (['as', 'since', 'after', 'before', 'until', 'till', 'than', 'except', 'so', 'once'].includes(lower))
    return t.deprel !== 'case' && (t.upos === 'SCONJ' || t.deprel === 'mark' || /^(PRON|DET)$/.test(next?.upos ?? ''))
  return true
}
