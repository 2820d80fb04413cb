import type { DocumentInput } from '../documents/index.ts'
import type { Claim, Day, Ledger } from '../domain/index.ts'
import { packageVersion } from '../shipped/index.ts'
import { argumentFile, argumentOf } from './argument.ts'
import { actorsOf } from './claim-actors.ts'
import { eventOf } from './claim-event.ts'
import { timeOf } from './claim-time.ts'
import { clauseClaims } from './clause-claims.ts'
import { readDocument } from './document/index.ts'
import type { Draft } from './draft.ts'
import { type Focus, focusOf } from './focus.ts'
import { appositions, charges, furtherObjects, listedRegions } from './further-claims.ts'
import { hedgeOf } from './hedges.ts'
import { isNegated } from './negation.ts'
import { officeClaims } from './office-claims.ts'
import { inside, type Page, type PageSentence, pageOf, spanOf } from './page.ts'
import { phraseClaims } from './phrase-claims.ts'
import { type Resolve, resolverOf } from './pronouns.ts'
import { readingOf } from './reading.ts'
import { attributionOf } from './speakers.ts'

const WHY_NOT: Partial<Record<Claim['type'], string>> = {
  normative: 'normative',
  gap: 'declared gap',
}

const inOrder = (a: Draft, b: Draft): number => a.start - b.start || b.end - a.end || (a.type < b.type ? -1 : 1)

const draftsOf = (page: Page, s: PageSentence): Draft[] => {
  if (!s.asserts) return []
  const clauses = clauseClaims(page, s)
  const offices = officeClaims(s)
  const phrases = phraseClaims(s, clauses)
  const further = [...charges(s, clauses), ...furtherObjects(s, clauses), ...appositions(s), ...listedRegions(s)]
  const named = further.filter(d => !offices.some(o => o.start === d.start || (d.type === 'attribute' && inside(o, d))))
  const all = [...clauses, ...offices, ...phrases, ...named].sort(inOrder)
  return all.filter((d, i) => all.findIndex(o => o.start === d.start && o.end === d.end) === i)
}

const bindsToDocument = (page: Page, s: PageSentence, draft: Draft): boolean => {
  const from = draft.clause ? Math.max(0, (draft.own[0] ?? 0) - 4) : (draft.own[0] ?? 0)
  const { start } = spanOf(s, from, from)
  const text = ` ${page.text.slice(start, draft.end).toLowerCase()} `
  return argumentFile().until_document.some(words => new RegExp(`[\\s,]${words}[\\s,.;]`).test(text))
}

const claimOf = (page: Page, s: PageSentence, draft: Draft, id: string, resolve: Resolve, focus: Focus): Claim => {
  const attribution = attributionOf(page, s, draft, resolve)
  const hedge = hedgeOf(s, draft)
  const negated = isNegated(s, draft)
  const actors = actorsOf(page.text, s, draft, resolve)
  const time = timeOf(page, s, draft)
  const alleged = attribution.to !== 'author' && draft.type === 'accusation' && draft.clause === null
  const event = eventOf(s, draft, actors, alleged)
  const condition = draft.condition
    ? spanOf(s, draft.condition.subject?.from ?? draft.condition.body.from, draft.condition.body.to)
    : null
  const lastGroup = page.sentences
    .slice(Math.max(0, s.index - 2), s.index + 1)
    .flatMap(o => o.mentions)
    .findLast(m => m.how === 'organisation' && m.end <= draft.end)
  const ahead = draft.type === 'announced_event' || draft.type === 'forecast'
  const { date } = page.facts
  return {
    id,
    sentence: draft.sentence,
    start: draft.start,
    end: draft.end,
    quote: page.text.slice(draft.start, draft.end),
    type: draft.type,
    negated,
    hedge,
    attribution,
    actors,
    time,
    event,
    due: ahead && time?.to && date && time.to >= date.from && time.basis !== 'tense' ? time.to : null,
    condition: condition ? { ...condition, quote: page.text.slice(condition.start, condition.end) } : null,
    checkable: !(draft.type in WHY_NOT),
    why_not: WHY_NOT[draft.type] ?? null,
    supports: [],
    until_document: bindsToDocument(page, s, draft),
    reading: readingOf(s, draft, actors, {
      lastGroup: lastGroup?.id ?? null,
      negated,
      around: focus(s.index),
      approximate:
        hedge?.kind === 'approximation' || hedge?.words.some(w => /about|nearly|some|around/i.test(w)) === true,
    }),
  }
}

const counted = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** A driver's claims give reasons for the thesis; what follows from them is the conclusion's. */
const withSupport = (claims: readonly Claim[], argument: Ledger['argument']): Claim[] => {
  const { thesis } = argument
  const reasons = new Set(argument.drivers.flatMap(d => d.claims))
  return claims.map(c => (thesis !== null && c.id !== thesis && reasons.has(c.id) ? { ...c, supports: [thesis] } : c))
}

/** How far the reading of a text has come. */
export interface ReadingProgress {
  /** Sentences that are parsed, of how many. */
  readonly sentences: { readonly done: number; readonly total: number }
  /** Claims found so far; null while sentences are still being parsed. */
  readonly claims: number | null
}

export interface ReadingOptions {
  /** The day the user says it was written, else stated or inferred. */
  readonly date: Day | null
  /** Told now and then, as reading takes all of a core. */
  readonly onProgress?: (progress: ReadingProgress) => void
}

/**
 * Reads a document: its facts, what it claims and how it argues. A text that is not about states makes an (almost) empty ledger.
 */
export const readLedger = (input: DocumentInput, { date, onProgress = () => {} }: ReadingOptions): Ledger => {
  const read = readDocument(input, {
    date,
    onRead: (done, total) => onProgress({ sentences: { done, total }, claims: null }),
  })
  const page = pageOf(read)
  const resolve = resolverOf(page)
  const focus = focusOf(page)
  const sentences = read.inScope ? page.sentences : []
  const total = page.sentences.length
  const bare: Claim[] = []
  for (const s of sentences) {
    for (const draft of draftsOf(page, s)) bare.push(claimOf(page, s, draft, `c${bare.length + 1}`, resolve, focus))
    onProgress({ sentences: { done: total, total }, claims: bare.length })
  }
  const argument = argumentOf(page, bare)
  const claims = withSupport(bare, argument)
  return {
    schema: 'detente.ledger/1',
    version: packageVersion(),
    document: page.facts,
    claims,
    argument,
    summary: {
      sentences: page.sentences.length,
      claims: claims.length,
      by_type: counted(claims.map(c => c.type)),
      by_verdict: {},
    },
  }
}
