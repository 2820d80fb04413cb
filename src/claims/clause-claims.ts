import { addDays, type ClaimType, daysBetween } from '../domain/index.ts'
import type { PatternWord } from '../text/index.ts'
import type { Clause } from './clause/index.ts'
import { clauseTokens, clauseWords } from './clause-words.ts'
import type { Draft } from './draft.ts'
import { lexicon } from './lexicon.ts'
import { type Page, type PageSentence, spanOf } from './page.ts'
import { isFrame, type Need, ruleFor } from './type-rules.ts'

/** Markers of clauses that say under what a claim holds, or ask: no claims of their own. */
const NOT_ASSERTED = new Set(['if', 'unless', 'whether', 'than', 'lest', 'except'])
const QUESTION_WORDS = new Set(['how', 'why', 'what', 'whether', 'who', 'which', 'where', 'when'])
/** Years from which on a dated act is background. */
const OLD_YEARS = 8

const wordAt = (s: PageSentence, i: number): string => s.sentence.tokens[i]?.form.toLowerCase() ?? ''

/** "If X", "Should X be sold": a clause that is a condition of the next or of the one before. */
const isCondition = (s: PageSentence, clause: Clause): boolean => {
  if (clause.marker === 'if' || clause.marker === 'unless') return true
  const first = s.sentence.tokens[clause.body.from]
  return (
    clause.body.from === 0 &&
    /^(should|were|had)$/i.test(first?.form ?? '') &&
    clause.kind === 'main' &&
    s.clauses.length > 1
  )
}

