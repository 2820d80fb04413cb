import type { ActorId, Attribution } from '../domain/index.ts'
import { isState } from '../domain/index.ts'
import type { Clause, Range } from './clause/index.ts'
import type { Draft } from './draft.ts'
import { lexicon } from './lexicon.ts'
import { type Page, type PageSentence, spanOf } from './page.ts'
import type { Resolve } from './pronouns.ts'
import { isQuoted } from './quotations.ts'

const AUTHOR: Attribution = { to: 'author', actor: null, start: 0, end: 0 }

interface Speaker {
  readonly range: Range
}

const lemmaOf = (s: PageSentence, i: number): string => s.sentence.tokens[i]?.lemma.toLowerCase() ?? ''

/** Verbs whose content is the subject's word, not the author's. */
const speaks = (s: PageSentence, clause: Clause): boolean => {
  const { says, accuses } = lexicon()
  const lemma = lemmaOf(s, clause.group.head)
  return says.has(lemma) || accuses.has(lemma)
}

const isIt = (s: PageSentence, range: Range | null): boolean =>
  range !== null && range.from === range.to && /^it$/i.test(s.sentence.tokens[range.from]?.form ?? '')

/** "It is said that …", "is reported to have fled". */
const isUnnamedPassive = (s: PageSentence, clause: Clause): boolean => {
  if (clause.group.reported) return true
  const lemma = lemmaOf(s, clause.group.head)
  const tells =
    speaks(s, clause) || ['think', 'believe', 'report', 'rumour', 'rumor', 'suppose', 'allege'].includes(lemma)
  return clause.group.passive && tells && isIt(s, clause.subject)
}

/** Who says what a clause holds: the subject of the saying that it depends on, however far up. */
const speakerAbove = (s: PageSentence, index: number | null): Clause | null => {
  let at = index === null ? null : (s.clauses[index]?.parent ?? null)
  let below = index
  for (let steps = 0; at !== null && steps < 8; steps++) {
    const clause = s.clauses[at]
    const child = below === null ? null : s.clauses[below]
    if (clause && child?.kind === 'complement' && (speaks(s, clause) || isUnnamedPassive(s, clause))) return clause
    below = at
    at = clause?.parent ?? null
  }
  return null
}

