import type { ActorId, Day } from '../domain/index.ts'
import { readShippedText } from '../shipped/index.ts'
import { spellingKey } from './spelling.ts'

/** A line of data/facts/offices.tsv or offices-more.tsv. */
export interface OfficeRow {
  readonly person: ActorId
  readonly name: string
  readonly title: string
  readonly of: ActorId
  /** The title as the source words it. */
  readonly original: string
  readonly from: Day
  readonly to: Day | null
  readonly source: string
  /** The source leaves the end open, but a successor is known: the end is the successor's first day. */
  readonly endInferred: boolean
}

export interface OfficeTable {
  readonly byPerson: ReadonlyMap<ActorId, readonly OfficeRow[]>
  readonly byOffice: ReadonlyMap<string, readonly OfficeRow[]>
  /** Spelling key of a full name → people. */
  readonly byName: ReadonlyMap<string, readonly ActorId[]>
  /** Spelling key of a last word of a name → people. */
  readonly bySurname: ReadonlyMap<string, readonly ActorId[]>
  readonly names: ReadonlyMap<ActorId, string>
  /** The words of each spelling of a person's name, as spelling keys. */
  readonly keys: ReadonlyMap<ActorId, readonly (readonly string[])[]>
}

const readRows = (file: string): OfficeRow[] => {
  const rows: OfficeRow[] = []
  for (const line of readShippedText('facts', file).split('\n').slice(1)) {
    if (line === '' || line.startsWith('#')) continue
    const [person = '', name = '', title = '', of = '', original = '', from = '', to = '', source = ''] =
      line.split('\t')
    rows.push({
      person,
      name,
      title,
      of,
      original,
      from,
      to: to || null,
      source: source.replace('*', ''),
      endInferred: source.endsWith('*'),
    })
  }
  return rows
}

const push = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/** A hand-made row replaces the table's row for the same person and office that shares a day with it. */
const merge = (table: readonly OfficeRow[], more: readonly OfficeRow[]): readonly OfficeRow[] => {
  const replacing = new Map<string, OfficeRow[]>()
  for (const row of more) push(replacing, `${row.person} ${row.title} ${row.of}`, row)
  const kept = table.filter(
    row =>
      !replacing
        .get(`${row.person} ${row.title} ${row.of}`)
        ?.some(other => row.from <= (other.to ?? '9999') && other.from <= (row.to ?? '9999')),
  )
  return [...kept, ...more]
}

/** States where the family name usually stands first. */
const FAMILY_FIRST = new Set(['CHN', 'TWN', 'KOR', 'PRK', 'VNM', 'KHM', 'HKG'])

const build = (): OfficeTable => {
  const rows = merge(readRows('offices.tsv'), readRows('offices-more.tsv'))
  const byPerson = new Map<ActorId, OfficeRow[]>()
  const byOffice = new Map<string, OfficeRow[]>()
  const byName = new Map<string, ActorId[]>()
  const bySurname = new Map<string, ActorId[]>()
  const names = new Map<ActorId, string>()
  const keys = new Map<ActorId, string[][]>()
  const addName = (person: ActorId, name: string, familyFirst: boolean) => {
    const key = spellingKey(name)
    const words = key.split(' ')
    push(byName, key, person)
    push(bySurname, words.at(-1) ?? key, person)
    if (familyFirst && words[0]) push(bySurname, words[0], person)
    push(keys, person, words)
  }
  for (const row of rows) {
    push(byPerson, row.person, row)
    push(byOffice, `${row.of} ${row.title}`, row)
    if (!names.has(row.person)) {
      names.set(row.person, row.name)
      addName(row.person, row.name, FAMILY_FIRST.has(row.of))
    }
  }
  for (const line of readShippedText('facts', 'aliases.tsv').split('\n').slice(1)) {
    const [person, spellings] = line.split('\t')
    if (person && spellings) for (const spelling of spellings.split('|')) addName(person, spelling.trim(), false)
  }
  return { byPerson, byOffice, byName, bySurname, names, keys }
}

let table: OfficeTable | null = null

/** Read on first use: a command that names nobody pays nothing. */
export const officeTable = (): OfficeTable => {
  table ??= build()
  return table
}
