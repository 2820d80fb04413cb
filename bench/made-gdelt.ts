/**
 * Made-up files in the shape of GDELT 1.0 daily exports (58 columns), with the skew of real ones: few pairs have most rows,
 * few acts are most of what is coded, half of
 * the rows stay inside one state, one in ten is dated a week, a month or a year before it was added, many actors have no state. Nothing of it is true.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { icewsRows } from './made-icews.ts'

/** States by how often they are met: the n-th is met in proportion to 1/n. */
const STATES =
  'USA RUS CHN ISR GBR IRN UKR SYR TUR FRA DEU PAK IND PRK KOR JPN SAU IRQ EGY AFG AUS PSE CAN ITA ESP NGA LBN YEM LBY VEN MEX ZAF POL AZE ARM GEO KAZ UZB BLR GRC CYP HUN SRB BIH MKD ALB ROU BGR MDA LTU LVA EST FIN SWE NOR DNK NLD BEL CHE AUT CZE SVK SVN HRV PRT IRL ARE QAT KWT BHR OMN JOR SDN SSD ETH ERI SOM KEN UGA RWA BDI COD COG CMR TCD NER MLI MRT SEN GIN SLE LBR CIV GHA TGO BEN DZA MAR TUN BRA ARG CHL PER BOL ECU COL CUB VNM LAO KHM THA MMR MYS SGP IDN PHL TWN MNG NPL LKA BGD'.split(
    ' ',
  )

const HARMONIC = STATES.reduce((sum, _, i) => sum + 1 / (i + 1), 0)

/** SQL that picks a state by a hash between 0 and 1. */
const state = (random: string): string => {
  let sum = 0
  const bounds = STATES.map((_, i) => {
    sum += 1 / (i + 1) / HARMONIC
    return sum.toFixed(6)
  })
  return `list_extract([${STATES.map(s => `'${s}'`).join(',')}], 1 + len(list_filter([${bounds.join(',')}], lambda b: b < ${random}))::integer)`
}

const CODES =
  "['010','020','036','040','042','043','046','051','057','060','080','090','100','110','111','112','120','130','138','141','150','163','173','190','193']"
const ROLES = "['','','','','GOV','GOV','MIL','CVL','OPP','MED','COP','BUS']"

/** A number between 0 and 1 that depends on the row alone, so that every run makes the same file. */
const random = (salt: number): string => `(hash(i * 31 + ${salt}) % 1000003) / 1000003.0`

/** Runs SQL in an engine of its own. */
export const inEngine = async (
  path: string,
  settings: readonly string[],
  sql: readonly string[],
): Promise<number[]> => {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  const times: number[] = []
  for (const statement of settings) await connection.run(statement)
  for (const statement of sql) {
    const start = performance.now()
    await connection.run(statement)
    times.push(performance.now() - start)
  }
  connection.closeSync()
  instance.closeSync()
  return times
}

/** Rows of a file: how many, the number of the first, and of how many, spread over how many days, they are a part. */
interface Part {
  readonly rows: number
  readonly days: number
  readonly first: number
  readonly of: number
}

/** Of all rows: how many have a state on either side, and how many of those with both stay inside it. */
interface Sides {
  readonly source: number
  readonly target: number
  readonly inside: number
}

const GDELT_SIDES: Sides = { source: 0.5, target: 0.4, inside: 0.5 }
const ICEWS_SIDES: Sides = { source: 0.96, target: 0.94, inside: 0.36 }

const picks = ({ rows, days, first, of }: Part, { source, target, inside }: Sides): string => `
  select i, date '2013-04-01' + (i * ${days} // ${of})::integer as added,
    case when ${random(1)} < 0.05 then 365 when ${random(1)} < 0.07 then 30 when ${random(1)} < 0.1 then 7 when ${random(1)} < 0.3 then 1 else 0 end as ago,
    case when ${random(2)} < ${source} then s1 end as a, case when ${random(3)} < ${target} then case when ${random(11)} < ${inside} then s1 else s2 end end as b,
    list_extract(${CODES}, 1 + (pow(${random(4)}, 3) * 25)::integer % 25) as code, list_extract(${ROLES}, 1 + (${random(5)} * 12)::integer % 12) as role1,
    list_extract(${ROLES}, 1 + (${random(6)} * 12)::integer % 12) as role2, 1 + (${random(7)} * 12)::integer as mentions
  from (select i, list_extract(states, 1 + (${random(8)} * 4095)::integer) as s1, list_extract(states, 1 + (${random(9)} * 4095)::integer) as s2
        from range(${first}, ${first + rows}) t(i), (select list(${state('k / 4096.0')} order by k) as states from range(4096) u(k)))`

const GDELT1 = (part: Part): string => `
  select 500000000 + i, strftime(added - ago, '%Y%m%d'), strftime(added - ago, '%Y%m'), strftime(added - ago, '%Y'), strftime(added - ago, '%Y') || '.25',
    coalesce(a, '') || role1, case when a is null then '' else 'ACTOR ' || a end, a, null, null, null, null, role1, null, null,
    coalesce(b, '') || role2, case when b is null then '' else 'ACTOR ' || b end, b, null, null, null, null, role2, null, null,
    1, code, code, left(code, 2), 1, 1.0, mentions, 1, mentions, round(${random(10)} * 20 - 10, 10),
    4, 'Somewhere ' || (i % 997) || ', Region, Country', 'US', 'USCA', 38.9, -77.0, i % 99991, 4, 'Elsewhere ' || (i % 499), 'IR', 'IR26', 35.7, 51.4, i % 7919,
    4, 'Somewhere ' || (i % 997) || ', Region, Country', 'US', 'USCA', 38.9, -77.0, i % 99991, strftime(added, '%Y%m%d'),
    'http://www.paper' || (i % 1201) || '.example/news/' || strftime(added, '%Y/%m/%d') || '/story-' || (i // 3) || '-of-some-length.html'
  from (${picks(part, GDELT_SIDES)})`

/** Names of states as ICEWS writes them, from the project's own list. */
const NAMES = `create temp table names as
  select column0 as id, min(column2) as name from read_csv('data/actors/states.tsv', delim = '\t', header = false, skip = 2, quote = '', all_varchar = true)
  group by column0`

/** Makes a file once; later runs find it. `days` are those of the whole, where the file is a part of one. */
export const makeFile = async (
  path: string,
  kind: 'gdelt1' | 'icews',
  rows: number,
  days: number,
  { first, of } = { first: 0, of: rows },
): Promise<string> => {
  if (existsSync(path)) return path
  const part = { rows, days, first, of }
  const query = kind === 'gdelt1' ? GDELT1(part) : icewsRows(picks(part, ICEWS_SIDES), random)
  const options = `delim '\t', quote '', escape '', header ${kind === 'icews'}, nullstr ''`
  await inEngine(
    ':memory:',
    ["set memory_limit = '4GB'"],
    [NAMES, `copy (${query}) to '${path}.part' (format csv, ${options})`],
  )
  spawnSync('mv', [`${path}.part`, path])
  return path
}

export const removeRecord = (path: string): void => {
  for (const ending of ['', '.wal']) rmSync(`${path}${ending}`, { force: true })
}
