import type { ClaimType } from '../domain/index.ts'
import type { PatternWord } from '../text/index.ts'
import type { Clause } from './clause/index.ts'
import { clauseTokens, clauseTree, clauseWords } from './clause-words.ts'
import { conditionOf, isCondition, isTiming, reasonOf, timingEnd } from './dependent-clauses.ts'
import type { Draft } from './draft.ts'
import { lexicon } from './lexicon.ts'
import { needsOf } from './needs.ts'
import { type Page, type PageSentence, spanOf } from './page.ts'
import { contentEnd, followsQuotation, isAskedContent, isBare, isDoubtedContent } from './sayings.ts'
import { isFrame, ruleFor } from './type-rules.ts'

/** Markers of clauses that say under what a claim holds, or ask: no claims of their own. */
const NOT_ASSERTED = new Set(['if', 'unless', 'whether', 'than', 'lest', 'except'])

const wordAt = (s: PageSentence, i: number): string => s.sentence.tokens[i]?.form.toLowerCase() ?? ''

/** Where no rule fits: what is told of the past is an event, what holds now an attribute. */
const byTense = (clause: Clause): ClaimType => (clause.group.tense === 'past' ? 'event' : 'attribute')

const startOf = (s: PageSentence, clause: Clause): number => {
  const { subject, body, kind } = clause
  if (!subject || subject.from > body.from) return body.from
  if (kind === 'relative') return subject.from
  // A subject that stands apart (its relative clause lies between, or it is shared) is left where it is.
  const between = s.sentence.tokens.slice(subject.to + 1, body.from)
  return between.every(t => t.upos === 'PUNCT' || t.upos === 'ADV' || t.upos === 'PART') ? subject.from : body.from
}

const draftOf = (page: Page, s: PageSentence, index: number): Draft | null => {
  const clause = s.clauses[index] as Clause
  if (clause.marker !== null && NOT_ASSERTED.has(clause.marker)) return null
  if (isCondition(s, clause) || isAskedContent(clause) || isDoubtedContent(s, clause)) return null
  if (clause.marker === 'because' && clause.parent !== null) return null
  if (isTiming(s, index)) return null
  const words = clauseWords(s, clause)
  if (words.length < 2 || isFrame(markedWords(s, clause, words)) || isBare(s, index)) return null
  const rule = ruleFor(words, clauseTree(s, clause), needsOf(page, s, index, words))
  const condition = conditionOf(s, index)
  let from = startOf(s, clause)
  if (condition && condition.body.to < from && wordAt(s, condition.body.from - 1) !== 'even') {
    const marker = Math.min(condition.subject?.from ?? condition.body.from, condition.body.from) - 1
    if (marker >= 0 && wordAt(s, marker - 1) !== 'even') from = condition.marker ? marker : condition.body.from
  }
  if (followsQuotation(s, index)) from = 0
  const reason = reasonOf(s, index)
  const to = Math.max(contentEnd(s, index), reason?.body.to ?? 0, timingEnd(s, index))
  if (contentWords(s, from, to) < 1) return null
  return {
    ...spanOf(s, from, to),
    sentence: s.index,
    type: rule?.type ?? byTense(clause),
    rule: rule?.name ?? null,
    own: clauseTokens(clause),
    clause,
    clauseIndex: index,
    phrase: null,
    office: null,
    condition,
  }
}

const contentWords = (s: PageSentence, from: number, to: number): number =>
  s.sentence.tokens
    .slice(from, to + 1)
    .filter(t => ['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB'].includes(t.upos) && !['be', 'have', 'do'].includes(t.lemma))
    .length

/**
 * With the marker in front, so that frames such as "as recent events show" can be told; also where the tree has taken its "as" for the
 * preposition of the subject.
 */
const markedWords = (s: PageSentence, clause: Clause, words: readonly PatternWord[]): readonly PatternWord[] => {
  const { tokens } = s.sentence
  const from = clause.subject?.from ?? clause.body.from
  const at = clause.marker
    ? tokens.find(t => t.form.toLowerCase() === clause.marker && t.i < clause.group.from && t.i >= from - 2)
    : tokens.find(t => t.form.toLowerCase() === 'as' && t.i === from - 1)
  return at
    ? [{ form: at.form, lemma: at.lemma, upos: at.upos, xpos: at.xpos, labels: new Set<string>() }, ...words]
    : words
}

/** "The announcement that X will visit": a noun that announces, with its clause, is an announcement of its own. */
const announcementOf = (s: PageSentence, index: number): Draft | null => {
  const clause = s.clauses[index] as Clause
  if (clause.kind !== 'complement' || clause.marker !== 'that') return null
  const from = clause.subject?.from ?? clause.body.from
  const phrase = s.phrases.findLast(p => p.to < from && p.to >= from - 3)
  if (!phrase || !lexicon().announcingNouns.has(s.sentence.tokens[phrase.head]?.lemma ?? '')) return null
  return {
    ...spanOf(s, phrase.from, clause.body.to),
    sentence: s.index,
    type: 'statement',
    rule: null,
    own: Array.from({ length: phrase.to - phrase.from + 1 }, (_, i) => phrase.from + i),
    clause: null,
    clauseIndex: null,
    phrase,
    office: null,
    condition: null,
  }
}

/** "By closing the port, …": a means named first is asserted as well. */
const meansOf = (s: PageSentence): Draft | null => {
  if (wordAt(s, 0) !== 'by') return null
  const group = s.groups.find(g => g.form === 'gerund' && g.from <= 2)
  const comma = s.sentence.tokens.findIndex(t => t.i > (group?.to ?? 0) && t.form === ',')
  const main = s.clauses[0]
  if (!group || comma < 0 || !main || comma > main.group.from) return null
  const clause: Clause = {
    kind: 'adverbial',
    group,
    marker: 'by',
    subject: null,
    body: { from: group.from, to: comma - 1 },
    parent: null,
  }
  const words = clauseWords(s, clause)
  const rule = ruleFor(words, clauseTree(s, clause), () => false)
  return {
    ...spanOf(s, 0, comma - 1),
    sentence: s.index,
    type: rule?.type ?? 'event',
    rule: rule?.name ?? null,
    own: clauseTokens(clause),
    clause: { ...clause, subject: main.subject },
    clauseIndex: null,
    phrase: null,
    office: null,
    condition: null,
  }
}

/** The claims that the clauses of a sentence make. */
export const clauseClaims = (page: Page, s: PageSentence): Draft[] => [
  ...[meansOf(s)].flatMap(d => d ?? []),
  ...s.clauses.flatMap((_, i) => [announcementOf(s, i), draftOf(page, s, i)].flatMap(d => d ?? [])),
]
