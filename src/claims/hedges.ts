import type { Hedge, HedgeKind } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import type { Token } from '../text/index.ts'
import type { Draft } from './draft.ts'
import type { PageSentence } from './page.ts'

/** An entry of data/claims/hedges.yaml. */
export interface HedgeEntry {
  readonly kind: HedgeKind
  readonly words: readonly string[]
  readonly modal?: boolean
  /** Only before a number. */
  readonly number?: boolean
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

export const hedgeEntries = (): readonly HedgeEntry[] =>
  readShippedYaml<{ hedges: readonly HedgeEntry[] }>('claims', 'hedges.yaml').hedges

interface Phrase {
  readonly kind: HedgeKind
  readonly words: readonly string[]
  readonly modal: boolean
  readonly number: boolean
}

let phrases: readonly Phrase[] | null = null
const read = (): readonly Phrase[] => {
  phrases ??= hedgeEntries()
    .flatMap(({ kind, words, modal = false, number = false }) =>
      words.map(w => ({ kind, words: w.split(' '), modal, number })),
    )
    .sort((a, b) => b.words.length - a.words.length)
  return phrases
}

/** A number said roughly is a hedge of the claim where the number is its point: in the subject, or right behind the verb. */
const holdsBack = (s: PageSentence, { type, clause }: Draft, at: number): boolean => {
  if (type === 'quantity') return true
  if (!clause) return false
  return at < clause.group.head ? s.sentence.tokens[at - 1]?.upos !== 'ADP' : at <= clause.group.head + 1
}

const isNegative = (t: Token | undefined): boolean => t !== undefined && /^(not|n't|no|never)$/i.test(t.form)

/** Whether a phrase stands at a token, and where it ends. */
const endOf = (tokens: readonly Token[], at: number, { words, modal, number }: Phrase): number | null => {
  const end = at + words.length - 1
  if (!words.every((w, k) => tokens[at + k]?.form.toLowerCase() === w)) return null
  const t = tokens[at]
  if (modal) {
    if (t?.xpos !== 'MD' || (isNegative(tokens[at + 1]) && /^ca$|^can$/i.test(t.form))) return null
    // "said that he would": a future told from the past holds nothing back.
    if (words[0] === 'would' && isToldFuture(tokens, at)) return null
  }
  if (number) {
    const next = tokens[end + 1]
    const after = next?.upos === 'DET' || next?.form === '$' ? tokens[end + 2] : next
    if (
      after?.upos !== 'NUM' &&
      after?.xpos !== 'CD' &&
      !/^(hundred|thousand|dozen|half|third|quarter|fortnight|month|year|decade|century)s?$/i.test(after?.form ?? '')
    )
      return null
  }
  return end
}

const isToldFuture = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(0, at)
    .some(
      t =>
        t.xpos === 'VBD' &&
        /^(say|announce|promise|pledge|vow|declare|tell|insist|warn|predict|state|add|hope|fear|threaten)$/.test(
          t.lemma,
        ),
    )

/** "may" and "might" in a condition, or of a relative clause's own, belong to the words they stand in; those of the claim count. */
export const hedgeOf = (s: PageSentence, draft: Draft): Hedge | null => {
  if (draft.office) return null
  const { tokens } = s.sentence
  const own = new Set(draft.own)
  const found: { words: string; from: number; to: number; kind: HedgeKind }[] = []
  const taken = new Set<number>()
  // Words of uncertainty right before the subject belong to the clause: "Perhaps Ankara has changed its mind".
  const lead = draft.clause ? leadOf(s, draft) : []
  const shared = draft.clause?.group.modalAt ?? null
  if (shared !== null && !own.has(shared)) lead.push(shared)
  for (const at of [...lead, ...draft.own]) {
    if (taken.has(at)) continue
    for (const phrase of read()) {
      // "after nearly a fortnight": an approximation holds back the number; elsewhere than in a claim of quantity it is no hedge.
      if (phrase.number && !holdsBack(s, draft, at)) continue
      const to = endOf(tokens, at, phrase)
      if (to === null || !(own.has(to) || lead.includes(to))) continue
      const text = tokens
        .slice(at, to + 1)
        .map(t => t.form)
        .join(' ')
      found.push({ words: text, from: at, to, kind: phrase.kind })
      for (let i = at; i <= to; i++) taken.add(i)
      break
    }
  }
  const first = found.sort((a, b) => a.from - b.from)[0]
  const last = found.at(-1)
  if (!first || !last) return null
  return {
    words: found.map(f => f.words),
    start: tokens[first.from]?.start ?? 0,
    end: tokens[last.to]?.end ?? 0,
    kind: (found.find(f => f.kind !== 'approximation') ?? first).kind,
  }
}

/** Up to five words before a clause, back to the punctuation or marker that parts it from others. */
const leadOf = (s: PageSentence, { clause }: Draft): number[] => {
  if (!clause) return []
  const from = Math.min(clause.subject?.from ?? clause.body.from, clause.body.from)
  const lead: number[] = []
  for (let i = from - 1; i >= 0 && from - i <= 5; i--) {
    const t = s.sentence.tokens[i] as Token
    const elsewhere = s.clauses.some(c => c !== clause && i >= c.body.from && i <= c.body.to)
    if (elsewhere || /^[;:.—–()]$/.test(t.form) || t.upos === 'SCONJ' || t.upos === 'VERB') break
    lead.unshift(i)
  }
  return lead
}
