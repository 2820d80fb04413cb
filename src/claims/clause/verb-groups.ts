import type { Sentence, Token } from '../../text/index.ts'

export type VerbForm = 'finite' | 'infinitive' | 'gerund' | 'participle'
export type Tense = 'past' | 'present' | 'future'

/** A verb with its helpers: "has not brought", "were reportedly signed". Token indexes, both included. */
export interface VerbGroup {
  readonly from: number
  readonly to: number
  /** The verb that carries the meaning; the copula itself where nothing follows it. */
  readonly head: number
  readonly form: VerbForm
  readonly tense: Tense
  /** Lemma of the modal verb, if there is one. */
  readonly modal: string | null
  readonly passive: boolean
  readonly perfect: boolean
  readonly copula: boolean
  /** "is said to have fled": the main verb is told by nobody in particular. */
  readonly reported: boolean
  /** Where the modal stands; it may be shared with the verb before. */
  readonly modalAt: number | null
}

const MODALS = new Set([
  'will',
  'would',
  'shall',
  'should',
  'may',
  'might',
  'can',
  'could',
  'must',
  'ought',
  "'ll",
  "'d",
])
const REFLEXIVES = new Set(['himself', 'herself', 'itself', 'themselves'])
/** "have to leave", "used to fight", "seems to waver": the infinitive carries the meaning. */
const BRIDGES = new Set([
  'have',
  'ought',
  'use',
  'go',
  'seem',
  'appear',
  'tend',
  'begin',
  'start',
  'continue',
  'happen',
  'prove',
])
/** "is said to have fled", "are believed to hold": so too behind these in the passive. */
const REPORTING = new Set([
  'say',
  'report',
  'believe',
  'think',
  'know',
  'understand',
  'allege',
  'rumour',
  'rumor',
  'consider',
  'suppose',
  'hold',
])

const isVerbal = (t: Token | undefined): boolean => t !== undefined && (t.upos === 'VERB' || t.upos === 'AUX')
const isHelper = (t: Token): boolean =>
  t.upos === 'AUX' || (t.upos === 'VERB' && ['be', 'have', 'do'].includes(t.lemma))

/** "the renewed war", "warming relations": a participle that stands where an adjective stands. */
export const isModifier = (tokens: readonly Token[], i: number): boolean => {
  const [t, before, after] = [tokens[i], tokens[i - 1], tokens[i + 1]]
  if (!t || !/^VB[GND]$/.test(t.xpos) || t.upos === 'AUX') return false
  if (after === undefined || !/^(NOUN|PROPN|ADJ)$/.test(after.upos)) return false
  if (t.deprel === 'amod' || t.deprel === 'compound') return true
  return (
    before !== undefined &&
    (before.upos === 'DET' || before.xpos === 'PRP$' || before.xpos === 'HYPH') &&
    t.xpos !== 'VBD'
  )
}

/** Where the next part of a group stands: over adverbs, "not", reflexives, and "might, in due course, promote". */
const nextPart = (tokens: readonly Token[], after: number, helper: Token): number | null => {
  let at = after + 1
  for (let t = tokens[at]; t; t = tokens[++at]) {
    if (isVerbal(t)) return at
    if (t.xpos === 'RB' || t.xpos === 'RBR' || t.upos === 'PART' || REFLEXIVES.has(t.form.toLowerCase())) continue
    if (t.form === ',' && isHelper(helper)) {
      const close = tokens.findIndex((x, k) => k > at && k <= at + 7 && x.form === ',')
      const verb = close < 0 ? undefined : tokens.slice(close + 1, close + 3).find(x => x.upos !== 'ADV')
      if (!verb || !/^VB[NG]?$/.test(verb.xpos) || verb.xpos === 'VBG') return null
      at = close
      continue
    }
    return null
  }
  return null
}

const isReporting = (helper: Token, parts: readonly Token[]): boolean =>
  REPORTING.has(helper.lemma) && /^VB[ND]$/.test(helper.xpos) && parts.some(t => t.lemma === 'be')

const joins = (helper: Token, next: Token, between: readonly Token[], parts: readonly Token[]): boolean => {
  const to = between.some(t => t.lemma === 'to' && t.upos === 'PART')
  if (to) return next.xpos === 'VB' && (BRIDGES.has(helper.lemma) || isReporting(helper, parts))
  if (!isHelper(helper) && !MODALS.has(helper.lemma)) return false
  return next.xpos !== 'MD' && !/^VB[ZP]$/.test(next.xpos)
}

