import type { OfficeMention } from '../../../actors/index.ts'
import { dayNumber, type Span } from '../../../domain/index.ts'
import { offices, personName } from '../../../facts/index.ts'
import type { Document } from '../../../text/index.ts'
import type { TimeMention } from '../../../text/times/index.ts'
import type { Evidence } from './evidence.ts'
import { sentenceAt, tenseOf, wordAt } from './tense.ts'

interface Term {
  readonly from: number
  readonly to: number
}

/**
 * Who is named with an office held it when the text was written, or before; a former holder no longer holds it. How
 * firmly "now" depends on the sentence: "President X says" is about the day, "President X signed" may be about any day since.
 */
export const officeEvidence = (
  document: Document,
  mentions: readonly OfficeMention[],
  times: readonly TimeMention[],
): Evidence[] => {
  const strongest = new Map<string, Evidence & { readonly force: number }>()
  for (const office of mentions) {
    const terms = termsOf(office)
    if (terms.length === 0 || /\belect\b/iu.test(office.quote)) continue
    const force = forceOf(document, office, times)
    const made = office.former ? formerHolder(office, terms) : holder(office, terms, force)
    const key = `${office.former} ${office.person} ${office.title}`
    const kept = strongest.get(key)
    if (!kept || kept.force < force) strongest.set(key, { ...made, force })
  }
  return [...strongest.values()]
}

const OPEN = dayNumber('2099-12-31')

/** The terms of the office that the words name; without a state at hand, of any office by that title. */
const termsOf = ({ person, title, of }: OfficeMention): Term[] =>
  person === null
    ? []
    : offices
        .of(person)
        .filter(held => held.object === title && (of === null || held.of === of) && held.from !== null)
        .map(held => ({
          from: dayNumber(held.from ?? '1900-01-01'),
          // An open end speaks only for the days that its source knows; after them the holder may have changed.
          to: held.to === null ? OPEN : dayNumber(held.to),
        }))

/** How firmly a mention binds the office to the day of writing: 1 in the present, little in a dated past. */
const forceOf = (document: Document, office: Span, times: readonly TimeMention[]): number => {
  const word = wordAt(document, office.end - 1)
  const sentence = sentenceAt(document, office.start)
  if (!word || !sentence) return 0.5
  const isDated = times.some(
    t =>
      t.kind === 'point' &&
      t.basis === 'stated' &&
      t.from !== null &&
      t.start >= sentence.start &&
      t.end <= sentence.end,
  )
  if (isDated) return 0
  const tense = tenseOf(word.sentence, word.token)
  return tense === 'present' || tense === 'future' || tense === 'perfect' ? 1 : 0.5
}

const holder = (office: OfficeMention, terms: readonly Term[], force: number): Evidence => {
  const first = Math.min(...terms.map(t => t.from))
  const after = force === 1 ? 0.06 : force === 0.5 ? 0.25 : 0.9
  return {
    start: office.start,
    end: office.end,
    says: `${nameOf(office)} holds the office of ${office.title}`,
    on: day => {
      if (day < first) return first - day < 60 ? 0.3 : 0.02
      return terms.some(t => day >= t.from && day <= t.to + 30) ? 1 : after
    },
  }
}

const formerHolder = (office: OfficeMention, terms: readonly Term[]): Evidence => {
  const ends = terms.map(t => t.to).filter(to => to !== OPEN)
  const first = ends.length > 0 ? Math.min(...ends) : Math.min(...terms.map(t => t.from))
  return {
    start: office.start,
    end: office.end,
    says: `${nameOf(office)} no longer holds the office of ${office.title}`,
    on: day => (day >= first ? 1 : 0.03),
  }
}

const nameOf = ({ person, name }: OfficeMention): string => (person && personName(person)) ?? name ?? 'who is named'
