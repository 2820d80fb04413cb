/**
 * Whether temperature says what independent yardsticks say, beside the mean Goldstein weight and the shares of the four classes.
 * Run: `npx tsx bench/temperature.ts`; without the files it says so and ends well.
 * Levels: yearly counts of 152 states (ICEWS, 2002-2009 and 2014) against rivalries, alliances, disputes and UN votes.
 * Changes: China and its partners by month (ICEWS rows, GDELT scores) against the experts' index and signed events.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addMonths, dayNumber } from '../src/domain/index.ts'
import { passedBetween, sumsOf, temperatureOf, temperatureSettings, worldFor, worldOf } from '../src/relations/index.ts'
import { auc, byGroups, spearman } from './relations/agreement.ts'
import { type DataSet, gdelt, icews, pairKey } from './relations/event-files.ts'
import { readCsv, readIndex, readSigned, readYardsticks, type SignedEvent } from './relations/yardsticks.ts'

const shared = (path: string): string => fileURLToPath(new URL(`../../shared/data/${path}`, import.meta.url))

const num = (x: number, digits = 2): string => (Number.isNaN(x) ? '-' : x.toFixed(digits))

/** Scores of one pair and year, or pair and month. */
interface Scored {
  readonly pair: string
  readonly key: string
  readonly rows: number
  readonly scores: Readonly<Record<string, number>>
}

/** Goldstein means of the classes in ICEWS rows of 2005-2009, for counts whose codes are not known. */
const CLASS_WEIGHTS = [2.5, 6.5, -3.2, -7] as const

/** Temperature and its peers from yearly counts of the four classes. */
const levels = (): Scored[] => {
  const s = temperatureSettings()
  const counts = new Map<string, [number, number, number, number]>()
  for (const row of readCsv(shared('events/icews_quad_dyad_year_2002-2009_2014.csv.gz'))) {
    if (row.source_iso3 === row.target_iso3) continue
    const key = `${pairKey(row.source_iso3 ?? '', row.target_iso3 ?? '')} ${row.year}`
    const c = counts.get(key) ?? ([0, 0, 0, 0] as [number, number, number, number])
    counts.set(key, [
      c[0] + Number(row.verbCoop),
      c[1] + Number(row.matlCoop),
      c[2] + Number(row.verbConf),
      c[3] + Number(row.matlConf),
    ])
  }
  const mass = ([vc, mc, vk, mk]: readonly [number, number, number, number]) => ({
    cooperation: vc + s.deed * mc,
    conflict: vk + s.deed * mk,
  })
  const years = [...new Set([...counts.keys()].map(key => key.slice(8)))].sort()
  const worlds = new Map(
    years.map(year => [
      year,
      worldOf(
        [...counts]
          .filter(([key]) => key.endsWith(year))
          .map(([key, c]) => ({ a: key.slice(0, 3), b: key.slice(4, 7), ...mass(c) })),
        365,
      ),
    ]),
  )
  const reference = [...worlds.values()].reduce((sum, w) => sum + w.reported, 0) / worlds.size
  return [...counts].map(([key, c]) => {
    const [pair, year] = [key.slice(0, 7), key.slice(8)]
    const earlier = years.filter(y => y < year).map(y => mass(counts.get(`${pair} ${y}`) ?? [0, 0, 0, 0]))
    const past = {
      cooperation: earlier.reduce((sum, m) => sum + m.cooperation, 0),
      conflict: earlier.reduce((sum, m) => sum + m.conflict, 0),
      days: 365 * earlier.length,
    }
    const world = worlds.get(year)
    const t = temperatureOf(
      { ...mass(c), days: 365 },
      past,
      world ? worldFor(world, pair.slice(0, 3), pair.slice(4), reference, s.least_pairs) : null,
    )
    const n = c[0] + c[1] + c[2] + c[3]
    return {
      pair,
      key,
      rows: n,
      scores: {
        temperature: t?.value ?? 0,
        'mean Goldstein': c.reduce((sum, x, i) => sum + x * (CLASS_WEIGHTS[i] ?? 0), 0) / n,
        'share of co-operation': (c[0] + c[1]) / n,
        'share of material conflict, less': -c[3] / n,
      },
    }
  })
}

const grouped = (rows: readonly Scored[]): Scored[][] => {
  const groups = new Map<string, Scored[]>()
  for (const row of rows) groups.set(row.pair, [...(groups.get(row.pair) ?? []), row])
  return [...groups.values()]
}

