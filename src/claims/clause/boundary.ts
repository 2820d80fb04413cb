import type { Token } from '../../text/index.ts'
import { isMarker } from './markers.ts'
import type { NounPhrase } from './noun-phrases.ts'
import type { VerbGroup } from './verb-groups.ts'

/** What stands left of a verb's subject. */
export interface Boundary {
  readonly kind: 'marker' | 'coordinator' | 'punctuation' | 'edge'
  /** The word that stops the walk; -1 at the edge of the stretch. */
  readonly at: number
  /** First word of the subject, or the verb itself where there is none. */
  readonly subjectFrom: number
  readonly hasSubject: boolean
}

const COORDINATORS = new Set(['and', 'but', 'or', 'nor', 'yet'])
const PUNCTUATION = /^[,;:()[\]"“”«»–—―-]+$/

/**
 * Walks left from a finite verb over its subject, to whatever opens the clause. `edge` is the first word that may belong to it
 * (behind the verb group before). Other verbs that are not finite belong to the subject ("the need to have good relations").
 */
export const boundaryBefore = (
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  group: VerbGroup,
  edge: number,
): Boundary => {
  let subjectFrom = group.from
  const hasPhrase = (from: number): boolean => phrases.some(p => p.from >= from && p.to < group.from)
  for (let i = group.from - 1; i >= edge; i--) {
    const t = tokens[i] as Token
    const lower = t.form.toLowerCase()
    const found = (kind: Boundary['kind']): Boundary => ({
      kind,
      at: i,
      subjectFrom,
      hasSubject: hasPhrase(subjectFrom),
    })
    if (isMarker(tokens, i)) return found('marker')
    if (COORDINATORS.has(lower) && !joinsSubject(tokens, phrases, i, group)) return found('coordinator')
    if (PUNCTUATION.test(t.form) && t.xpos !== 'HYPH' && !isInsideName(tokens, i)) {
      if (hasPhrase(subjectFrom)) {
        if (isAppositionEnd(tokens, phrases, i, group, edge)) continue
        return found('punctuation')
      }
      // Only adverbs so far, or an aside before the verb: the subject stands further left.
      const open = asideStart(tokens, i, edge)
      if (open !== null) {
        i = open
        continue
      }
      return found('punctuation')
    }
    subjectFrom = i
  }
  return { kind: 'edge', at: -1, subjectFrom, hasSubject: hasPhrase(subjectFrom) }
}

const isInsideName = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.form === '-' && tokens[i - 1]?.end === tokens[i]?.start && tokens[i]?.end === tokens[i + 1]?.start

/** "and" between two phrases that share the verb: "both Azerbaijan and Iran confront". */
const joinsSubject = (
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  at: number,
  group: VerbGroup,
): boolean => {
  const lower = tokens[at]?.form.toLowerCase()
  if (lower !== 'and' && lower !== 'or' && lower !== 'nor') return false
  const [left, right] = [tokens[at - 1], tokens[at + 1]]
  if (!left || !right || left.form === ',' || at + 1 >= group.from) return false
  if (left.upos === 'ADJ' && right.upos === 'ADJ') return true
  // Names behind a preposition make a list: "events in Syria and Iraq show".
  if (
    left.upos === 'PROPN' &&
    right.upos === 'PROPN' &&
    tokens[(phrases.find(p => p.to === at - 1)?.from ?? 0) - 1]?.upos === 'ADP'
  )
    return true
  const after = phrases.some(p => p.from >= at + 1 && p.from <= at + 2 && p.to < group.from)
  const before = phrases.find(p => p.to === at - 1)
  if (!after || !before) return false
  // The tree knows whether the phrase before is the subject; a plural verb after two names says so too.
  const subject = [
    before.head,
    ...tokens.filter(t => t.deprel.startsWith('conj') && t.head === before.head).map(t => t.i),
  ]
  const isSubject = subject.some(i => tokens[i]?.head === group.head && /^nsubj/.test(tokens[i]?.deprel ?? ''))
  return (
    isSubject || (tokens[before.from - 1]?.form.toLowerCase() ?? '') === 'both' || startsClause(tokens, before.from)
  )
}

const startsClause = (tokens: readonly Token[], from: number): boolean => {
  const before = tokens[from - 1]
  return before === undefined || /^[,;:“"(]$/.test(before.form) || /^(both|that|but|and)$/i.test(before.form)
}

/** A comma, with another before it and neither verb nor marker between: an aside. Returns the index of the first comma. */
const asideStart = (tokens: readonly Token[], close: number, edge: number): number | null => {
  for (let i = close - 1; i >= edge && close - i <= 14; i--) {
    const t = tokens[i] as Token
    if (t.form === ',' || t.form === '(' || t.form === '—' || t.form === '–' || t.form === '--') return i
    if (isMarker(tokens, i)) return null
  }
  return null
}

/** "Hassan Rouhani, the president, said": the comma before the verb closes an apposition, the phrase before it is the subject. */
const isAppositionEnd = (
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  comma: number,
  group: VerbGroup,
  edge: number,
): boolean => {
  if (tokens[comma]?.form !== ',') return false
  // The tree's subject stands left of the comma.
  const subject = tokens.find(t => t.head === group.head && /^nsubj/.test(t.deprel))
  return subject !== undefined && subject.i < comma && subject.i >= edge && phrases.some(p => p.head === subject.i)
}
