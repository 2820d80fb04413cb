import type { ActorId, Span } from '../domain/index.ts'
import type { Mention } from './mention.ts'
import { MONTHS, nameEnd, nameText, STOP } from './name-run.ts'
import { notActors } from './not-actors.ts'
import type { OfficeFound } from './offices.ts'
import type { Page } from './page.ts'
import { leaderOfSurname, type Person, personOfFullName, stateOfPerson } from './people.ts'
import { honorificsAt, titleWords } from './titles.ts'
import { afterPossessive, isBlank } from './words.ts'

/** A name in the text, as word indices, and who bears it. */
interface Named {
  readonly from: number
  readonly to: number
  readonly person: Person
  /** The state that the text itself gives ("Iranian Defense Minister …"). */
  readonly of: ActorId | null
  readonly why: string
}

/** Family names that are words or given names too ("May", "Rice"): alone they count only after the full name. */
const isWordLike = (key: string): boolean => notActors('surname-word').has(key) || notActors('given-name').has(key)

/** Full names that stand alone, known from the table of offices. `taken`: words of other actors; `named`: of people with an office. */
const fullNames = (page: Page, taken: (i: number) => boolean, named: (i: number) => boolean): Named[] => {
  const { text, words } = page
  const found: Named[] = []
  for (let at = 0; at < words.length; at++) {
    if (!words[at]?.capital || named(at)) continue
    const { end, known } = nameEnd(text, words, at, taken)
    if (!known) continue
    const person = personOfFullName(nameText(text, words, at, end), { title: null, of: null, on: page.on })
    found.push({ from: at, to: end, person, of: null, why: 'a full name that the table of offices knows' })
    at = end - 1
  }
  return found
}

const EAST_ASIAN = /^(?:CHN|TWN|KOR|PRK|VNM|KHM|HKG)$/

/** The words of a full name that may stand for it alone: the last, and the first where the family name stands first. */
const shortForms = (page: Page, named: Named): string[] => {
  const last = page.words[named.to - 1]
  const first = page.words[named.from]
  const state = named.of ?? stateOfPerson(named.person.id, page.on) ?? ''
  const forms = EAST_ASIAN.test(state) ? [first, last] : [last]
  return forms.flatMap(word => (word?.capital && word.text.length > 1 && !STOP.has(word.key) ? [word.key] : []))
}

/** Headlines write every word with a capital, so that a capital beside a name says nothing there. */
const inHeadline = (page: Page, at: number): boolean => {
  const { text, words } = page
  const place = words[at]?.start ?? 0
  const from = text.lastIndexOf('\n', place) + 1
  const to = text.indexOf('\n', place)
  const line = text.slice(from, to < 0 ? text.length : to)
  if (line.length > 160) return false
  const long = line.match(/\p{L}{4,}/gu) ?? []
  return long.length > 0 && long.filter(word => /^\p{Lu}/u.test(word)).length >= long.length * 0.8
}

/** Whether a capitalised word stands beside others that may be parts of the same, unknown name ("Salman Rushdie"). */
const standsAlone = (page: Page, at: number, taken: (i: number) => boolean): boolean => {
  const { text, words } = page
  const [left, word, right] = [words[at - 1], words[at], words[at + 1]]
  if (!word) return false
  const isName = (i: number) => words[i]?.capital === true && !STOP.has(words[i]?.key ?? '') && !taken(i)
  const beside = (a: typeof left, b: typeof left) => a && b && text.slice(a.end, b.start) === ' '
  if (beside(left, word) && isName(at - 1) && honorificsAt(text, words, at - 1) === 0) return false
  return !(beside(word, right) && isName(at + 1))
}

