import type { ActorId, Day } from '../domain/index.ts'
import { offices as held } from '../facts/index.ts'
import type { OfficeMention } from './mention.ts'
import { knownNameEnd, nameEnd, nameRunEnd, nameText } from './name-run.ts'
import type { Page } from './page.ts'
import { type Person, personOfFullName, personOfTitleAndSurname, stateOfPerson } from './people.ts'
import { findTitles, honorificsAt, type TitleFound, titleWords } from './titles.ts'
import { isBlank } from './words.ts'

/** An office phrase with the words it was made of. */
export interface OfficeFound extends OfficeMention {
  readonly nameFrom: number
  readonly nameTo: number
  readonly resolved: Person | null
}

/** Beside a state or a name only: "the leader", "a minister" alone are nobody. */
const COUNTERPART = /^counterparts?$/

const gapBefore = (page: Page, index: number): string =>
  page.text.slice(page.words[index - 1]?.end ?? 0, page.words[index]?.start ?? 0)

/** State right before word `at`: "Iranian ▸", "Iran's ▸", with modifiers between. */
const stateBefore = (page: Page, at: number): { of: ActorId | null; from: number; former: boolean } => {
  const { former: formers, modifier } = titleWords()
  let from = at
  let former = false
  let of: ActorId | null = null
  for (;;) {
    const left = page.words[from - 1]
    const owner = page.before.get(from)
    // The dot of "U.S." belongs to the name.
    const gap = owner && owner.to === from ? page.text.slice(owner.end, page.words[from]?.start) : gapBefore(page, from)
    if (!left || !(isBlank(gap) || gap === '-' || gap === '’ ' || gap === "' ")) break
    if (formers.has(left.key)) {
      former = true
      from -= 1
    } else if (modifier.has(left.key)) from -= 1
    else if (of === null) {
      if (!owner?.choice || /^(?:region|place)$/.test(owner.choice.sense.how)) break
      of = owner.choice.sense.id
      from = owner.from
    } else break
  }
  return { of, from, former }
}

/** "… of Iran", "… for the European Union" right after word `at` (excluded end of a title or name). */
const stateAfter = (page: Page, at: number): { of: ActorId | null; to: number } => {
  const none = { of: null, to: at }
  if (page.words[at]?.key !== 'of' || !isBlank(gapBefore(page, at))) return none
  const next = page.words[at + 1]?.key === 'the' ? at + 2 : at + 1
  const owner = page.from.get(next)
  return owner?.choice ? { of: owner.choice.sense.id, to: owner.to } : none
}

const barrierOf = (page: Page, titles: readonly TitleFound[]): ((index: number) => boolean) => {
  const taken = new Set<number>()
  for (const f of page.found) for (let i = f.from; i < f.to; i++) taken.add(i)
  for (const t of titles) for (let i = t.from; i < t.to; i++) taken.add(i)
  return index => taken.has(index)
}

/** The name that begins at word `at`, after honorifics; null when none does. */
const nameAt = (page: Page, at: number, barrier: (index: number) => boolean): { from: number; to: number } | null => {
  const from = at + honorificsAt(page.text, page.words, at)
  const { end } = nameEnd(page.text, page.words, from, barrier)
  return end === from ? null : { from, to: end }
}

const findPerson = (
  page: Page,
  from: number,
  to: number,
  title: string,
  of: ActorId | null,
): { person: Person; to: number } => {
  const hints = { title, of, on: page.on }
  const whole = nameText(page.text, page.words, from, to)
  if (to - from === 1) return { person: personOfTitleAndSurname(whole, hints), to }
  const person = personOfFullName(whole, hints)
  if (person.known) return { person, to }
  // A headline's "President Rouhani Visits Baku": the first word alone may be the name.
  const first = personOfTitleAndSurname(nameText(page.text, page.words, from, from + 1), hints)
  return first.known ? { person: first, to: from + 1 } : { person, to }
}

/** The one who held an office on the document's day, when there was just one. */
const holderThen = (page: Page, title: string, of: ActorId | null): ActorId | null => {
  if (of === null || page.on === null) return null
  const then = new Set(held.holders(title, of, page.on).map(h => h.subject))
  return then.size === 1 ? ([...then][0] ?? null) : null
}

/** Before a name these make it a place: "In Camp David, the Israeli president, …". */
const LEADS_TO_PLACE = new Set('in at on to from near via for of by with after before'.split(' '))

/**
 * "Ana Kova, Peru's foreign minister, said": two names and more that no table knows, the office set off behind them by commas. `from`, `to`: the
 * name; `end`: behind the office.
 */