const printLevels = (): void => {
  const all = levels()
  const yard = readYardsticks(shared('structure'), [...range(2002, 2009), 2014])
  const measures: [string, (rows: readonly Scored[], name: string) => number][] = [
    [
      'rivals below others, AUC',
      (rows, name) =>
        auc(
          rows.map(r => -(r.scores[name] ?? 0)),
          rows.map(r => yard.rivals.has(r.key)),
        ),
    ],
    [
      'allies above others, AUC',
      (rows, name) =>
        auc(
          rows.map(r => r.scores[name] ?? 0),
          rows.map(r => yard.allies.has(r.key)),
        ),
    ],
    [
      'in dispute below, AUC',
      (rows, name) =>
        auc(
          rows.map(r => -(r.scores[name] ?? 0)),
          rows.map(r => yard.disputes.has(r.key)),
        ),
    ],
    [
      'UN votes, Spearman',
      (rows, name) => {
        const known = rows.filter(r => yard.votes.has(r.key))
        return spearman(
          known.map(r => r.scores[name] ?? 0),
          known.map(r => yard.votes.get(r.key) ?? 0),
        )
      },
    ],
  ]
  const names = Object.keys(all[0]?.scores ?? {})
  for (const least of [1, 10, 50]) {
    const rows = all.filter(r => r.rows >= least)
    const groups = grouped(rows)
    console.log(
      `\nLevels: pair-years with ${least} or more rows (${rows.length} of ${groups.length} pairs); 90 % by drawing pairs`,
    )
    for (const [says, measure] of measures) {
      const cells = names.map(name => {
        const [low, high] =
          least === 10 ? byGroups(groups, drawn => measure(drawn, name), 60) : [Number.NaN, Number.NaN]
        return `${name} ${num(measure(rows, name))}${least === 10 ? ` (${num(low)}-${num(high)})` : ''}`
      })
      console.log(`  ${says.padEnd(26)} ${cells.join('   ')}`)
      if (least !== 10) continue
      const best = names.slice(1).reduce((a, b) => (measure(rows, a) >= measure(rows, b) ? a : b))
      const [low, high] = byGroups(groups, drawn => measure(drawn, 'temperature') - measure(drawn, best), 60)
      console.log(`  ${''.padEnd(26)} temperature less the best peer: ${num(low, 3)} to ${num(high, 3)}`)
    }
  }
  const rows = all.filter(r => r.rows >= 50)
  console.log(
    '\nKnown faults: place among all pair-years with 50 or more rows (0 coldest, 1 warmest), 2002-2009 and 2014',
  )
  for (const pair of ['IND-PAK', 'JPN-USA', 'NZL-AUS', 'FIN-SWE']) {
    const key = pairKey(pair.slice(0, 3), pair.slice(4))
    const cells = names.map(name => {
      const mine = rows
        .filter(r => r.pair === key)
        .map(r => rows.filter(o => (o.scores[name] ?? 0) < (r.scores[name] ?? 0)).length / rows.length)
      return `${name} ${num(mine.reduce((a, b) => a + b, 0) / mine.length)} (spread ${num(Math.max(...mine) - Math.min(...mine))})`
    })
    console.log(`  ${key}  ${cells.join('   ')}`)
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** Months of a pair with China in one data set: temperature, and the mean weight or score of the month. */
const months = (set: DataSet, partners: readonly string[]): Scored[] => {
  const s = temperatureSettings()
  const sums = new Map([...set.pairs].map(([pair, balance]) => [pair, sumsOf(balance)]))
  const out: Scored[] = []
  const reported: number[] = []
  const first = new Date(set.from * 86_400_000).toISOString().slice(0, 8)
  for (let month = `${first}01`; dayNumber(month) < set.from + set.days; month = addMonths(month, 1)) {
    const [from, to] = [dayNumber(month), dayNumber(addMonths(month, 1)) - 1]
    const world = worldOf(
      [...sums].map(([pair, list]) => ({ a: pair.slice(0, 3), b: pair.slice(4), ...passedBetween(list, from, to) })),
      to - from + 1,
    )
    reported.push(world.reported)
    const reference = reported.reduce((a, b) => a + b, 0) / reported.length
    for (const partner of partners) {
      const pair = pairKey('CHN', partner)
      const [list, balance] = [sums.get(pair), set.pairs.get(pair)]
      if (!list || !balance) continue
      const now = passedBetween(list, from, to)
      const past = passedBetween(list, Math.max(set.from, from - s.past), from - 1)
      const t = temperatureOf(now, past, worldFor(world, pair.slice(0, 3), pair.slice(4), reference, s.least_pairs))
      if (!t) continue
      const begin = Math.max(set.from, to - s.window + 1)
      const shipped = temperatureOf(
        passedBetween(list, begin, to),
        passedBetween(list, Math.max(set.from, begin - s.past), begin - 1),
        worldFor(world, pair.slice(0, 3), pair.slice(4), reference, s.least_pairs),
      )
      const massesFrom = (first: number): [number, number] => {
        let [good, bad] = [0, 0]
        for (let day = first; day <= to; day++) {
          good += balance.cooperation[day - set.from] ?? 0
          bad += balance.conflict[day - set.from] ?? 0
        }
        return [good, bad]
      }
      const [good, bad] = massesFrom(from)
      const [goodLong, badLong] = massesFrom(begin)
      const long = (set.acts.get(pair) ?? []).filter(act => act.day >= begin && act.day <= to)
      const rowsLong = passedBetween(list, begin, to).rows
      const acts = long.filter(act => act.day >= from)
      const weights = acts.map(({ weight }) => weight)
      const count = (quad: RegExp): number => acts.filter(act => quad.test(act.quad)).length
      out.push({
        pair,
        key: `${partner} ${month.slice(0, 7)}`,
        rows: now.rows,
        scores: {
          temperature: t.value,
          'temperature, 90 days': shipped?.value ?? t.value,
          'mean, 90 days':
            rowsLong === 0
              ? 0
              : (long.length > 0 ? long.reduce((sum, { weight }) => sum + weight, 0) : goodLong - badLong) / rowsLong,
          'mean Goldstein':
            now.rows === 0 ? 0 : (acts.length > 0 ? weights.reduce((a, b) => a + b, 0) : good - bad) / now.rows,
          'share of co-operation':
            acts.length > 0 ? count(/cooperation/) / acts.length : good + bad === 0 ? 0.5 : good / (good + bad),
        },
      })
    }
  }
  return out
}

/** A signed event counts as seen where its month stands on the right side of the mean of the three before. */
const hits = (rows: readonly Scored[], signed: readonly SignedEvent[], name: string): { hit: number; of: number } => {
  const by = new Map(rows.map(row => [row.key, row.scores[name] ?? 0]))
  let [hit, of] = [0, 0]
  for (const { partner, month, positive } of signed) {
    const before = [1, 2, 3].map(n => by.get(`${partner} ${addMonths(`${month}-01`, -n).slice(0, 7)}`))
    const now = by.get(`${partner} ${month}`)
    if (now === undefined || before.some(x => x === undefined)) continue
    const mean = before.reduce<number>((sum, x) => sum + (x ?? 0), 0) / 3
    of++
    if (now !== mean && now > mean === positive) hit++
  }
  return { hit, of }
}

const printMonths = (): void => {
  const folder = shared('china-relations-gold')
  const [signed, experts] = [readSigned(folder), readIndex(folder, 'tsinghua')]
  const partners = [...new Set(signed.map(({ partner }) => partner))].sort()
  const [events, codes] = [shared('events'), shared('codes')]
  const sets = [
    icews(events, codes, [2005, 2009]),
    icews(events, codes, [2014, 2014]),
    gdelt(events, [2019, 2020, 2021], () => true, 'set'),
  ]
  const rows = sets.map(set => months(set, partners))
  const names = Object.keys(rows[0]?.[0]?.scores ?? {})
  const all = rows.flat()
  console.log('\nChina and partners by month')
  for (const name of names) {
    const seen = rows.map(list => hits(list, signed, name))
    const [hit, of] = [seen.reduce((n, s) => n + s.hit, 0), seen.reduce((n, s) => n + s.of, 0)]
    const known = all.filter(row => experts.has(row.key))
    const rho = (list: readonly Scored[]): number =>
      spearman(
        list.map(r => r.scores[name] ?? 0),
        list.map(r => experts.get(r.key) ?? 0),
      )
    const [low, high] = byGroups(grouped(known), rho, 300)
    const half = 1.645 * Math.sqrt(((hit / of) * (1 - hit / of)) / of)
    console.log(
      `  ${name.padEnd(22)} experts' index: Spearman ${num(rho(known))} (${num(low)}-${num(high)}, ${known.length} months of ${grouped(known).length} pairs)   signed events ${num(hit / of)} ±${num(half)} (${hit}/${of})`,
    )
  }
  printPublished(signed, all, folder)
}

/** The same of published machine indices: on the months that ours has, and on all. */
const printPublished = (signed: readonly SignedEvent[], ours: readonly Scored[], folder: string): void => {
  const experts = readIndex(folder, 'tsinghua')
  const mine = new Set(ours.map(({ key }) => key))
  for (const database of ['gdelt', 'icews', 'phoenix'] as const) {
    const index = readIndex(folder, database)
    const rows = [...index].map(
      ([key, score]): Scored => ({ pair: key.slice(0, 3), key, rows: 1, scores: { [database]: score } }),
    )
    const seen = signed.filter(({ partner, month }) => mine.has(`${partner} ${month}`))
    const [same, all] = [hits(rows, seen, database), hits(rows, signed, database)]
    const known = rows.filter(({ key }) => experts.has(key) && mine.has(key))
    const rho = spearman(
      known.map(row => row.scores[database] ?? 0),
      known.map(({ key }) => experts.get(key) ?? 0),
    )
    const share = ({ hit, of }: { hit: number; of: number }): string =>
      `${num(hit / of)} ±${num(1.645 * Math.sqrt(((hit / of) * (1 - hit / of)) / of))} (${hit}/${of})`
    console.log(
      `  published ${database.padEnd(12)} experts' index: Spearman ${num(rho)} (${known.length} of our months)   signed events in our months ${share(same)}, in all ${share(all)}`,
    )
  }
}

const main = (): void => {
  if (
    ![shared('events'), shared('structure'), shared('china-relations-gold')].every(path =>
      existsSync(join(path, 'README.md')),
    )
  ) {
    console.log('temperature: the event files or the yardsticks are not here; nothing measured')
    return
  }
  printLevels()
  printMonths()
}

main()