/** "Mr. Kerry", "Ayatollah Khamenei", and family names of people whom the text names in full somewhere. */
const surnames = (
  page: Page,
  full: readonly Named[],
  states: ReadonlySet<ActorId>,
  taken: (i: number) => boolean,
): Named[] => {
  const { text, words } = page
  const introduced = new Map<string, Named[]>()
  for (const named of full)
    for (const key of new Set(shortForms(page, named))) introduced.set(key, [...(introduced.get(key) ?? []), named])
  return words.flatMap((word, at): Named[] => {
    if (!word.capital || word.text.length < 2 || taken(at) || STOP.has(word.key)) return []
    if (!standsAlone(page, at, taken) && !inHeadline(page, at)) return []
    const titled = honorificsAt(text, words, at - 1) === 1
    // "May" is a month, unless it owns something.
    if (MONTHS.has(word.key) && !titled && afterPossessive(text, words, at) === at + 1) return []
    const bearers = introduced.get(word.key) ?? []
    const chosen = bearers.filter(b => b.from < at).at(-1) ?? bearers[0]
    if (chosen) {
      const others = bearers.map(b => b.person.id).filter(id => id !== chosen.person.id)
      const person = { ...chosen.person, rivals: [...new Set(others)] }
      return [{ from: at, to: at + 1, person, of: chosen.of, why: 'the family name of someone named in full' }]
    }
    if (isWordLike(word.key) && !titled) return []
    const person = leaderOfSurname(word.text, page.on, states)
    const why = 'the one leader of that name, of a state that the text speaks of'
    return person ? [{ from: at, to: at + 1, person, of: null, why }] : []
  })
}

/** "the Obama administration", "Aliyev's government", "the regime of Bashar Assad": the state, around the person. */
const ruleSpan = (page: Page, { from, to }: Named): Span | null => {
  const { text, words } = page
  const { rule } = titleWords()
  const next = afterPossessive(text, words, to - 1)
  const [word, left] = [words[next], words[next - 1]]
  if (word && left && rule.has(word.key) && /^['’]?\s+$/.test(text.slice(left.end, word.start)))
    return { start: words[from]?.start ?? 0, end: word.end }
  const [of, before] = [words[from - 1], words[from - 2]]
  const first = words[from]
  if (of?.key === 'of' && before && first && rule.has(before.key) && isBlank(text.slice(of.end, first.start)))
    return { start: before.start, end: words[to - 1]?.end ?? first.end }
  return null
}

/** All people of a text; and states that are named by their ruler. */
export const findPeople = (page: Page, offices: readonly OfficeFound[], states: ReadonlySet<ActorId>): Mention[] => {
  const { text, words } = page
  const occupied = new Set<number>()
  const occupy = (from: number, to: number) => {
    for (let i = from; i < to; i++) occupied.add(i)
  }
  for (const f of page.found) occupy(f.from, f.to)
  const taken = (i: number) => occupied.has(i)

  const titled = offices.flatMap((o): Named[] =>
    o.resolved
      ? [{ from: o.nameFrom, to: o.nameTo, person: o.resolved, of: o.of, why: `named with the office ${o.title}` }]
      : [],
  )
  const held = new Set(titled.flatMap(n => words.slice(n.from, n.to).map((_, i) => n.from + i)))
  for (const n of titled) occupy(n.from, n.to)
  const full = fullNames(page, taken, i => held.has(i))
  for (const n of full) occupy(n.from, n.to)
  const inFull = [...titled, ...full].sort((a, b) => a.from - b.from)
  const all = [...inFull, ...surnames(page, inFull, states, taken)]

  return all.flatMap((named): Mention[] => {
    const start = words[named.from]?.start ?? 0
    const end = words[named.to - 1]?.end ?? start
    const state = stateOfPerson(named.person.id, page.on) ?? (named.of && /^[A-Z]{3}$/.test(named.of) ? named.of : null)
    const rivals = named.person.rivals.slice(0, 5).map(id => ({ id, why: 'bears the same name' }))
    const person: Mention = {
      start,
      end,
      mention: text.slice(start, end),
      id: named.person.id,
      state,
      how: 'person',
      rivals,
      why: named.why,
    }
    const span = state ? ruleSpan(page, named) : null
    if (!span || !state) return [person]
    const mention = text.slice(span.start, span.end)
    return [
      person,
      { ...span, mention, id: state, state, how: 'person', rivals: [], why: `the government of ${person.mention}` },
    ]
  })
}
