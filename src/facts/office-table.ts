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
  /** Codes of publications, blanks between; `*` after them where the end is the successor's first day. */
  readonly source: string
}

export interface OfficeTable {
  readonly byPerson: ReadonlyMap<ActorId, readonly OfficeRow[]>
  readonly rows: readonly OfficeRow[]
  /** Spelling key of a last word of a name → people. */
  readonly bySurname: ReadonlyMap<string, readonly ActorId[]>
  readonly names: ReadonlyMap<ActorId, string>
  /** The spelling keys of a person's names. */
  readonly keys: ReadonlyMap<ActorId, readonly string[]>
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
      source,
    })
  }
  return rows
}

const push = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

const shareADay = (a: OfficeRow, b: OfficeRow): boolean => a.from <= (b.to ?? '9999') && b.from <= (a.to ?? '9999')

/** A hand-made row replaces the table's row for the same person and office that shares a day with it. */
const merge = (table: readonly OfficeRow[], more: readonly OfficeRow[]): readonly OfficeRow[] => {
  const mended = new Map<ActorId, OfficeRow[]>()
  for (const row of more) push(mended, row.person, row)
  const isReplaced = (row: OfficeRow) =>
    mended.get(row.person)?.some(m => m.title === row.title && m.of === row.of && shareADay(m, row)) ?? false
  return [...table.filter(row => !isReplaced(row)), ...more]
}

/** States where the family name usually stands first. */
const FAMILY_FIRST = new Set(['CHN', 'TWN', 'KOR', 'PRK', 'VNM', 'KHM', 'HKG'])

/** States where people bear their mother's family name last: Rafael Correa Delgado is called Correa. */
const MOTHERS_NAME_LAST = new Set(
  'ARG BOL CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRY SLV URY VEN'.split(' '),
)

const build = (): OfficeTable => {
  const rows = merge(readRows('offices.tsv'), readRows('offices-more.tsv'))
  const byPerson = new Map<ActorId, OfficeRow[]>()
  const bySurname = new Map<string, ActorId[]>()
  const names = new Map<ActorId, string>()
  const keys = new Map<ActorId, string[]>()
  const addName = (person: ActorId, name: string, of: ActorId) => {
    const key = spellingKey(name)
    push(bySurname, key.slice(key.lastIndexOf(' ') + 1), person)
    const words = key.split(' ')
    if (FAMILY_FIRST.has(of)) push(bySurname, words[0] ?? key, person)
    if (MOTHERS_NAME_LAST.has(of) && words.length > 2) push(bySurname, words.at(-2) ?? key, person)
    push(keys, person, key)
  }
  for (const row of rows) {
    const own = byPerson.get(row.person)
    if (own) own.push(row)
    else byPerson.set(row.person, [row])
    if (!names.has(row.person)) {
      names.set(row.person, row.name)
      addName(row.person, row.name, row.of)
    }
  }
  for (const line of readShippedText('facts', 'aliases.tsv').split('\n').slice(1)) {
    const [person, spellings] = line.split('\t')
    if (person && spellings) for (const spelling of spellings.split('|')) addName(person, spelling.trim(), '')
  }
  return { rows, byPerson, bySurname, names, keys }
}

let table: OfficeTable | null = null

/** Read on first use: a command that names nobody pays nothing. */
export const officeTable = (): OfficeTable => {
  table ??= build()
  return table
}

let offices: Map<string, OfficeRow[]> | null = null

/** The rows of one office of one state; the index is made when somebody first asks. */
export const rowsOfOffice = (title: string, of: ActorId): readonly OfficeRow[] => {
  if (!offices) {
    offices = new Map()
    for (const row of officeTable().rows) push(offices, `${row.of} ${row.title}`, row)
  }
  return offices.get(`${of} ${title}`) ?? []
}
