import type { Mention } from '../actors/index.ts'
import { personIdFromName } from '../facts/index.ts'
import { inside, meets, type PageSentence, spanOf } from './page.ts'
import { classLabel } from './word-classes.ts'

const BODIES = new Set(['n-group', 'n-location', 'n-artifact', 'n-act', 'n-communication', 'n-event', 'n-time'])

/**
 * Names of people that no list knows, for pronouns to stand for: capitalised phrases that are subjects or in apposition,
 * no known actor and no body ("the Security Council").
 */
export const unlistedNames = (text: string, s: PageSentence): Mention[] => {
  const { tokens } = s.sentence
  return s.phrases.flatMap((p): Mention[] => {
    const words = tokens.slice(p.from, p.to + 1)
    const names = words.filter(t => t.upos === 'PROPN')
    const last = words.at(-1)
    if (!last || names.length === 0 || words.some(t => t.upos === 'DET' || t.upos === 'NUM') || last.upos !== 'PROPN')
      return []
    if (BODIES.has(classLabel(last.lemma.toLowerCase(), 'NOUN') ?? '') || s.labels[p.head]?.has('time')) return []
    const subject = s.clauses.find(c => c.subject && p.from >= c.subject.from && p.to <= c.subject.to)?.subject
    if (!subject || (names.length < 2 && p.head === 0)) return []
    const { start, end } = spanOf(s, names[0]?.i ?? p.from, p.to)
    if (s.mentions.some(m => meets(m, { start, end }))) return []
    const mention = text.slice(start, end)
    // "Farida Lodhi, a Pakistani scholar,": the state named beside a name is that of its bearer.
    const beside = spanOf(s, subject.from, subject.to)
    const state = s.mentions.find(m => m.state !== null && inside(m, beside))?.state ?? null
    return [{ start, end, mention, id: personIdFromName(mention), state, how: 'person', rivals: [], why: 'a name' }]
  })
}
