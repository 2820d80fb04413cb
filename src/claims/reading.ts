import { type ActorId, actorKind, type ClaimActor, isState, type Reading, type Valence } from '../domain/index.ts'
import type { Token } from '../text/index.ts'
import type { Draft } from './draft.ts'
import type { Around } from './focus.ts'
import { inside, type PageSentence } from './page.ts'

const ORDERS: readonly (readonly ['first' | 'latest' | 'only' | 'most', RegExp])[] = [
  ['latest', /^(latest|newest)$/i],
  ['first', /^(first|earliest)$/i],
  ['only', /^only$/i],
]
const UNITS: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 }
const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

const tokensOf = (s: PageSentence, draft: Draft): Token[] => draft.own.flatMap(i => s.sentence.tokens[i] ?? [])

/** Lemmas of the words that carry meaning, names and times left out. */
const termsOf = (s: PageSentence, draft: Draft): string[] => {
  const words = tokensOf(s, draft).filter(
    t => ['NOUN', 'VERB', 'ADJ'].includes(t.upos) && !s.labels[t.i]?.has('actor') && !s.labels[t.i]?.has('time'),
  )
  return [...new Set(words.map(t => t.lemma.toLowerCase()))].filter(w => !['be', 'have', 'do'].includes(w))
}

/** The side that a claim about a relation takes: by its words, turned about by a negation. */
const valenceOf = (s: PageSentence, draft: Draft, negated: boolean): Valence => {
  const sum = draft.own.reduce((n, i) => n + (s.labels[i]?.has('warm') ? 1 : 0) - (s.labels[i]?.has('cold') ? 1 : 0), 0)
  // "a departure from the tensions", "an end to the feud": leaving the cold is warming.
  const leaves = tokensOf(s, draft).some(t =>
    /^(departure|end|break|reverse|overcome|defuse|reduce|ease|settle|bury)$/.test(t.lemma),
  )
  const side = Math.sign(sum) as Valence
  return ((leaves && side < 0) !== negated ? -side : side) as Valence
}

/** Whether a claim about what may come is about where relations go: "promote a rapprochement". */
const isMove = (s: PageSentence, draft: Draft): boolean =>
  draft.own.some(i => s.labels[i]?.has('trend') && s.sentence.tokens[i]?.upos === 'NOUN' && !s.labels[i]?.has('even'))

/**
 * The pair a claim speaks of: its own two states; those of its sentence; one state of the pair in hand and the other. A state outside that
 * pair stands with whom the sentence names beside it, else with the one of the pair that was named last. Where a sentence names only
 * others, the pair in hand is not meant.
 */
export const pairOf = (
  actors: readonly ClaimActor[],
  { pair, named, before }: Around,
): readonly [ActorId, ActorId | null] | null => {
  const [a, b] = actors.filter(x => isState(x.id) && x.role !== 'about').map(x => x.id)
  if (a && b) return [a, b]
  const [first, second, ...more] = named.filter(id => id !== a)
  if (!a) {
    if (first && second && more.length === 0) return [first, second]
    return named.length === 0 || named.some(id => pair?.includes(id)) ? pair : null
  }
  if (pair?.includes(a)) return pair
  if (first && !second) return [a, first]
  return [a, before.find(id => pair?.includes(id)) ?? null]
}

const numberOf = (tokens: readonly Token[], isNumber: (t: Token) => boolean): number | null => {
  const at = tokens.findIndex(isNumber)
  const t = tokens[at]
  if (!t) return null
  const plain = t.form.replace(/[,\s]/g, '').toLowerCase()
  const word = SMALL.indexOf(plain)
  const base = /^\d/.test(plain) ? Number.parseFloat(plain) : word >= 0 ? word : (UNITS[plain] ?? null)
  if (base === null || Number.isNaN(base)) return null
  const next = tokens[at + 1]?.form.toLowerCase().replace(/s$/, '') ?? ''
  return base * (UNITS[next] ?? 1)
}

const listedRegion = (s: PageSentence, draft: Draft): Reading | null => {
  const region = s.mentions.find(m => m.how === 'region' && inside(m, draft))
  const members = s.mentions.filter(m => isState(m.id) && inside(m, draft)).map(m => m.id)
  return region && members.length > 1 ? { kind: 'region', region: region.id, members } : null
}

const attributeReading = (
  s: PageSentence,
  draft: Draft,
  actors: readonly ClaimActor[],
  lastGroup: ActorId | null,
): Reading | null => {
  const own = s.mentions.find(m => m.how === 'organisation' && inside(m, draft))?.id
  const it = tokensOf(s, draft).some(t => t.upos === 'PRON' && /^(it|which)$/i.test(t.form))
  const group = own ?? (it ? lastGroup : null)
  // "It is no member of NATO": the state stands in a sentence before, and is found among the actors.
  const named = s.mentions.find(m => m.state && isState(m.id) && inside(m, draft))
  const member = named ?? actors.find(a => isState(a.id) && a.role !== 'about')
  const belongs = tokensOf(s, draft).some(t => /^(member|membership|belong|join|signatory|accede)$/.test(t.lemma))
  if (group && member && belongs) return { kind: 'membership', member: member.id, group }
  return listedRegion(s, draft)
}

/** How a claim is understood: what the room `check` needs to look for its matter. */
export const readingOf = (
  s: PageSentence,
  draft: Draft,
  actors: readonly ClaimActor[],
  facts: {
    readonly negated: boolean
    readonly around: Around
    readonly approximate: boolean
    /** The organisation named last before the claim. */
    readonly lastGroup: ActorId | null
  },
): Reading => {
  const terms = termsOf(s, draft)
  if (draft.office) {
    const { person, name, title, of, former } = draft.office
    return { kind: 'office', person: person ?? name ?? '', title, of, former }
  }
  const own = tokensOf(s, draft)
  const pair = pairOf(actors, facts.around)
  if (draft.type === 'comparison' && pair) {
    const order = ORDERS.find(([, word]) => own.some(t => word.test(t.form)))?.[0] ?? 'most'
    return { kind: 'extremum', order, pair, valence: valenceOf(s, draft, facts.negated), terms }
  }
  if (['relation_level', 'relation_trend', 'turning_point'].includes(draft.type) && pair) {
    const aspect = draft.type === 'relation_level' ? 'level' : draft.type === 'relation_trend' ? 'trend' : 'turn'
    return { kind: 'relation', pair, aspect, valence: valenceOf(s, draft, facts.negated) }
  }
  if (pair && ['forecast', 'conditional_or_advice'].includes(draft.type) && isMove(s, draft))
    return { kind: 'relation', pair, aspect: 'trend', valence: valenceOf(s, draft, facts.negated) }
  if (draft.type === 'quantity') {
    const value = numberOf(own, t => s.labels[t.i]?.has('number') ?? false)
    if (value !== null) return { kind: 'quantity', value, approximate: facts.approximate, terms }
  }
  if (draft.type === 'attribute') {
    const attribute = attributeReading(s, draft, actors, facts.lastGroup)
    if (attribute) return attribute
  }
  if (['event', 'announced_event', 'history_or_analogy', 'statement', 'accusation', 'forecast'].includes(draft.type)) {
    const people = actors.filter(a => actorKind(a.id) === 'person').map(a => a.id)
    const places = s.mentions
      .filter(m => inside(m, draft) && ['capital', 'place', 'region'].includes(m.how))
      .map(m => m.mention)
    return { kind: 'act', people, places: [...new Set(places)], terms }
  }
  return { kind: 'words', terms }
}