const formOf = (first: Token, tokens: readonly Token[], head: number): VerbForm => {
  if (first.lemma === 'to' && first.upos === 'PART') return 'infinitive'
  if (/^(VBD|VBZ|VBP|MD)$/.test(first.xpos)) return 'finite'
  if (first.xpos === 'VBG') return 'gerund'
  const hasSubject = tokens.some(t => t.head === head && /^nsubj/.test(t.deprel) && t.i < first.i)
  // Participles are now and then mistaken for pasts and the other way round: a subject before decides.
  if (first.xpos === 'VBN') return hasSubject || first.deprel === 'root' ? 'finite' : 'participle'
  return hasSubject || first.i === 0 ? 'finite' : 'infinitive'
}

const tenseOf = (parts: readonly Token[], form: VerbForm): Tense => {
  const first = parts[0]
  if (!first || form === 'infinitive') return 'present'
  if (['will', 'shall', "'ll"].includes(first.lemma)) return 'future'
  if (first.xpos === 'VBD' || first.xpos === 'VBN') return 'past'
  // "shook" is no present, whatever its tag: presents look like their lemma.
  if (
    /^VBP?$/.test(first.xpos) &&
    first.lemma !== 'be' &&
    first.upos === 'VERB' &&
    first.form.toLowerCase() !== first.lemma.toLowerCase()
  )
    return 'past'
  if (parts.some(t => t.lemma === 'have') && parts.length > 1) return 'past'
  return 'present'
}

const groupAt = (tokens: readonly Token[], start: number): VerbGroup | null => {
  let head = start
  let bridged = false
  let reported = false
  const first = tokens[start] as Token
  const opensInfinitive = first.upos === 'PART' && first.lemma === 'to'
  if (opensInfinitive) {
    const verb = nextPart(tokens, start, first)
    if (verb === null || tokens[verb]?.xpos !== 'VB') return null
    head = verb
  }
  const parts: Token[] = [tokens[head] as Token]
  for (;;) {
    const helper = tokens[head] as Token
    const next = nextPart(tokens, head, helper)
    const following = tokens[head + 1]
    if (next !== null && joins(helper, tokens[next] as Token, tokens.slice(head + 1, next), parts)) {
      reported ||= tokens[next - 1]?.lemma === 'to' && isReporting(helper, parts)
      bridged ||= tokens[next - 1]?.lemma === 'to'
      head = next
      parts.push(tokens[next] as Token)
      continue
    }
    // "may prompt Iran": a verb that was taken for an adjective or noun behind its modal.
    if (helper.xpos === 'MD' && following && /^(ADJ|NOUN)$/.test(following.upos) && tokens[head + 2]?.upos !== 'AUX') {
      head += 1
      parts.push(following)
    }
    break
  }
  const verb = tokens[head] as Token
  const form = formOf(first, tokens, head)
  const modal = parts.find(t => t.xpos === 'MD' || (t.upos === 'AUX' && MODALS.has(t.lemma)))
  const helpers = parts.slice(0, -1)
  return {
    from: start,
    to: head,
    head,
    form,
    tense: tenseOf(parts, form),
    modal: modal
      ? modal.lemma
      : bridged && parts.length === 2 && parts[0]?.lemma === 'have' && first.xpos !== 'VBD'
        ? 'must'
        : null,
    passive: /^VB[ND]$/.test(verb.xpos) && ['be', 'get'].includes(parts.at(-2)?.lemma ?? ''),
    perfect: helpers.some(t => t.lemma === 'have'),
    copula: verb.lemma === 'be',
    reported,
    modalAt: modal?.i ?? null,
  }
}

/** All verb groups of a sentence, in order, modifiers left out. */
export const verbGroups = ({ tokens }: Sentence): VerbGroup[] => {
  const groups: VerbGroup[] = []
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i] as Token
    const opens = (isVerbal(t) && !isModifier(tokens, i)) || (t.upos === 'PART' && t.lemma === 'to')
    const group = opens ? groupAt(tokens, i) : null
    if (!group) continue
    groups.push(group)
    i = group.to
  }
  return groups
}
