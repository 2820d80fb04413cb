import type { ClaimType } from '../domain/index.ts'
import { longPhrase, type NounPhrase } from './clause/index.ts'
import type { Draft } from './draft.ts'
import { lexicon } from './lexicon.ts'
import { inside, type PageSentence, spanOf } from './page.ts'

const HANGING = new Set(['of', 'in', 'for', 'with', 'between', 'to', 'against', 'on', 'at', 'from'])
const DASHES = /^[,(:—–-]+$/

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

const phraseDraft = (s: PageSentence, type: ClaimType, from: number, to: number): Draft => ({
  ...spanOf(s, from, to),
  sentence: s.index,
  type,
  rule: null,
  own: range(from, to),
  clause: null,
  clauseIndex: null,
  phrase: { from, to },
  office: null,
  condition: null,
})

const isName = (s: PageSentence, p: NounPhrase): boolean => s.sentence.tokens[p.head]?.upos === 'PROPN'

/** A phrase that says what somebody is: "the spokesman of the ministry", "then an exile", "an alliance of rebel groups". */
const isDescription = (s: PageSentence, p: NounPhrase): boolean => {
  const [first, head] = [s.sentence.tokens[p.from], s.sentence.tokens[p.head]]
  return (
    head?.upos === 'NOUN' && p.to > p.from && (first?.upos === 'DET' || first?.xpos === 'PRP$' || p.to - p.from > 1)
  )
}

/** "Vikas Swarup, the spokesman of the ministry,": a name and what it is said to be. */
export const appositions = (s: PageSentence): Draft[] => {
  const { tokens } = s.sentence
  return s.phrases.flatMap((name, n) => {
    const comma = tokens[name.to + 1]
    const next = s.phrases[n + 1]
    if (!isName(s, name) || comma?.form !== ',' || !next) return []
    // "Israel, its foe" tells of two, not of one: that is a relation.
    if (s.labels[next.head]?.has('level')) return []
    const adverb = tokens[name.to + 2]?.upos === 'ADV' ? 1 : 0
    if (next.from !== name.to + 2 + adverb || !isDescription(s, next)) return []
    const whole = longPhrase(s.sentence, s.phrases, next, HANGING)
    const end = tokens[whole.to + 1]
    const closes =
      end === undefined ||
      /^[,.;:)—–]$/.test(end.form) ||
      end.upos === 'VERB' ||
      end.upos === 'AUX' ||
      end.upos === 'SCONJ'
    return closes && end?.upos !== 'CCONJ' ? [phraseDraft(s, 'attribute', name.from, whole.to)] : []
  })
}

/** "the South Caucasus -- Georgia, Armenia and Azerbaijan": a region and the states it is said to consist of. */
export const listedRegions = (s: PageSentence): Draft[] => {
  const { tokens } = s.sentence
  return s.mentions.flatMap(region => {
    if (region.how !== 'region') return []
    let at = tokens.findIndex(t => t.start >= region.end)
    if (at < 0 || !DASHES.test(tokens[at]?.form ?? '')) return []
    let states = 0
    let last = -1
    for (at += 1; at < tokens.length; at++) {
      const t = tokens[at]
      if (!t) break
      const state = s.mentions.find(m => m.start === t.start && m.how === 'name')
      if (state) {
        states += 1
        last = tokens.findLastIndex(x => x.end <= state.end)
        at = last
      } else if (t.form !== ',' && t.lemma !== 'and') break
    }
    const from = tokens.findIndex(t => t.end > region.start)
    const article = tokens[from - 1]?.upos === 'DET' ? 1 : 0
    return states > 1 ? [phraseDraft(s, 'attribute', from - article, last)] : []
  })
}

/** "complained about Russian meddling", "accused it of harbouring rebels": what somebody is charged with. */
export const charges = (s: PageSentence, clauses: readonly Draft[]): Draft[] =>
  clauses.flatMap(({ clause }) => {
    const lemma = s.sentence.tokens[clause?.group.head ?? -1]?.lemma ?? ''
    if (!clause || !(lexicon().accuses.has(lemma) || lexicon().says.has(lemma))) return []
    const link = range(clause.group.to + 1, clause.body.to).find(i =>
      /^(of|about|for|over|at|against)$/i.test(s.sentence.tokens[i]?.form ?? ''),
    )
    if (link === undefined) return []
    const gerund = s.sentence.tokens[link + 1]?.xpos === 'VBG' && lexicon().accuses.has(lemma)
    if (gerund) return [phraseDraft(s, 'accusation', link + 1, clause.body.to)]
    const phrase = s.phrases.find(p => p.from === link + 1)
    if (!phrase || !s.labels[phrase.head]?.has('wrong')) return []
    return [phraseDraft(s, 'accusation', phrase.from, longPhrase(s.sentence, s.phrases, phrase, HANGING).to)]
  })

/** "met with the president, and the premier": each further person met, each further state visited, is an act of its own. */
export const furtherObjects = (s: PageSentence, clauses: readonly Draft[]): Draft[] =>
  clauses.flatMap(draft => {
    const { clause } = draft
    if (!clause || !['event', 'announced_event', 'history_or_analogy'].includes(draft.type)) return []
    const verb = s.sentence.tokens[clause.group.head]
    if (!verb || !['meet', 'visit', 'tour', 'see', 'receive', 'host', 'invite'].includes(verb.lemma)) return []
    const body = spanOf(s, clause.group.to + 1, clause.body.to)
    const people = s.mentions.filter(
      m => inside(m, body) && (m.how === 'person' || (verb.lemma === 'visit' && m.how === 'name')),
    )
    return people.slice(1).flatMap(person => {
      const phrase = s.phrases.find(p => inside(person, spanOf(s, p.from, p.to)))
      const before = phrase ? s.sentence.tokens[phrase.from - 1] : undefined
      if (!phrase || before?.lemma !== 'and') return []
      const from = phrase.from - 1
      const span = spanOf(s, from, phrase.to)
      return [
        {
          ...draft,
          ...span,
          clauseIndex: draft.clauseIndex,
          own: [...range(clause.group.from, clause.group.to), ...range(from, phrase.to)],
        },
      ]
    })
  })
