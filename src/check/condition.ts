import type { ActorId, Span } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import type { Case } from './case.ts'
import { isWitness, matchesOf, type Sought } from './matching.ts'
import type { Days } from './search.ts'
import { actorFor, pairFirst, precedingOf } from './sides.ts'
import { contentKeys, typesOf } from './terms.ts'
import { termsFile } from './thresholds.ts'

/** "If X does not …" comes about by nothing happening: no act shows it. */
const isNegative = (quote: string): boolean => /\b(?:not|never|no|unless|without|fails?|failed)\b|n['’]t\b/i.test(quote)

export interface Condition {
  readonly actors: readonly ActorId[]
  readonly sought: Sought
}

/** Actors that the text names inside a span, whichever claim they were read for. */
const namedIn = (c: Case, span: Span): ActorId[] => {
  const mentions = c.ledger.claims.flatMap(o => o.actors).filter(a => a.start >= span.start && a.end <= span.end)
  return [...new Set(mentions.flatMap(a => actorFor(a.id, c.until) ?? []))]
}

const mentionsIn = (c: Case, span: Span): string[] =>
  c.ledger.claims.flatMap(o => o.actors).flatMap(a => (a.start >= span.start && a.end <= span.end ? [a.mention] : []))

/** "…, a prospect that would …": the condition may stand in the claim before, in the same sentence. */
const spanOfCondition = (c: Case): (Span & { readonly quote: string }) | null => {
  const { claim, ledger } = c
  if (claim.condition) return claim.condition
  const prospect = new RegExp(termsFile().prospects, 'iu')
  for (const other of precedingOf(claim, ledger.claims)) {
    const match = other.sentence === claim.sentence ? prospect.exec(other.quote) : null
    if (!match) continue
    const start = other.start + match.index
    return { start, end: start + match[0].length, quote: match[0] }
  }
  return null
}

/** The condition of a claim as an act to look for; null where it has none, or one that no act shows. */
export const conditionOf = (c: Case): Condition | null => {
  const condition = spanOfCondition(c)
  if (!condition || isNegative(condition.quote)) return null
  const named = namedIn(c, condition)
  const actors = named.length > 0 ? named : c.actors
  const terms = contentKeys([condition.quote], mentionsIn(c, condition))
  const [source, target] = pairFirst(actors)
  return {
    actors,
    sought: {
      ...{ source, target, directed: false, people: [], places: [], terms, manner: null },
      types: typesOf(contentKeys([condition.quote])),
    },
  }
}

/** The acts by which a condition came about. */
export const occurrencesOf = async (c: Case, { actors, sought }: Condition, days: Days): Promise<AsOfEvent[]> => {
  const { source, target } = sought
  const events =
    source && target ? await c.search.between([source, target], days) : await c.search.involving(actors, days)
  const happened = events.filter(e => (e.status === 'occurred' || e.status === 'ongoing') && e.day >= days.from)
  return matchesOf(happened, sought)
    .filter(m => isWitness(m, sought) && m.terms > 0)
    .map(m => m.event)
    .sort((a, b) => a.day.localeCompare(b.day) || (a.id < b.id ? -1 : 1))
}
