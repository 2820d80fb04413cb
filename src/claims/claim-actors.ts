import type { Mention } from '../actors/index.ts'
import { type ActorRole, actorKind, type ClaimActor, type Span } from '../domain/index.ts'
import type { Draft } from './draft.ts'
import { inside, meets, type PageSentence, spanOf } from './page.ts'
import type { Resolve } from './pronouns.ts'

const SHARED = new Set(['relation_level', 'relation_trend', 'turning_point', 'comparison'])

const isPlace = (m: Mention): boolean => m.how === 'region' || m.how === 'place'

/** The mentions that a claim's own words hold, pronouns and a subject that stands apart included. */
const mentionsOf = (s: PageSentence, draft: Draft, resolve: Resolve): { m: Mention; at: Span; subject: boolean }[] => {
  const { tokens } = s.sentence
  const subject = draft.clause?.subject
  const subjectSpan = subject ? spanOf(s, subject.from, subject.to) : null
  const isSubject = (at: Span): boolean => subjectSpan !== null && inside(at, subjectSpan)
  const named = s.mentions
    .filter(m => inside(m, draft) || (subjectSpan !== null && inside(m, subjectSpan)))
    .map(m => ({ m, at: { start: m.start, end: m.end }, subject: isSubject(m) }))
  const words = [...new Set([...draft.own, ...tokens.filter(t => inside(t, draft)).map(t => t.i)])]
  const pronouns = words.flatMap(i => {
    const t = tokens[i]
    if (!t || (t.upos !== 'PRON' && t.xpos !== 'PRP$')) return []
    const at = { start: t.start, end: t.end }
    // "It was the first visit": this "it" stands for the visit.
    if (/^it$/i.test(t.form) && draft.type === 'comparison' && draft.clause?.group.copula) return []
    if (s.mentions.some(m => meets(m, at))) return []
    return resolve(s, i).map(m => ({ m, at, subject: isSubject(at) }))
  })
  return [...named, ...pronouns].sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end)
}

const linkBefore = (s: PageSentence, m: Mention): string => {
  const at = s.sentence.tokens.findIndex(t => t.end > m.start)
  const phrase = s.phrases.find(p => p.from <= at && at <= p.to)
  return s.sentence.tokens[(phrase?.from ?? at) - 1]?.lemma.toLowerCase() ?? ''
}

/** "met in Vienna": a capital where something happens is a place; "officials in Baku" are a government. */
const isVenue = (s: PageSentence, m: Mention): boolean => {
  const token = s.sentence.tokens.findLast(t => t.start >= m.start && t.end <= m.end)
  return m.how === 'capital' && token?.deprel.startsWith('obl') === true && linkBefore(s, m) === 'in'
}

/** Whether an act is named by a noun in the claim's own words. */
const named = (s: PageSentence, draft: Draft): boolean => draft.own.some(i => s.labels[i]?.has('act'))

/** Who is named in a claim and as what: the doer, the one it is done to, a side of a relation, or what it is about. */
export const actorsOf = (text: string, s: PageSentence, draft: Draft, resolve: Resolve): ClaimActor[] => {
  const found = mentionsOf(s, draft, resolve)
  const passive = draft.clause?.group.passive ?? false
  const roleOf = (m: Mention, subject: boolean): ActorRole => {
    if (isPlace(m) || draft.office || isVenue(s, m)) return 'about'
    // "a visit to Iran by an Armenian minister": prepositions tell who goes where.
    const link = linkBefore(s, m)
    if (link === 'by') return 'source'
    if (link === 'to' && named(s, draft)) return 'target'
    if (SHARED.has(draft.type) || draft.clause === null) return 'party'
    return subject !== passive ? 'source' : 'target'
  }
  const actors: ClaimActor[] = []
  const add = (id: string, at: Span, role: ActorRole) => {
    if (!actors.some(a => a.id === id)) actors.push({ id, mention: text.slice(at.start, at.end), ...at, role })
  }
  for (const { m, at, subject } of found) {
    const role = roleOf(m, subject)
    add(m.id, at, role)
    // A person acts for a state, a region lies in one: both are named by the same words.
    if (m.state && m.state !== m.id && actorKind(m.state)) add(m.state, at, role)
  }
  if (draft.office?.of) add(draft.office.of, draft.office, 'about')
  return actors
}
