import type { ActorId, Span } from '../domain/index.ts'
import { spellingKey } from '../facts/index.ts'
import type { Mention } from './mention.ts'
import { knownNameEnd, nameRunEnd, nameText } from './name-run.ts'
import type { OfficeFound } from './offices.ts'
import type { Page } from './page.ts'
import { leaderOfSurname, type Person, personOfFullName, stateOfPerson } from './people.ts'
import { listOf, readTable } from './tables.ts'
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

let wordLike: ReadonlySet<string> | null = null
/** Family names that are words too ("May", "Rice"): alone they count only after the full name. */
const isWordLike = (key: string): boolean => {
  wordLike ??= new Set(
    readTable('not-actors').flatMap(row =>
      row.kind === 'surname-word' ? listOf(row.words).map(w => w.toLowerCase()) : [],
    ),
  )
  return wordLike.has(key)
}

/** Full names that stand alone, known from the table of offices. */
const fullNames = (page: Page, taken: (i: number) => boolean): Named[] => {
  const { text, words } = page
  const found: Named[] = []
  for (let at = 0; at < words.length; at++) {
    if (!words[at]?.capital || taken(at)) continue
    const run = nameRunEnd(text, words, at, i => taken(i))
    const end = run - at >= 2 ? knownNameEnd(text, words, at, run) : at
    if (end === at) continue
    const person = personOfFullName(nameText(text, words, at, end), { title: null, of: null, on: page.on })
    found.push({ from: at, to: end, person, of: null, why: 'a full name that the table of offices knows' })
    at = end - 1
  }
  return found
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
  for (const named of full) {
    // Chinese and Korean names begin with the family name, so the first word may be used alone too.
    const keys = [named.to - 1, named.from].map(i => spellingKey(words[i]?.text ?? ''))
    for (const key of new Set(named.to - named.from > 1 ? keys : keys.slice(0, 1)))
      introduced.set(key, [...(introduced.get(key) ?? []), named])
  }
  const found: Named[] = []
  words.forEach((word, at) => {
    if (!word.capital || word.text.length < 2 || taken(at)) return
    const bearers = introduced.get(spellingKey(word.text)) ?? []
    const before = bearers.filter(b => b.from < at)
    const chosen = before.at(-1) ?? bearers[0]
    const isFirstWordOnly =
      chosen !== undefined && spellingKey(words[chosen.to - 1]?.text ?? '') !== spellingKey(word.text)
    if (chosen && (!isFirstWordOnly || isEastAsian(chosen, page))) {
      const others = bearers.map(b => b.person.id).filter(id => id !== chosen.person.id)
      const person = { ...chosen.person, rivals: [...new Set(others)] }
      found.push({ from: at, to: at + 1, person, of: chosen.of, why: 'the family name of someone named in full' })
      return
    }
    const titled = honorificsAt(text, words, at - 1) === 1
    if (isWordLike(word.key) && !titled) return
    const leader = leaderOfSurname(word.text, page.on, states)
    if (leader)
      found.push({
        from: at,
        to: at + 1,
        person: leader,
        of: null,
        why: 'the one leader of that name, of a state that the text speaks of',
      })
  })
  return found
}

const isEastAsian = (named: Named, page: Page): boolean =>
  /^(?:CHN|TWN|KOR|PRK|VNM|KHM|SGP|MMR|HKG)$/.test(named.of ?? stateOfPerson(named.person.id, page.on) ?? '')

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
  for (const n of titled) occupy(n.from, n.to)
  const full = fullNames(page, taken)
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
