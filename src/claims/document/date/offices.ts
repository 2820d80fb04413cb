import type { Mention, OfficeMention } from '../../../actors/index.ts'
import { dayNumber, isState, type Span } from '../../../domain/index.ts'
import { type OfficeHeld, offices, personName } from '../../../facts/index.ts'
import type { Document, TimeMention } from '../../../text/index.ts'
import { type Aged, type Evidence, type Signs, tooEarly } from './evidence.ts'
import { sentenceAt, subjectTense, tenseOf, wordAt } from './tense.ts'
import { dating } from './weights.ts'

/** A holder as a text names one: with a title, or by "the X administration". */
interface Holder extends Span {
  readonly person: string
  readonly terms: readonly Term[]
  readonly says: string
  readonly former: boolean
}

interface Term {
  readonly from: number
  readonly to: number
}

/**
 * Who is named with an office held it when the text was written, or before; a former holder no longer holds it. How
 * firmly "now" depends on the sentence: "President X says" is about the day, "President X signed" may be about any day since.
 */
export const officeSigns = (
  document: Document,
  officeMentions: readonly OfficeMention[],
  mentions: readonly Mention[],
  times: readonly TimeMention[],
): Signs => {
  const titled = officeMentions.flatMap(holderOf)
  const former = new Set(titled.flatMap(h => (h.former ? [h.person] : [])))
  const strongest = new Map<string, { readonly holder: Holder; readonly force: Force }>()
  for (const holder of [...titled, ...rulersOf(mentions).filter(h => !former.has(h.person))]) {
    if (holder.terms.length === 0) continue
    const force = holder.former ? 'former' : forceOf(document, holder, times)
    const key = `${holder.former} ${holder.person}`
    const kept = strongest.get(key)
    if (!kept || after(force) < after(kept.force)) strongest.set(key, { holder, force })
  }
  const holders = [...strongest.values()]
  return {
    evidence: holders.map(({ holder, force }) => evidenceOf(holder, force)),
    aged: holders.flatMap(({ holder }) => agesOf(holder)),
  }
}

/** How firmly a mention binds the office to the day of writing. */
type Force = 'present' | 'loose' | 'past' | 'dated' | 'former'

/** What is left of a day after the last term. */
const after = (force: Force): number => (force === 'former' ? 1 : dating().office[force])

/** Who is newly in or out of office is news too. */
const agesOf = ({ terms, former }: Holder): Aged[] =>
  terms.flatMap(({ from, to }): Aged[] => {
    if (!former) return [{ kind: 'offices', from, to: from }]
    return to === OPEN ? [] : [{ kind: 'offices', from: to, to }]
  })

const OPEN = dayNumber('2099-12-31')

const termOf = (held: OfficeHeld): Term => ({
  from: dayNumber(held.from ?? '1900-01-01'),
  to: held.to === null ? OPEN : dayNumber(held.to),
})

const holderOf = ({ start, end, quote, title, of, former: isFormer, person }: OfficeMention): Holder[] => {
  if (person === null || /\belect\b/iu.test(quote)) return []
  // "Then-president X" is not president now.
  const former = isFormer || /\bthen\b/iu.test(quote)
  const held = offices.of(person).filter(h => h.object === title && (of === null || h.of === of))
  const name = personName(person) ?? quote
  const says = former ? `${name} is no longer ${title}` : `${name} is ${title}`
  return [{ start, end, person, terms: held.map(termOf), says, former }]
}

/** Offices that name a government: "the Obama administration". */
const RULES =
  /^(?:president|prime minister|chancellor|supreme leader|paramount leader|general secretary|king|emir|sultan|shah|crown prince)$/

/** A state that is named by its ruler, with the ruler's name inside. */
const rulersOf = (mentions: readonly Mention[]): Holder[] =>
  mentions.flatMap((rule): Holder[] => {
    if (rule.how !== 'person' || !isState(rule.id)) return []
    const ruler = mentions.find(
      m => m !== rule && m.how === 'person' && !isState(m.id) && m.start >= rule.start && m.end <= rule.end,
    )
    if (!ruler) return []
    const held = offices.of(ruler.id).filter(h => h.of === rule.id && RULES.test(h.object))
    const says = `${personName(ruler.id) ?? ruler.mention} rules`
    return [{ start: rule.start, end: rule.end, person: ruler.id, terms: held.map(termOf), says, former: false }]
  })

const forceOf = (document: Document, { start, end }: Span, times: readonly TimeMention[]): Force => {
  const word = wordAt(document, end - 1)
  const sentence = sentenceAt(document, start)
  if (!word || !sentence) return 'loose'
  const isDated = times.some(
    t =>
      t.kind === 'point' &&
      t.from !== null &&
      t.basis !== 'document' &&
      t.start >= sentence.start &&
      t.end <= sentence.end,
  )
  if (isDated) return 'dated'
  const subject = subjectTense(word.sentence, word.token)
  if (subject === 'present' || subject === 'future' || subject === 'perfect') return 'present'
  return tenseOf(word.sentence, word.token) === 'past' ? 'past' : 'loose'
}

const evidenceOf = ({ start, end, says, terms, former }: Holder, force: Force): Evidence => {
  const { soon_days, soon, before: earlier, grace_days, former: stillIn } = dating().office
  const before = { soon_days, soon, earlier }
  const first = Math.min(...terms.map(t => t.from))
  if (former) {
    const ends = terms.map(t => t.to).filter(to => to !== OPEN)
    const over = ends.length > 0 ? Math.min(...ends) : first
    return {
      start,
      end,
      says,
      on: day => (day >= over ? 1 : tooEarly(over - day, { soon_days: 0, soon: stillIn, earlier: stillIn })),
    }
  }
  const later = after(force)
  return {
    start,
    end,
    says,
    on: day => {
      if (day < first) return tooEarly(first - day, before)
      return terms.some(t => day >= t.from && day <= t.to + grace_days) ? 1 : later
    },
  }
}
