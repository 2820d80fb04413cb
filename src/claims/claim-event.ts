import { type ClaimActor, type ClaimEvent, type ClaimType, isState, type Status } from '../domain/index.ts'
import { type ActKind, actOf } from './acts.ts'
import type { Draft } from './draft.ts'
import type { PageSentence } from './page.ts'

const STATUS: Partial<Record<ClaimType, Status>> = {
  announced_event: 'announced',
  forecast: 'possible',
  conditional_or_advice: 'conditional',
}

const SPEAKS_OF_ACTS = new Set<ClaimType>([
  'event',
  'announced_event',
  'history_or_analogy',
  'statement',
  'accusation',
  'forecast',
  'conditional_or_advice',
  'turning_point',
  'cause',
  'quantity',
  'comparison',
])

/** "pay a visit", "hold talks", "express concern": verbs that leave the meaning to their object. */
const LIGHT = new Set([
  'hold',
  'pay',
  'make',
  'take',
  'give',
  'have',
  'be',
  'express',
  'voice',
  'issue',
  'begin',
  'start',
  'open',
  'launch',
  'reach',
  'sign',
  'conclude',
  'conduct',
  'carry',
  'offer',
  'follow',
  'see',
  'bring',
  'mark',
  'come',
])

/** The act that a claim speaks of: by its verb, or by the object of a verb that says little, or by the noun of a phrase. */
const kindOf = (s: PageSentence, { clause, own, phrase }: Draft): ActKind | null => {
  const lemma = (i: number) => s.sentence.tokens[i]?.lemma.toLowerCase() ?? ''
  if (phrase) {
    const acts = own.flatMap(i => (s.labels[i]?.has('act') || s.labels[i]?.has('wrong') ? (actOf(lemma(i)) ?? []) : []))
    return acts[0] ?? null
  }
  if (!clause) return null
  const verb = lemma(clause.group.head)
  // "concerning trade" is no concern: of verbs only infinitives say what is done.
  const nouns = own.filter(i => {
    const t = s.sentence.tokens[i]
    return i > clause.group.head && (t?.upos === 'NOUN' || t?.xpos === 'VB')
  })
  const byObject = nouns.slice(0, 3).flatMap(i => actOf(lemma(i)) ?? [])[0] ?? null
  return LIGHT.has(verb) ? (byObject ?? actOf(verb)) : (actOf(verb) ?? byObject)
}

const sideOf = (actors: readonly ClaimActor[], role: ClaimActor['role']): string | null => {
  const own = actors.filter(a => a.role === role)
  return (own.find(a => isState(a.id)) ?? own.find(a => !a.id.startsWith('per:')))?.id ?? null
}

/** What happened between whom, in the codes of the field; null where a claim speaks of no act. */
export const eventOf = (
  s: PageSentence,
  draft: Draft,
  actors: readonly ClaimActor[],
  alleged: boolean,
): ClaimEvent | null => {
  if (!SPEAKS_OF_ACTS.has(draft.type)) return null
  const kind = kindOf(s, draft)
  const parties = actors.filter(a => a.role === 'party' && isState(a.id)).map(a => a.id)
  const source = sideOf(actors, 'source') ?? parties[0] ?? null
  const target = sideOf(actors, 'target') ?? parties.find(id => id !== source) ?? null
  if (!kind && !source) return null
  return {
    type: kind?.type ?? null,
    cameo: kind?.cameo ?? null,
    source,
    target: target === source ? null : target,
    status: STATUS[draft.type] ?? (alleged ? 'alleged' : 'occurred'),
  }
}
