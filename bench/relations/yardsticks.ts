/** Independent yardsticks of ../shared/data/structure and ../shared/data/china-relations-gold, by pair and year or month. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { pairKey } from './event-files.ts'

type Row = Readonly<Record<string, string>>

/** Commas inside quotes do not part cells. */
const cellsOf = (line: string): string[] =>
  line.includes('"')
    ? [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, ''))
    : line.split(',')

export const readCsv = (file: string): Row[] => {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [head = '', ...rest] = text.trimEnd().split(/\r?\n/)
  const names = cellsOf(head)
  return rest.map(line => {
    const cells = cellsOf(line)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

export interface Yardsticks {
  readonly rivals: ReadonlySet<string>
  readonly allies: ReadonlySet<string>
  readonly disputes: ReadonlySet<string>
  readonly votes: ReadonlyMap<string, number>
}

/** Keys are "AZE-IRN 2014". */
export const readYardsticks = (folder: string, years: readonly number[]): Yardsticks => {
  const file = (name: string): Row[] => readCsv(join(folder, name))
  const states = new Map<string, string>()
  for (const row of file('country_codes_cow_iso.csv')) {
    const code = Object.entries(row).find(([name]) => /^ccode|cowcode|cow_?n/i.test(name))?.[1] ?? ''
    const iso = Object.entries(row).find(([name]) => /iso3/i.test(name))?.[1] ?? ''
    if (iso !== '' && !states.has(code)) states.set(code, iso)
  }
  states.set('255', 'DEU')
  const pair = (row: Row): string | null => {
    const [a, b] = [states.get(row.ccode1 ?? ''), states.get(row.ccode2 ?? '')]
    return a && b ? pairKey(a, b) : null
  }
  const inYears = new Set(years)
  const rivals = new Set<string>()
  for (const row of file('rivalries_tss_1494-2020.csv')) {
    const key = pair(row)
    if (key) for (const y of years) if (Number(row.start) <= y && y <= Number(row.end)) rivals.add(`${key} ${y}`)
  }
  const yearly = (name: string, holds: (row: Row) => boolean): Set<string> => {
    const keys = new Set<string>()
    for (const row of file(name)) {
      const key = pair(row)
      if (key && inYears.has(Number(row.year)) && holds(row)) keys.add(`${key} ${row.year}`)
    }
    return keys
  }
  const votes = new Map<string, number>()
  for (const row of file('un_vote_agreement_1990-2019.csv.gz')) {
    if (inYears.has(Number(row.year)))
      votes.set(`${pairKey(row.iso1 ?? '', row.iso2 ?? '')} ${row.year}`, Number(row.agree))
  }
  return {
    rivals,
    allies: yearly('alliances_atop_1990-2018.csv.gz', row => row.defense === '1'),
    disputes: yearly('mid_cow5_directed_dyad_year_1990-2014.csv.gz', () => true),
    votes,
  }
}

export interface SignedEvent {
  readonly partner: string
  readonly month: string
  readonly positive: boolean
}

export const readSigned = (folder: string): SignedEvent[] =>
  readCsv(join(folder, 'events_gold.csv'))
    .filter(({ impact }) => impact === 'positive' || impact === 'negative')
    .map(row => ({ partner: row.iso3 ?? '', month: row.event_date ?? '', positive: row.impact === 'positive' }))

/** A published index of China and its partners: partner and month → score. `tsinghua` is the experts', the others are means of Goldstein weights. */
export const readIndex = (folder: string, database: 'tsinghua' | 'gdelt' | 'icews' | 'phoenix'): Map<string, number> =>
  new Map(
    readCsv(join(folder, 'monthly_scores.csv.gz'))
      .filter(row => row.database === database && row.direction === 'both' && row.value !== '')
      .map(row => [`${row.partner_iso3} ${row.month}`, Number(row.value)]),
  )
