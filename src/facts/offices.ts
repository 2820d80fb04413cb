import { type ActorId, contains, type Day, type Fact, maxDay } from '../domain/index.ts'
import { type OfficeRow, officeTable, rowsOfOffice } from './office-table.ts'
import { sourceOf } from './provenance.ts'
import { plain, spellingKey } from './spelling.ts'

/** An office held over a span of days. `object` is the normalised title, `title` the source's own. */
export interface OfficeHeld extends Fact {
  readonly relation: 'holds_office'
  readonly name: string
  readonly title: string
  /** The last day that the source speaks for; after it, an open end says nothing about who holds the office. */
  readonly confirmed_until: Day
}

/** The day up to which a source of offices knows who is in office; README of data/facts. */
const horizonOf = (code: string): Day => {
  if (code === 'leaders-2026') return '2026-08-22'
  if (code === 'archigos') return '2015-12-31'
  if (code === 'reign') return '2021-02-28'
  return /^Q\d+$/.test(code) ? '2023-01-10' : (sourceOf(code).published ?? '2025-06-30')
}

const codesOf = (row: OfficeRow): string[] => row.source.replace('*', '').split(' ')

const makeFact = (row: OfficeRow): OfficeHeld => ({
  fact: `fact:office:${row.of.replace(/^[a-z]+:/, '').toLowerCase()}:${plain(row.title).replace(/ /g, '-')}:${row.person.slice(4)}:${row.from}`,
  subject: row.person,
  relation: 'holds_office',
  object: row.title,
  of: row.of,
  from: row.from,
  to: row.to,
  sources: codesOf(row).map(code => sourceOf(code, row.name)),
  name: row.name,
  title: row.original,
  confirmed_until: row.to ?? codesOf(row).map(horizonOf).reduce(maxDay),
})

const made = new Map<OfficeRow, OfficeHeld>()
/** Each line of the table becomes one fact, once. */
const asFact = (row: OfficeRow): OfficeHeld => {
  const fact = made.get(row) ?? makeFact(row)
  made.set(row, fact)
  return fact
}

const byDay = (a: OfficeHeld, b: OfficeHeld): number =>
  (a.from ?? '').localeCompare(b.from ?? '') || a.fact.localeCompare(b.fact)

/** All words of `given` stand in `full`, in order, from the first: Rafael Correa in Rafael Correa Delgado. */
const isPartOf = (given: readonly string[], full: readonly string[]): boolean => {
  let at = 0
  for (const word of full) if (word === given[at]) at += 1
  return at === given.length && given[0] === full[0]
}

/**
 * People who may be meant by an id, a full name in any usual spelling, or a last name alone. `whole`: the name as the
 * table writes it, without words left out.
 */
export const peopleNamed = (name: string, match: 'part' | 'whole' = 'part'): readonly ActorId[] => {
  const { byPerson, bySurname, keys } = officeTable()
  if (name.startsWith('per:')) return byPerson.has(name) ? [name] : []
  const key = spellingKey(name)
  const given = key.split(' ')
  const bearers = bySurname.get(given.at(-1) ?? key) ?? []
  if (given.length === 1) return bearers
  const exact = bearers.filter(person => keys.get(person)?.includes(key))
  if (exact.length > 0 || match === 'whole') return exact
  return bearers.filter(person => keys.get(person)?.some(full => isPartOf(given, full.split(' '))))
}

/** The name that a person goes by in the table. */
export const personName = (person: ActorId): string | null => officeTable().names.get(person) ?? null

const sorted = new Map<ActorId, readonly OfficeHeld[]>()
const ofOne = (person: ActorId): readonly OfficeHeld[] => {
  const list = sorted.get(person) ?? (officeTable().byPerson.get(person) ?? []).map(asFact).sort(byDay)
  sorted.set(person, list)
  return list
}

/** All offices of a person, oldest first; of several people of that name, all. */
const of = (person: string): readonly OfficeHeld[] => {
  const people = peopleNamed(person)
  if (people.length === 1 && people[0]) return ofOne(people[0])
  return people.flatMap(ofOne).sort(byDay)
}

/** The offices a person held on a day. */
const holding = (person: string, on: Day): readonly OfficeHeld[] => of(person).filter(held => contains(held, on))

/** Who held an office on a day: one person for most, two on a day of handing over. */
const holders = (title: string, state: ActorId, on: Day): readonly OfficeHeld[] =>
  ever(title, state).filter(held => contains(held, on))

/** Everyone who ever held an office, oldest first. */
const ever = (title: string, state: ActorId): readonly OfficeHeld[] =>
  rowsOfOffice(title, state).map(asFact).sort(byDay)

export const offices = { of, holding, holders, ever }
