import type { Token } from '../../text/index.ts'
import type { Boundary } from './boundary.ts'
import type { Clause, ClauseKind, Range, TakesContent } from './clause.ts'
import { sharesModal } from './finite.ts'
import { isMarker, isRelativeWord } from './markers.ts'
import type { NounPhrase } from './noun-phrases.ts'
import type { VerbGroup } from './verb-groups.ts'

/** A clause whose end is not known yet. */
export interface Open {
  readonly clause: Omit<Clause, 'body'>
  readonly bodyFrom: number
  /** Where its words begin, marker and subject included: what came before ends here. */
  readonly cut: number
}

/** A subject whose verb has not come yet: "the government, which …," waits for "can be". */
export interface Waiting {
  readonly range: Range
  readonly parent: number | null
}

export interface Step {
  readonly tokens: readonly Token[]
  readonly phrases: readonly NounPhrase[]
  readonly takesContent: TakesContent
  readonly group: VerbGroup
  readonly boundary: Boundary
  readonly edge: number
  readonly previous: VerbGroup | null
  readonly opens: readonly Open[]
  readonly waiting: Waiting[]
}

/** Markers that may stand right behind a noun without speaking of it alone. */
const TIME_AND_PLACE = new Set(['when', 'where', 'while', 'as', 'since', 'after', 'before', 'until', 'till', 'once'])
const LINKING = new Set(['of', 'in', 'for', 'with', 'between', 'to', 'on', 'against', 'from', 'over', 'by'])

const last = (opens: readonly Open[]): number | null => (opens.length === 0 ? null : opens.length - 1)

/** Decides what the clause of the next finite verb is, from the word that the walk left of its subject stopped at. */
export const openClause = (step: Step): Open => {
  const { boundary, previous, waiting, opens } = step
  if (isInvertedSaying(step)) return openInverted(step)
  if (boundary.kind === 'marker') return openMarked(step)
  if (boundary.kind === 'edge' && boundary.hasSubject && previous) return openUnmarked(step)
  if (isQuotedContent(step)) return openQuoted(step)
  if (!boundary.hasSubject && waiting.length > 0 && boundary.kind !== 'coordinator') return resume(step)
  if (!boundary.hasSubject && opens.length > 0) return openConjunct(step)
  const { subject, bodyFrom } = subjectAndBody(step)
  const cut = boundary.at >= 0 ? boundary.at : boundary.subjectFrom
  // "Nor is it clear": the denial belongs to the clause.
  const denial = subject === null && /^(nor|neither)$/i.test(step.tokens[cut]?.form ?? '')
  return {
    clause: { kind: 'main', group: step.group, marker: null, subject, parent: null },
    bodyFrom: denial ? cut : bodyFrom,
    cut,
  }
}

/** The subject less the adverbs at its end and the fronted words at its start; the adverbs go to the body. */
const subjectAndBody = ({ tokens, phrases, group, boundary }: Step): { subject: Range | null; bodyFrom: number } => {
  if (!boundary.hasSubject) return { subject: null, bodyFrom: group.from }
  let to = group.from - 1
  while (to > boundary.subjectFrom && (tokens[to]?.upos === 'ADV' || tokens[to]?.form === ',')) to -= 1
  let { subjectFrom: from } = boundary
  const head = tokens.find(t => t.head === group.head && /^nsubj/.test(t.deprel) && t.i >= from && t.i <= to)
  const phrase = phrases.find(p => head && p.from <= head.i && head.i <= p.to)
  const opener = tokens[from]
  if (phrase && phrase.from > from && opener && (opener.upos === 'ADP' || opener.upos === 'ADV')) from = phrase.from
  // "A week later he": a pronoun needs nothing before it.
  const [end, before] = [tokens[to], tokens[to - 1]]
  const linked = before?.upos === 'ADP' || before?.upos === 'CCONJ'
  if (end?.upos === 'PRON' && !linked && !/sel(f|ves)$/i.test(end.form)) from = to
  while (from < to && (tokens[from]?.upos === 'ADV' || tokens[from]?.form === ',')) from += 1
  let bodyFrom = to + 1
  while (bodyFrom < group.from && tokens[bodyFrom]?.upos === 'PUNCT') bodyFrom += 1
  return { subject: { from, to }, bodyFrom }
}