/** "…, the minister said": a saying at the end of a sentence, with no content behind it, speaks for what stands before. */
const speakerBehind = (s: PageSentence, index: number): Clause | null => {
  const aside = s.clauses.find((c, k) => k !== index && c.kind === 'main' && isAside(s, c) && speaks(s, c))
  if (aside) return aside
  const last = s.clauses.at(-1)
  if (last?.kind !== 'main' || s.clauses.length - 1 <= index || !speaks(s, last)) return null
  const before = s.sentence.tokens[Math.min(last.subject?.from ?? last.body.from, last.body.from) - 1]
  return before && /^[,”"’']$/.test(before.form) && last.body.to - last.group.to <= 6 ? last : null
}

/** "that, diplomats say, is news": a saying between two commas with nothing behind its verb. */
const isAside = (s: PageSentence, { subject, body, group }: Clause): boolean => {
  const { tokens } = s.sentence
  const first = subject?.from ?? body.from
  return body.to === group.to && tokens[first - 1]?.form === ',' && /^,$/.test(tokens[body.to + 1]?.form ?? '')
}

/** "According to Seoul, …". */
const accordingTo = (s: PageSentence): Range | null => {
  const at = s.sentence.tokens.findIndex(
    (t, i) => /^according$/i.test(t.form) && /^to$/i.test(s.sentence.tokens[i + 1]?.form ?? ''),
  )
  const phrase = at < 0 ? undefined : s.phrases.find(p => p.from >= at + 2 && p.from <= at + 3)
  return phrase ? { from: phrase.from, to: phrase.to } : null
}

/** Sentences that a quotation may run on without naming its speaker again. */
const QUOTATION = 4

const REPORT = /^(reportedly|allegedly|purportedly|supposedly)$/i

const named = (page: Page, s: PageSentence, { range }: Speaker, resolve: Resolve): Attribution => {
  const span = spanOf(s, range.from, range.to)
  const words = page.text.slice(span.start, span.end)
  const first = s.sentence.tokens[range.from]
  if (range.from === range.to && first && lexicon().author.has(first.form.toLowerCase())) return AUTHOR
  const inPhrase = s.mentions.filter(m => m.start >= span.start && m.end <= span.end)
  const actor: ActorId | null = inPhrase.find(m => m.state && isState(m.state))?.state ?? inPhrase[0]?.id ?? null
  if (range.from === range.to && first?.upos === 'PRON') {
    const stands = resolve(s, range.from)
    if (stands.length > 0)
      return { to: stands.map(m => m.mention).join(' and '), actor: stands[0]?.state ?? null, ...span }
  }
  const head = s.phrases.find(p => p.from >= range.from && p.to <= range.to)
  if (!actor && head && lexicon().unnamed.has(lemmaOf(s, head.head))) return { to: 'unnamed', actor: null, ...span }
  return { to: words, actor, ...span }
}

/** Who says what a claim asserts: the author, unnamed reports, or a speaker in the text's own words. */
export const attributionOf = (page: Page, s: PageSentence, draft: Draft, resolve: Resolve): Attribution => {
  const { clause, clauseIndex, type } = draft
  if (draft.office) return AUTHOR
  const index = clauseIndex ?? clauseHolding(s, draft)
  const above = speakerAbove(s, index) ?? (index === null ? null : speakerBehind(s, index))
  if (above) {
    if (above.group.passive && isUnnamedPassive(s, above))
      return { to: 'unnamed', actor: null, ...spanOf(s, above.group.from, above.group.to) }
    if (above.subject) return named(page, s, { range: above.subject }, resolve)
  }
  if (clause?.subject && (type === 'statement' || type === 'accusation'))
    return named(page, s, { range: clause.subject }, resolve)
  const holder = clause === null && index !== null ? s.clauses[index] : null
  if (holder?.subject && type !== 'attribute' && isContent(s, holder, draft))
    return named(page, s, { range: holder.subject }, resolve)
  const source = accordingTo(s)
  if (source) return named(page, s, { range: source }, resolve)
  const report = draft.own.find(i => REPORT.test(s.sentence.tokens[i]?.form ?? ''))
  if (report !== undefined) return { to: 'unnamed', actor: null, ...spanOf(s, report, report) }
  if (clause && isUnnamedPassive(s, clause))
    return { to: 'unnamed', actor: null, ...spanOf(s, clause.group.from, clause.group.to) }
  return quoted(page, s, resolve) ?? AUTHOR
}

/** Who stands behind the closing mark of a sentence whose saying was not seen: "…," Foreign Minister X said. */
const namedBehind = (page: Page, s: PageSentence): Attribution | null => {
  const { start, end } = s.sentence
  const tail = /["”»][\s,]*(?=[^"”»]*$)/.exec(page.text.slice(start, end).replace(/["”»]\s*$/, ''))
  if (!tail || tail.index === 0) return null
  const speaker = s.mentions.find(m => m.start >= start + tail.index)
  return speaker ? { to: speaker.mention, actor: speaker.state, start: speaker.start, end: speaker.end } : null
}

/** A quotation that runs on: whoever spoke in the sentence before ("…," she said. "…"). */
const quoted = (page: Page, s: PageSentence, resolve: Resolve): Attribution | null => {
  if (!isQuoted(page, s)) return null
  const own = namedBehind(page, s)
  if (own) return own
  for (const before of page.sentences.slice(Math.max(0, s.index - QUOTATION), s.index).toReversed()) {
    const saying = before.clauses.findLast(c => c.subject !== null && speaks(before, c))
    if (saying?.subject) return named(page, before, { range: saying.subject }, resolve)
    if (!isQuoted(page, before)) return null
  }
  return null
}

/** The clause in whose body a phrase stands. */
const clauseHolding = (s: PageSentence, { own }: Draft): number | null => {
  const first = own[0]
  if (first === undefined) return null
  const at = s.clauses.findLastIndex(c => first >= c.body.from && first <= c.body.to)
  return at < 0 ? null : at
}

/** A phrase behind an accusing or complaining verb is its content: "complained about Russian meddling". */
const isContent = (s: PageSentence, clause: Clause, { own }: Draft): boolean => {
  const { says, accuses } = lexicon()
  const lemma = lemmaOf(s, clause.group.head)
  return (accuses.has(lemma) || says.has(lemma)) && (own[0] ?? 0) > clause.group.to
}
