import type { ClaimType } from '../domain/index.ts'
import { longPhrase, type NounPhrase } from './clause/index.ts'
import type { Draft } from './draft.ts'
import { lexicon } from './lexicon.ts'
import { inside, meets, type PageSentence, spanOf } from './page.ts'

const WITH_OBJECT = new Set([
  'of',
  'with',
  'between',
  'in',
  'to',
  'against',
  'over',
  'on',
  'by',
  'toward',
  'towards',
  'from',
  'for',
])
const CLOSE = new Set(['of', 'with', 'between', 'in', 'to', 'against', 'over', 'toward', 'towards'])

const countOf = (s: PageSentence, { from, to }: NounPhrase, label: string): number => {
  let count = 0
  for (let i = from; i <= to; i++) if (s.labels[i]?.has(label) && !s.labels[i - 1]?.has(label)) count += 1
  return count
}

const has = (s: PageSentence, { from, to }: NounPhrase, label: string): boolean =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).some(i => s.labels[i]?.has(label))

const possessor = (s: PageSentence, { from, head }: NounPhrase): boolean =>
  s.sentence.tokens.slice(from, head).some(t => t.xpos === 'PRP$' || t.xpos === 'POS')

/** How two stand, said in passing: "Cairo's warm relations with Amman", "Prussia, its old rival". */
const relationType = (s: PageSentence, phrase: NounPhrase, whole: NounPhrase): ClaimType | null => {
  const before = { ...phrase, to: phrase.head - 1 }
  const head = s.labels[phrase.head]
  if (!head) return null
  const sides =
    countOf(s, whole, 'actor') + (possessor(s, phrase) && !has(s, { ...phrase, to: phrase.from }, 'actor') ? 1 : 0)
  if (head.has('relation')) {
    if (sides < 1) return null
    if (has(s, before, 'trend')) return 'relation_trend'
    return has(s, before, 'level') ? 'relation_level' : null
  }
  if (head.has('trend') && s.sentence.tokens[phrase.head]?.upos === 'NOUN') return sides >= 1 ? 'relation_trend' : null
  if (head.has('level') && s.sentence.tokens[phrase.head]?.upos === 'NOUN')
    return sides >= 2 || (sides >= 1 && has(s, before, 'level')) ? 'relation_level' : null
  return null
}

/** An act named in passing: "Russia's annexation of Crimea", "the collapse of the Soviet Union in 1991". */
const isNamedAct = (s: PageSentence, phrase: NounPhrase, whole: NounPhrase): boolean => {
  const head = s.labels[phrase.head]
  if (!head?.has('act') || head.has('time')) return false
  // "a meeting of leaders": what is not yet known to the reader is told by the clause, not taken for granted.
  if (/^(any|some|no)$/i.test(s.sentence.tokens[phrase.from]?.form ?? '')) return false
  const named = countOf(s, whole, 'actor') + countOf(s, whole, 'region')
  return (
    named > 0 ||
    has(s, whole, 'time') ||
    s.times.some(t => t.basis === 'landmark' && meets(t, spanOf(s, whole.from, whole.to)))
  )
}

const typeOf = (s: PageSentence, phrase: NounPhrase, whole: NounPhrase): ClaimType | null => {
  // "the collapse of the Soviet Union" is an act of one, "the collapse of relations between two" a trend.
  const single = isNamedAct(s, phrase, whole) && countOf(s, whole, 'actor') < 2 && !has(s, whole, 'relation')
  const relation = single ? null : relationType(s, phrase, whole)
  if (relation) return relation
  if (isNamedAct(s, phrase, whole)) return 'event'
  const aims = lexicon().aimNouns.has(s.sentence.tokens[phrase.head]?.lemma ?? '')
  return aims && possessor(s, phrase) && whole.to > phrase.to ? 'interest_or_fear' : null
}

/** The claims that noun phrases make inside others, unless they are all that a clause says. */
export const phraseClaims = (s: PageSentence, clauses: readonly Draft[]): Draft[] => {
  const drafts: Draft[] = []
  for (const phrase of s.phrases) {
    const isAct = s.labels[phrase.head]?.has('act') ?? false
    const whole = longPhrase(s.sentence, s.phrases, phrase, isAct ? WITH_OBJECT : CLOSE)
    const type = typeOf(s, phrase, whole)
    if (!type) continue
    const from = type === 'relation_level' ? described(s, whole) : whole.from
    const span = spanOf(s, from, whole.to)
    if (drafts.some(d => inside(span, d)) || clauses.some(c => saysTheSame(s, c, span, type))) continue
    drafts.push({
      ...span,
      sentence: s.index,
      type,
      rule: null,
      own: Array.from({ length: whole.to - from + 1 }, (_, i) => from + i),
      clause: null,
      clauseIndex: null,
      phrase: { from, to: whole.to },
      office: null,
      condition: null,
    })
  }
  return drafts
}

/** "Prussia, its old rival": who is described stands before the comma. */
const described = (s: PageSentence, { from }: NounPhrase): number => {
  if (s.sentence.tokens[from - 1]?.form !== ',') return from
  const before = s.phrases.find(p => p.to === from - 2)
  return before && s.labels[before.head]?.has('actor') ? before.from : from
}

const RELATION_TYPES = new Set<ClaimType>(['relation_level', 'relation_trend', 'turning_point', 'comparison'])

/** A clause about the relation that the phrase names, or hardly longer than it. */
const saysTheSame = (s: PageSentence, draft: Draft, span: { start: number; end: number }, type: ClaimType): boolean => {
  if (!inside(span, draft)) return false
  if ((span.end - span.start) / (draft.end - draft.start) > 0.75) return true
  // "Turkey is Azerbaijan's closest ally": what somebody is said to be is the clause's own matter.
  const behind = draft.clause?.group.copula ? spanOf(s, draft.clause.group.to + 1, draft.clause.group.to + 1) : null
  if (behind && span.start <= behind.end + 3 && span.start >= behind.start) return true
  const subject = draft.clause?.subject
  const isSubject = subject ? inside(span, spanOf(s, subject.from, subject.to)) : false
  return isSubject && RELATION_TYPES.has(draft.type) && RELATION_TYPES.has(type)
}
