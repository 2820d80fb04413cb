/**
 * The published event series of ../shared/data/events as balances of pairs: GDELT pair-day scores, ICEWS rows, KEDS rows.
 * The two Gulf and Central Asia files of KEDS are read with WEIS codes: both hold codes 21 and 22, which CAMEO does not have.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dayNumber, type QuadClass } from '../../src/domain/index.ts'
import {
  type Act,
  type Balance,
  balanceOfActs,
  balanceOfScores,
  type DayScore,
  ordinaryOfPair,
  ordinaryScore,
  turnSettings,
} from '../../src/relations/index.ts'

export interface DataSet {
  readonly name: string
  readonly from: number
  readonly days: number
  readonly pairs: ReadonlyMap<string, Balance>
  /** Acts of each pair where the file holds rows; scores have none. */
  readonly acts: ReadonlyMap<string, readonly Act[]>
}

const lines = (file: string): string[] => gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1)

/** "AZE-IRN" whatever the order of the two. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}-${b}` : `${b}-${a}`)

const daysFrom = (from: string, to: string): { from: number; days: number } => ({
  from: dayNumber(from),
  days: dayNumber(to) - dayNumber(from) + 1,
})

/** `unit`: what an ordinary day weighs, one figure for the whole set (pairs compared) or each pair's own first days (turns found). */
export const gdelt = (
  folder: string,
  years: readonly number[],
  wanted: (pair: string) => boolean,
  unit: 'set' | 'pair',
): DataSet => {
  const span = daysFrom(`${years[0]}-01-01`, `${years.at(-1)}-12-31`)
  const seen = new Uint8Array(span.days)
  const scores = new Map<string, DayScore[]>()
  const days = new Map<string, number>()
  for (const year of years) {
    for (const line of lines(join(folder, `gdelt2_pair_day_score_${year}.csv.gz`))) {
      if (line === '') continue
      const [date = '', a = '', b = '', score = '0'] = line.split(',')
      const day = days.get(date) ?? dayNumber(date)
      days.set(date, day)
      seen[day - span.from] = 1
      const pair = pairKey(a, b)
      const list = scores.get(pair)
      if (list) list.push({ day, score: Number(score) })
      else scores.set(pair, [{ day, score: Number(score) }])
    }
  }
  const all = function* (): Iterable<DayScore> {
    for (const list of scores.values()) yield* list
  }
  const ordinary = ordinaryScore(all())
  const pairs = new Map<string, Balance>()
  for (const [pair, list] of scores) {
    if (!wanted(pair)) continue
    pairs.set(
      pair,
      balanceOfScores(list, { ...span, ordinary: unit === 'set' ? ordinary : ordinaryOfPair(list), seen }),
    )
  }
  return { name: `GDELT ${years.join(', ')}`, ...span, pairs, acts: new Map() }
}

const QUAD: Readonly<Record<string, QuadClass>> = {
  '1': 'verbal_cooperation',
  '2': 'material_cooperation',
  '3': 'verbal_conflict',
  '4': 'material_conflict',
}

const quoted = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell)

/** Code → weight and class: CAMEO as ICEWS weighs it, from the code lists. */
const cameoTable = (codes: string): Map<string, { weight: number; quad: QuadClass }> => {
  const [head = '', ...rest] = readFileSync(join(codes, 'cameo_codes.csv'), 'utf8').split('\n')
  const names = head.split(',')
  const at = (name: string): number => names.indexOf(name)
  const [code, quad, weight, other] = [at('code'), at('quad_class'), at('goldstein_icews'), at('goldstein_gdelt')]
  const table = new Map<string, { weight: number; quad: QuadClass }>()
  for (const line of rest) {
    const cells = quoted(line)
    const name = cells[code] ?? ''
    if (name === '') continue
    table.set(name, {
      weight: Number(cells[weight] || cells[other] || 0),
      quad: QUAD[cells[quad] ?? ''] ?? 'verbal_cooperation',
    })
  }
  return table
}

/** WEIS: the class follows the sign and whether the root is talk (01 to 05, 08 to 14) or deed (06, 07, 15 to 22). */
const weisTable = (codes: string): Map<string, { weight: number; quad: QuadClass }> => {
  const table = new Map<string, { weight: number; quad: QuadClass }>()
  for (const line of readFileSync(join(codes, 'weis_goldstein.csv'), 'utf8').split('\n').slice(1)) {
    const [code = '', value = ''] = line.trim().split(',')
    if (code === '') continue
    const [weight, root] = [Number(value), Number(code.slice(0, 2))]
    const deed = root === 6 || root === 7 || root >= 15
    table.set(code, {
      weight,
      quad: `${deed ? 'material' : 'verbal'}_${weight < 0 ? 'conflict' : 'cooperation'}`,
    })
  }
  return table
}