const isSetOff = ({ text, words }: Page, from: number, to: number, end: number): boolean => {
  if (to - from < 2 || !/^\s*(?:,|$)/.test(text.slice(words[end - 1]?.end ?? 0))) return false
  const before = words[from - 1]
  return !before || !isBlank(text.slice(before.end, words[from]?.start)) || !LEADS_TO_PLACE.has(before.key)
}

const read = (page: Page, title: TitleFound, barrier: (i: number) => boolean): OfficeFound | null => {
  const { text, words } = page
  const left = stateBefore(page, title.from)
  const right = stateAfter(page, title.to)
  let of = left.of ?? right.of ?? title.of
  let [from, to] = [left.from, right.to]
  let former = left.former
  let name: { from: number; to: number } | null = null

  const gap = gapBefore(page, to)
  if (isBlank(gap) || /^, ?$/.test(gap)) name = nameAt(page, to, barrier)
  // After a comma a name stands in apposition: "Iran's president, Hassan Rouhani,". "… the president, European officials say" is none.
  if (name && /^,/.test(gap) && of === null) name = null
  // "president of the World Bank Group": a lone unknown word after an organisation is more of its name.
  if (name && right.of !== null && name.to - name.from === 1 && isBlank(gap)) name = null
  if (name) {
    to = Math.max(to, name.to)
    const after = stateAfter(page, name.to)
    if (after.of && left.of === null && right.of === null) {
      of = after.of
      to = after.to
    }
  } else {
    // "Hassan Rouhani, the Iranian president": the name stands before.
    const article = /^(?:the|a|an|its|their)$/.test(words[from - 1]?.key ?? '') ? from - 1 : from
    if (/^,\s$/.test(gapBefore(page, article))) {
      let begin = article - 1
      while (begin > 0 && article - begin < 5 && nameRunEnd(text, words, begin - 1, barrier) >= article) begin -= 1
      if (
        nameRunEnd(text, words, begin, barrier) === article &&
        (knownNameEnd(text, words, begin, article) === article || (of !== null && isSetOff(page, begin, article, to)))
      ) {
        name = { from: begin, to: article }
        const before = stateBefore(page, begin)
        former = former || before.former
        from = begin
      }
    }
  }
  if (!name && of === null) return null
  if (!name && title.of !== null && left.of === null && right.of === null && !words[title.from]?.capital) return null

  const found = name ? findPerson(page, name.from, name.to, title.title, of) : null
  if (name && found) {
    if (to === name.to) to = found.to
    name = { from: name.from, to: found.to }
    if (of === null && found.person.known) of = officeState(found.person.id, title.title, page.on)
  }
  const start = words[from]?.start ?? 0
  const end = words[to - 1]?.end ?? start
  return {
    start,
    end,
    quote: text.slice(start, end),
    title: title.title,
    of,
    former,
    person: found ? found.person.id : former ? null : holderThen(page, title.title, of),
    name: name ? nameText(text, words, name.from, name.to) : null,
    nameStart: name ? (words[name.from]?.start ?? end) : end,
    nameEnd: name ? (words[name.to - 1]?.end ?? end) : end,
    nameFrom: name?.from ?? to,
    nameTo: name?.to ?? to,
    resolved: found?.person ?? null,
  }
}

/** Whose office a known person held under a title, else the state that the person stood for. */
const officeState = (person: ActorId, title: string, on: Day | null): ActorId | null =>
  held.of(person).findLast(h => h.object === title && (on === null || (h.from ?? '') <= on))?.of ??
  stateOfPerson(person, on)

/** "his Iranian counterpart, Hassan Rouhani": the office last named, in another state. */
const readCounterparts = (
  page: Page,
  offices: readonly OfficeFound[],
  barrier: (i: number) => boolean,
): OfficeFound[] =>
  page.words.flatMap((word, i) => {
    if (!COUNTERPART.test(word.key)) return []
    const before = offices.findLast(o => o.end <= word.start && word.start - o.end < 400)
    if (!before) return []
    const found = read(page, { from: i, to: i + 1, title: before.title, of: null }, barrier)
    return found ? [found] : []
  })

/** All office phrases of a text, in order. */
export const findOffices = (page: Page): OfficeFound[] => {
  const titles = findTitles(page.text, page.words)
  const barrier = barrierOf(page, titles)
  const direct = titles.flatMap(title => read(page, title, barrier) ?? [])
  return [...direct, ...readCounterparts(page, direct, barrier)].sort((a, b) => a.start - b.start)
}