const QUOTE_OR_COMMA = /^[,"”’'»]+$/

/** "…," said the minister: a saying right behind a comma or quotation mark, its subject after it. */
const isInvertedSaying = ({ tokens, group, takesContent, phrases, opens }: Step): boolean => {
  const [before, verb] = [tokens[group.from - 1], tokens[group.head]]
  if (!before || !verb || group.from !== group.to) return false
  // Something must have been said: "The timing, …, suggests" follows on its own subject.
  if (opens.length === 0 && before.form === ',') return false
  return QUOTE_OR_COMMA.test(before.form) && takesContent(verb.lemma) && phrases.some(p => p.from === group.to + 1)
}

const openInverted = ({ phrases, group }: Step): Open => {
  const phrase = phrases.find(p => p.from === group.to + 1)
  const subject = phrase ? { from: phrase.from, to: phrase.to } : null
  return {
    clause: { kind: 'main', group, marker: null, subject, parent: null },
    bodyFrom: group.from,
    cut: group.from - 1,
  }
}

/** "he replied: “I deny …”": what stands behind the colon or quotation mark of a saying is its content. */
const isQuotedContent = ({ tokens, boundary, previous, takesContent, edge }: Step): boolean => {
  if (boundary.kind !== 'punctuation' || !boundary.hasSubject || previous === null) return false
  const marks = tokens.slice(edge, boundary.at + 1).filter(t => t.upos === 'PUNCT')
  const opens = marks.some(t => t.form === ':') || (/^["“«]$/.test(tokens[boundary.at]?.form ?? '') && marks.length > 0)
  return opens && takesContent(tokens[previous.head]?.lemma ?? '')
}

const openQuoted = (step: Step): Open => {
  const { subject, bodyFrom } = subjectAndBody(step)
  const { group, boundary, opens } = step
  return {
    clause: { kind: 'complement', group, marker: null, subject, parent: last(opens) },
    bodyFrom,
    cut: boundary.at,
  }
}

/** Two verbs with nothing but a subject between: content without "that", a subject that got its verb, or a relative clause. */
const openUnmarked = (step: Step): Open => {
  const { tokens, phrases, group, boundary, previous, takesContent, opens, waiting, edge } = step
  const { subject, bodyFrom } = subjectAndBody(step)
  const speaks = previous !== null && takesContent(tokens[previous.head]?.lemma ?? '')
  const gerundSpeaks = tokens
    .slice(edge, boundary.subjectFrom + 1)
    .some(t => /^VB[GN]?$/.test(t.xpos) && takesContent(t.lemma))
  if (speaks || gerundSpeaks)
    return {
      clause: { kind: 'complement', group, marker: null, subject, parent: last(opens) },
      bodyFrom,
      cut: boundary.subjectFrom,
    }
  if (waiting.length > 0) return resume(step)
  // "the deal the two sides signed", or a verb that was none: the last phrase before it is its subject.
  const from = phrases.findLast(p => p.to < group.from)?.from ?? boundary.subjectFrom
  const range = { from, to: group.from - 1 }
  return {
    clause: { kind: 'relative', group, marker: null, subject: range, parent: last(opens) },
    bodyFrom: group.from,
    cut: from,
  }
}

const resume = ({ group, waiting, edge }: Step): Open => {
  const { range, parent } = waiting.pop() as Waiting
  return {
    clause: { kind: 'main', group, marker: null, subject: range, parent },
    bodyFrom: group.from,
    cut: Math.max(edge, group.from),
  }
}

/** A verb without a subject of its own beside an earlier one: they share its subject. */
const openConjunct = ({ tokens, group, boundary, opens, previous }: Step): Open => {
  const shared = previous !== null && sharesModal(tokens, group, previous)
  const main = opens.findLastIndex(o => o.clause.kind !== 'relative')
  const sibling = opens[shared || main < 0 ? opens.length - 1 : main]?.clause
  const before = tokens[group.from - 1]
  // "but now is the time": an adverb stands where the subject would.
  const inverted = group.copula && before?.upos === 'ADV' && /^(now|here|there)$/i.test(before.form)
  return {
    clause: {
      // Beside content stands content: "said that it had left and would stay away".
      kind: sibling?.kind === 'complement' ? 'complement' : 'conjunct',
      group: shared ? { ...group, modal: previous.modal, modalAt: previous.modalAt, tense: previous.tense } : group,
      marker: null,
      subject: inverted ? null : (sibling?.subject ?? null),
      parent: sibling?.parent ?? null,
    },
    bodyFrom: inverted ? group.from - 1 : group.from,
    cut: boundary.at >= 0 ? boundary.at : group.from,
  }
}

const openMarked = (step: Step): Open => {
  const { tokens, phrases, group, boundary, opens, edge } = step
  const phrase = phraseBefore(tokens, phrases, boundary.at)
  const antecedent = phrase && phrase.from >= edge ? phrase : null
  const kind = kindOfMarker(step, antecedent)
  const marker = (tokens[boundary.at] as Token).form.toLowerCase()
  if (antecedent && (kind !== 'adverbial' || TIME_AND_PLACE.has(marker))) leaveWaiting(step, antecedent)
  let cut = boundary.at
  const belongs = (t: Token | undefined) =>
    t !== undefined && (t.upos === 'ADP' || /^(even|only|just|,|and|but)$/i.test(t.form))
  while (cut - 1 >= edge && belongs(tokens[cut - 1])) cut -= 1
  const own = subjectAndBody(step)
  const whole = cleft(step) ?? (antecedent && { from: widenLeft(step, antecedent), to: antecedent.to })
  const subject = kind === 'relative' && !own.subject ? whole : own.subject
  return { clause: { kind, group, marker, subject, parent: last(opens) }, bodyFrom: own.bodyFrom, cut }
}

/** "It was Brezhnev, by then a dying man, who declared": the clause speaks of what stands behind "it was". */
const cleft = ({ tokens, phrases, previous, opens }: Step): Range | null => {
  const above = opens.at(-1)?.clause
  if (!previous?.copula || !above?.subject || !/^it$/i.test(tokens[above.subject.to]?.form ?? '')) return null
  const phrase = phrases.find(p => p.from === previous.to + 1)
  return phrase ? { from: phrase.from, to: phrase.to } : null
}

/** The phrase that ends right before a marker, a comma or preposition between left out. */
const phraseBefore = (tokens: readonly Token[], phrases: readonly NounPhrase[], at: number): NounPhrase | null => {
  let end = at - 1
  while (end >= 0 && (tokens[end]?.form === ',' || tokens[end]?.upos === 'ADP')) end -= 1
  return phrases.findLast(p => p.to === end || p.head === end) ?? null
}

/** A phrase before a marker that has no verb yet waits for one. */
const leaveWaiting = (step: Step, phrase: NounPhrase): void => {
  const { tokens, opens, waiting, edge } = step
  const from = widenLeft(step, phrase)
  const before = tokens[from - 1]
  const free =
    edge === 0 || before === undefined || /^(and|but|or|that|,|;|:)$/i.test(before.form) || isMarker(tokens, from - 1)
  if (!free) return
  const above = from === edge || edge === 0 ? null : last(opens)
  waiting.push({
    range: { from, to: phrase.to },
    parent: above === null ? null : (opens[above]?.clause.parent ?? null),
  })
}

/** Left over "of", "in" and the like, from a phrase to the whole that it ends: "the lobby in Washington". */
const widenLeft = ({ tokens, phrases, edge }: Step, phrase: NounPhrase): number => {
  let { from } = phrase
  for (;;) {
    const link = tokens[from - 1]
    if (!link || from - 1 < edge) return from
    const before = phrases.findLast(p => p.to === from - 2)
    const names = link.lemma === 'and' && tokens[from]?.upos === 'PROPN' && tokens[before?.head ?? -1]?.upos === 'PROPN'
    if (!names && !LINKING.has(link.form.toLowerCase())) return from
    if (!before || before.from < edge) return from
    from = before.from
  }
}

const kindOfMarker = ({ tokens, boundary, takesContent }: Step, phrase: NounPhrase | null): ClauseKind => {
  const t = tokens[boundary.at] as Token
  const lower = t.form.toLowerCase()
  const before = tokens[boundary.at - 1]
  if (isRelativeWord(t)) return phrase ? 'relative' : 'complement'
  if (lower === 'that') {
    if (!phrase) return 'complement'
    const noun = tokens[phrase.head]
    if (!boundary.hasSubject) return 'relative'
    return (noun && takesContent(noun.lemma)) || t.deprel === 'mark' ? 'complement' : 'relative'
  }
  if (['whether', 'how', 'why', 'what'].includes(lower)) return 'complement'
  if (lower === 'where' && before && before.form !== ',' && phrase) return 'relative'
  return 'adverbial'
}
