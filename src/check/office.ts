import { actorName } from '../actors/index.ts'
import { addDays, type Bearing, contains, type Day, type Reading, type Receipt } from '../domain/index.ts'
import { type OfficeHeld, offices } from '../facts/index.ts'
import { byFacts } from './by-facts.ts'
import type { Case, Finding } from './case.ts'
import { namesPerson, nearName, sameName, withoutRank } from './names.ts'
import { eventReceipt, factReceipt } from './receipts.ts'
import { keysOf } from './terms.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { unlisted } from './unlisted.ts'
import { inWords, listed, told } from './wording.ts'

type Office = Extract<Reading, { kind: 'office' }>

const titleKeys = (title: string): string[] =>
  [...keysOf(title)].filter(key => !['of', 'the', 'for', 'and'].includes(key))

/** Same words in any order; a general title ("minister", "leader") fits every office that bears it. */
const sameTitle = (claimed: string, held: string): boolean => {
  const [a, b] = [titleKeys(claimed), titleKeys(held)]
  if (!a.every(key => b.includes(key))) return false
  return a.length === b.length || (a.length === 1 && termsFile().general_titles.includes(claimed.toLowerCase()))
}

const isOffice = (held: OfficeHeld, { title, of }: Office): boolean =>
  (of === null || held.of === of) && (sameTitle(title, held.object) || sameTitle(title, held.title))

/** "from 15 August 2013 to 20 August 2017", as far as that was known on a day. */
const span = ({ from, to }: OfficeHeld, asOf: Day): string => {
  const since = from === null ? 'from before the table begins' : `from ${inWords(from)}`
  return to !== null && to <= asOf ? `${since} to ${inWords(to)}` : `${since} on`
}

const role = (held: OfficeHeld): string => `${held.name} was ${held.object} of ${actorName(held.of ?? '')}`

const heldInWords = (held: OfficeHeld, asOf: Day): string => `${role(held)} ${span(held, asOf)}`

const show = (c: Case, list: readonly OfficeHeld[], bearing: Bearing): Receipt[] =>
  list.map(held => factReceipt(held, `${heldInWords(held, c.asOf)}.`, bearing, c.until, c.asOf))

/** Whether the table still speaks for a day: an open end says nothing beyond the last day that its source saw. */
const isConfirmed = (held: OfficeHeld, day: Day): boolean => day <= held.confirmed_until

/** Who held the office on the day, where the table knows. */
const inOffice = (c: Case, { title, of }: Office, own: readonly OfficeHeld[]): readonly OfficeHeld[] => {
  if (of === null) return []
  const names = new Set([
    title.toLowerCase(),
    title.toLowerCase().replace('defense', 'defence'),
    ...own.map(h => h.object),
  ])
  return [...names]
    .flatMap(name => offices.holders(name, of, c.until).filter(held => isConfirmed(held, c.until)))
    .filter((held, i, all) => all.findIndex(h => h.fact === held.fact) === i)
}

/** The offices of the person named; of a name that no table holds, that of a holder whose name is spelled much like it. */
const ownOffices = (c: Case, office: Office): readonly OfficeHeld[] => {
  const { person } = office
  const known = offices.of(person.startsWith('per:') ? person : withoutRank(person))
  const held = known.length > 0 ? known : inOffice(c, office, []).filter(h => nearName(h.name, person))
  return held.filter(h => isOffice(h, office) && (h.from ?? '') <= c.until)
}

/** Offices below those of the table: events that name the person and the title. */
const byEvents = async (c: Case, { person, title, of }: Office): Promise<Finding | null> => {
  const whom = of ? [of] : c.actors
  const days = { from: addDays(c.until, -thresholds().lookback.succession), to: c.until }
  const keys = titleKeys(title)
  const named = (await c.search.involving(whom, days)).filter(e => {
    const text = keysOf(e.summary)
    return (
      keys.every(key => text.has(key)) &&
      (e.people.some(p => sameName(p, person)) || namesPerson(e.summary, person)) &&
      e.people.length < 2
    )
  })
  const last = named.at(-1)
  if (!last) return null
  return {
    verdict: c.claim.negated ? 'disputed' : 'supported',
    because: `So called on record, ${told(last)}`,
    receipts: named.reverse().map(e => eventReceipt(e, c.claim.negated ? 'against' : 'for', c.asOf)),
  }
}

/** Who holds, or once held, an office: by the tables of offices on the day of judging. */
export const judgeOffice = async (c: Case, office: Office): Promise<Finding> => {
  const own = ownOffices(c, office)
  const open = own.filter(held => contains(held, c.until))
  const now = open.filter(held => isConfirmed(held, c.until))
  const past = own.filter(held => held.to !== null && held.to < c.until)
  const day = inWords(c.until)
  if (office.former && past[0] && now.length === 0)
    return byFacts(c, {
      answer: true,
      because: heldInWords(past[past.length - 1] ?? past[0], c.asOf),
      receipts: show(c, past, 'for'),
    })
  if (now[0])
    return byFacts(c, {
      answer: !office.former,
      because: `${role(now[0])} on ${day} (${span(now[0], c.asOf)})`,
      receipts: show(c, now, office.former ? 'against' : 'for'),
    })
  // Who was in office when the table ends may still be, and who had left may be back: only a known holder speaks against.
  const others =
    office.former || open[0] ? [] : inOffice(c, office, own).filter(held => !sameName(held.name, office.person))
  const before = open.at(-1) ?? past.at(-1)
  const known = before ? `${heldInWords(before, c.asOf)}; ` : ''
  if (others[0] && new RegExp(termsFile().descriptions, 'iu').test(c.claim.quote))
    return unlisted(
      c,
      `${known}on ${day} ${listed(others.map(h => h.name))} held the office by that name, which a description need not mean`,
    )
  if (others[0])
    return byFacts(c, {
      answer: false,
      because: `${known}on ${day} the office was held by ${listed(others.map(h => h.name))}`,
      receipts: [...show(c, others, 'against'), ...show(c, past, 'against')],
    })
  const seen = await byEvents(c, office)
  if (seen) return seen
  return unlisted(c, `${known}the tables of offices do not say who was ${office.title} on ${day}, nor does an event`)
}
