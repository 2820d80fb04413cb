import type { Mention, OfficeMention } from '../../../actors/index.ts'
import { dayNumber, isState, type Span } from '../../../domain/index.ts'
import { type OfficeHeld, offices, peopleNamed, personName } from '../../../facts/index.ts'
import type { Document, TimeMention } from '../../../text/index.ts'
import { type Aged, behind, type Evidence, type Signs, tooEarly } from './evidence.ts'
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
  /** `OPEN` where no end is known. */
  readonly to: number
  /** The last day that the facts speak for. */
  readonly sure: number
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
  const named = new Set(holders.map(({ holder }) => holder.person))
  return {
    evidence: [
      ...holders.map(({ holder, force }) => evidenceOf(holder, force)),
      ...personSigns(mentions.filter(m => !named.has(m.id))),
    ],
    aged: holders.flatMap(({ holder }) => agesOf(holder)),
  }
}

/** A leader named in full without an office, "Raúl Castro": hardly long before the first of them. */
const personSigns = (mentions: readonly Mention[]): Evidence[] => {
  const signs = new Map<string, Evidence>()
  for (const { id, how, start, end, mention } of mentions) {
    if (how !== 'person' || isState(id) || signs.has(id) || !/\s/u.test(mention)) continue
    const all = offices.of(id)
    if (!all.some(held => RULES.test(held.object))) continue
    const first = all
      .flatMap(held => held.from ?? [])
      .reduce<string | null>((a, b) => (a === null || b < a ? b : a), null)
    if (first) signs.set(id, { start, end, says: `${personName(id)} is known`, on: behind(first, dating().person) })
  }
  return [...signs.values()]
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
  sure: dayNumber(held.confirmed_until),
})

const holderOf = ({ start, end, quote, title, of, former: isFormer, person, name: words }: OfficeMention): Holder[] => {
  if (person === null || /\belect\b/iu.test(quote)) return []
  // "Then-president X" is not president now.
  const former = isFormer || /\bthen\b/iu.test(quote)
  const held = bearersOf(person, words).flatMap(id =>
    offices.of(id).filter(h => h.object === title && isOf(h, of, id === person)),
  )
  const name = personName(person) ?? quote
  const says = former ? `${name} is no longer ${title}` : `${name} is ${title}`
  return [{ start, end, person, terms: held.map(termOf), says, former }]
}

/** "President Bush", "President Hussein": whoever bears a family name may be meant, while nothing says when. */
const bearersOf = (person: string, name: string | null): readonly string[] =>
  name === null || /\s/u.test(name) ? [person] : [person, ...peopleNamed(name).filter(id => id !== person)]

const isOf = (held: OfficeHeld, of: string | null, isChosen: boolean): boolean =>
  of === null || !isChosen || held.of === of

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
  const { soon_days, soon, before: earlier, grace_days, former: stillIn, unknown_falls_in } = dating().office
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
      const term = terms.find(t => day >= t.from && day <= t.to + grace_days)
      if (!term) return later
      return term.to === OPEN && day > term.sure ? Math.max(later, Math.exp((term.sure - day) / unknown_falls_in)) : 1
    },
  }
}