const dataSet = (
  name: string,
  span: { from: number; days: number },
  acts: ReadonlyMap<string, readonly Act[]>,
): DataSet => {
  const seen = new Uint8Array(span.days)
  for (const list of acts.values()) for (const { day } of list) seen[day - span.from] = 1
  const ordinary = turnSettings().ordinary_act_day
  const pairs = new Map([...acts].map(([pair, list]) => [pair, balanceOfActs(list, { ...span, ordinary, seen })]))
  return { name, ...span, pairs, acts }
}

/** ICEWS rows with a country on both sides, as the files give it; the same row in both files counts once. */
export const icews = (folder: string, codes: string, years: readonly [number, number]): DataSet => {
  const span = daysFrom(`${years[0]}-01-01`, `${years[1]}-12-31`)
  const table = cameoTable(codes)
  const [acts, told] = [new Map<string, Act[]>(), new Set<string>()]
  const files = ['icews0515_2005-2009_2014.tsv.gz', 'icews14.tsv.gz']
  for (const line of files.flatMap(file => lines(join(folder, file)))) {
    const [date = '', source = '', target = '', , cameo = '', a = '', b = ''] = line.split('\t')
    if (a === '' || b === '' || a === b) continue
    const year = Number(date.slice(0, 4))
    if (year < years[0] || year > years[1]) continue
    const row = [date, source, target, cameo].join('\t')
    if (told.has(row)) continue
    told.add(row)
    const { weight = 0, quad = 'verbal_cooperation' } = table.get(cameo) ?? {}
    const pair = pairKey(a, b)
    const act: Act = { day: dayNumber(date), by: a < b ? 'a' : 'b', kind: cameo.slice(0, 2), quad, weight }
    const list = acts.get(pair)
    if (list) list.push(act)
    else acts.set(pair, [act])
  }
  return dataSet(`ICEWS ${years[0]}-${years[1]}`, span, acts)
}

/** Codes of the KEDS projects that are not ISO 3166. */
const KEDS_STATES: Readonly<Record<string, string>> = {
  UAR: 'EGY',
  PAL: 'PSE',
  LEB: 'LBN',
  KUW: 'KWT',
  FRN: 'FRA',
  GER: 'DEU',
  JAP: 'JPN',
  UAE: 'ARE',
  BAH: 'BHR',
  ALG: 'DZA',
  SUD: 'SDN',
  MOR: 'MAR',
  SAF: 'ZAF',
  AZR: 'AZE',
  TAJ: 'TJK',
  KYR: 'KGZ',
  BRS: 'BLR',
  USR: 'RUS',
  TRK: 'TKM',
}

/** Bare states, their governments and forces; null for everybody else. */
const kedsState = (code: string): string | null => {
  const role = code.slice(3)
  if (role !== '' && !role.startsWith('GOV') && !role.startsWith('MIL')) return null
  const state = code.slice(0, 3)
  return KEDS_STATES[state] ?? state
}

export const keds = (folder: string, codes: string, set: 'levant' | 'gulf' | 'casia'): DataSet => {
  const file = { levant: 'keds_levant_cameo', gulf: 'keds_gulf_cameo', casia: 'keds_casia_weis' }[set]
  const table = set === 'levant' ? cameoTable(codes) : weisTable(codes)
  const acts = new Map<string, Act[]>()
  let [first, last] = ['9999-12-31', '0001-01-01']
  for (const line of lines(join(folder, `${file}.tsv.gz`))) {
    const [date = '', source = '', target = '', code = ''] = line.split('\t')
    const [a, b] = [kedsState(source), kedsState(target)]
    if (date === '' || a === null || b === null || a === b) continue
    const known = table.get(code) ?? table.get(code.slice(0, 3))
    if (!known) continue
    if (date < first) first = date
    if (date > last) last = date
    const act: Act = { day: dayNumber(date), by: a < b ? 'a' : 'b', kind: code.slice(0, 2), ...known }
    const pair = pairKey(a, b)
    const list = acts.get(pair)
    if (list) list.push(act)
    else acts.set(pair, [act])
  }
  return dataSet(`KEDS ${set}`, daysFrom(first, last), acts)
}