/** The condition of a clause: one that depends on it, or that stands right before it. */
const conditionOf = (s: PageSentence, index: number): Clause | null => {
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

const reasonOf = (s: PageSentence, index: number): Clause | null =>
  s.clauses.find(c => c.marker === 'because' && c.parent === index) ?? null

/** True when the clause has a time of its own that lies years before the document, or its sentence says nothing later. */
const isOld = (page: Page, s: PageSentence, clause: Clause): boolean => {
  const { date } = page.facts
  if (!date || clause.group.tense !== 'past') return false
  const span = spanOf(s, Math.min(clause.subject?.from ?? clause.body.from, clause.body.from), clause.body.to)
  const own = s.times.filter(t => t.to !== null && t.start >= span.start && t.end <= span.end)
  const limit = addDays(date.from, -OLD_YEARS * 365)
  return own.length > 0 && own.every(t => t.to !== null && daysBetween(t.to, limit) > 0)
}

const needsOf = (page: Page, s: PageSentence, index: number, words: readonly PatternWord[]) => {
  const clause = s.clauses[index] as Clause
  const subject = words.filter(w => w.labels.has('subj'))
  const head = subjectHead(s, clause)
  const isActor = head.has('actor') || head.has('people') || head.has('name')
  const some = (label: string) => subject.some(w => w.labels.has(label))
  const pronoun = subject.some(w => /^(he|she|they|who|it|we|both|each|neither)$/i.test(w.form))
  const impersonal = subject.length === 0 || subject.every(w => /^(it|this|that|these|there|which)$/i.test(w.form))
  const it = subject.length === 1 && /^it$/i.test(subject[0]?.form ?? '') && itIsActor(page, s, index)
  return (need: Need): boolean => {
    switch (need) {
      case 'condition':
        return conditionOf(s, index) !== null
      case 'because':
        return reasonOf(s, index) !== null
      case 'old':
        return isOld(page, s, clause)
      case 'main':
        return clause.kind === 'main'
      case 'no_subject':
        return clause.subject === null
      case 'actor_subject':
        return isActor || it || (pronoun && !impersonal)
      case 'no_actor_subject':
        return !isActor && (!pronoun || impersonal)
      case 'abstract_subject':
        return clause.subject !== null && !isActor && !it && (!pronoun || impersonal)
      case 'without':
        return s.sentence.tokens.some(
          t => /^(without|barring|absent|failing)$/i.test(t.form) && t.i < clause.group.from,
        )
      case 'speaker':
        return (
          some('actor') || some('people') || it || (pronoun && !impersonal) || clause.subject === null || hasContent(s, index)
        )
      case 'active':
        return !clause.group.passive
      case 'no_modal':
        return clause.group.modal === null
      case 'past':
        return clause.group.tense === 'past'
      case 'than':
        return s.clauses.some(c => c.marker === 'than' && c.parent === index)
      case 'told_future':
        return isToldFuture(s, clause)
      case 'mind_subject':
        return !impersonal || it || clause.subject === null
    }
  }
}

/** What the head of a subject is known to be: of "the election of Rouhani" the election, of "officials in Baku" the officials. */
const subjectHead = (s: PageSentence, { subject }: Clause): ReadonlySet<string> => {
  const phrase = subject ? s.phrases.find(p => p.from >= subject.from && p.to <= subject.to) : undefined
  if (!phrase) return new Set()
  const labels = s.labels[phrase.head] ?? new Set<string>()
  // A name that no list knows is somebody's too: "Farida Lodhi".
  const isName = phrase.head > 0 && s.sentence.tokens[phrase.head]?.upos === 'PROPN' && !labels.has('time') && !labels.has('region')
  return isName ? new Set([...labels, 'name']) : labels
}

/** "It" stands for a doer where the subject before it was one. */
const itIsActor = (page: Page, s: PageSentence, index: number): boolean => {
  const own = s.clauses.slice(0, index).map(c => subjectHead(s, c))
  const before = page.sentences[s.index - 1]
  const heads = [...(before?.clauses.map(c => subjectHead(before, c)) ?? []), ...own]
  const last = heads.findLast(h => h.size > 0)
  return last !== undefined && (last.has('actor') || last.has('people'))
}

/** Whoever has a "that" clause for an object speaks: "the office announced that …". */
const hasContent = (s: PageSentence, index: number): boolean =>
  s.clauses.some(c => c.kind === 'complement' && c.parent === index) && s.clauses[index]?.subject !== null

/** "announced that it would leave": a future told from the past. */
const isToldFuture = (s: PageSentence, clause: Clause): boolean => {
  const above = clause.kind === 'complement' && clause.parent !== null ? s.clauses[clause.parent] : undefined
  if (!above || above.group.tense !== 'past' || clause.group.modal === null) return false
  return (
    ['would', 'will', "'d"].includes(clause.group.modal) &&
    lexicon().says.has(s.sentence.tokens[above.group.head]?.lemma ?? '')
  )
}

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

/** Content clauses that a saying, knowing or fearing carries with it. */
const contentEnd = (s: PageSentence, index: number): number => {
  const clause = s.clauses[index] as Clause
  const lemma = s.sentence.tokens[clause.group.head]?.lemma ?? ''
  const { says, thinks, accuses } = lexicon()
  if (!says.has(lemma) && !thinks.has(lemma) && !accuses.has(lemma)) return clause.body.to
  const child = s.clauses.findIndex((c, k) => k > index && c.kind === 'complement' && c.parent === index)
  return child < 0 ? clause.body.to : Math.max(clause.body.to, contentEnd(s, child))
}

const isAskedContent = (clause: Clause): boolean =>
  clause.kind === 'complement' && clause.marker !== null && QUESTION_WORDS.has(clause.marker) && clause.parent !== null

const draftOf = (page: Page, s: PageSentence, index: number): Draft | null => {
  const clause = s.clauses[index] as Clause
  if (clause.marker !== null && NOT_ASSERTED.has(clause.marker)) return null
  if (isCondition(s, clause) || isAskedContent(clause)) return null
  if (clause.marker === 'because' && clause.parent !== null) return null
  const words = clauseWords(s, clause)
  if (words.length < 2 || isFrame(markedWords(s, clause, words))) return null
  const rule = ruleFor(words, needsOf(page, s, index, words))
  const condition = conditionOf(s, index)
  let from = startOf(s, clause)
  if (condition && condition.body.to < from && wordAt(s, condition.body.from - 1) !== 'even') {
    const marker = Math.min(condition.subject?.from ?? condition.body.from, condition.body.from) - 1
    if (marker >= 0 && wordAt(s, marker - 1) !== 'even') from = condition.marker ? marker : condition.body.from
  }
  if (followsQuotation(s, index)) from = 0
  const reason = reasonOf(s, index)
  const to = Math.max(contentEnd(s, index), reason?.body.to ?? 0)
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

/** "…," said the minister: the whole sentence is what he said. */
const followsQuotation = (s: PageSentence, index: number): boolean => {
  const clause = s.clauses[index] as Clause
  const first = Math.min(clause.subject?.from ?? clause.body.from, clause.body.from)
  const before = s.sentence.tokens[first - 1]?.form ?? ''
  const says = lexicon().says.has(s.sentence.tokens[clause.group.head]?.lemma ?? '')
  return says && index > 0 && index === s.clauses.length - 1 && clause.kind === 'main' && /^[”"’']$/.test(before)
}

/** With the marker in front, so that frames such as "as recent events show" can be told. */
const markedWords = (s: PageSentence, clause: Clause, words: readonly PatternWord[]): readonly PatternWord[] => {
  if (!clause.marker) return words
  const at = s.sentence.tokens.find(
    t =>
      t.form.toLowerCase() === clause.marker &&
      t.i < clause.group.from &&
      t.i >= (clause.subject?.from ?? clause.body.from) - 2,
  )
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

/** "By alienating Iran, …": a means named first is asserted as well. */
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
  const rule = ruleFor(words, () => false)
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
