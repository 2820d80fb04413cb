import { addDays, daysBetween } from '../domain/index.ts'
import type { PatternWord } from '../text/index.ts'
import type { Clause } from './clause/index.ts'
import { conditionOf, reasonOf } from './dependent-clauses.ts'
import { type Page, type PageSentence, spanOf } from './page.ts'
import { hasContent, isToldFuture } from './sayings.ts'
import { itIsActor, subjectHead } from './subjects.ts'
import type { Need } from './type-rules.ts'

/** Years from which on a dated act is background. */
const OLD_YEARS = 8

/** True when the clause has a time of its own that lies years before the document, or its sentence says nothing later. */
const isOld = (page: Page, s: PageSentence, clause: Clause): boolean => {
  const { date } = page.facts
  if (!date || clause.group.tense !== 'past') return false
  const span = spanOf(s, Math.min(clause.subject?.from ?? clause.body.from, clause.body.from), clause.body.to)
  const own = s.times.filter(t => t.to !== null && t.start >= span.start && t.end <= span.end)
  const limit = addDays(date.from, -OLD_YEARS * 365)
  return own.length > 0 && own.every(t => t.to !== null && daysBetween(t.to, limit) > 0)
}

/** A present with a day to come: "hosts the summit in May". */
const isAhead = (page: Page, s: PageSentence, clause: Clause): boolean => {
  const { date } = page.facts
  if (!date || clause.group.tense !== 'present' || clause.group.modal !== null) return false
  const span = spanOf(s, clause.body.from, clause.body.to)
  return s.times.some(
    t => t.kind === 'point' && t.from !== null && t.from > date.to && t.start >= span.start && t.end <= span.end,
  )
}

/** Answers what a rule of data/claims/types.yaml may ask of a clause beyond its words. */
export const needsOf = (page: Page, s: PageSentence, index: number, words: readonly PatternWord[]) => {
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
          isActor ||
          some('actor') ||
          some('people') ||
          it ||
          (pronoun && !impersonal) ||
          (clause.subject === null && clause.kind !== 'main') ||
          hasContent(s, index)
        )
      case 'active':
        return !clause.group.passive
      case 'no_modal':
        return clause.group.modal === null
      case 'past':
        return clause.group.tense === 'past'
      case 'than':
        return s.clauses.some(c => c.marker === 'than' && c.parent === index)
      case 'ahead_time':
        return isAhead(page, s, clause)
      case 'told_future':
        return isToldFuture(s, clause)
      case 'mind_subject':
        return !impersonal || it || clause.subject === null
    }
  }
}
