/**
 * How fast relations are measured: all pairs of a year (20,000 dyads, temperature, phases and turns of each) and one day's online
 * update of as many. Run: `npx tsx bench/relations-speed.ts`. The pairs are made up (seeded), as dense as ICEWS: 40 in 100 have fewer
 * than ten rows a year.
 */
import {
  type Balance,
  emptyBalance,
  passedBetween,
  phasesOf,
  sumsOf,
  TurnWatch,
  temperatureOf,
  turningPoints,
} from '../src/relations/index.ts'

const [PAIRS, DAYS, FROM] = [20_000, 365, 17_000]
let seed = 20140409
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const pair = (): Balance => {
  const b = emptyBalance(FROM, DAYS, 7)
  const rows = Math.ceil(2 / (0.004 + random() ** 2))
  for (let n = 0; n < rows; n++) {
    const day = Math.floor(random() * DAYS)
    const side = random() < 0.8 ? b.cooperation : b.conflict
    side[day] = (side[day] ?? 0) + 1 + 8 * random()
    b.rows[day] = (b.rows[day] ?? 0) + 1
  }
  return b
}

/** Processor time, milliseconds: what one core needs, whoever else uses the machine. */
const time = (work: () => void): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const best = (runs: number, work: () => void): number => Math.min(...Array.from({ length: runs }, () => time(work)))

const main = (): void => {
  const pairs = Array.from({ length: PAIRS }, pair)
  let found = 0
  const year = best(3, () => {
    for (const b of pairs) {
      const sums = sumsOf(b)
      const now = passedBetween(sums, FROM + 275, FROM + 364)
      if (temperatureOf(now, passedBetween(sums, FROM, FROM + 274))) found++
      found += phasesOf(b, undefined, undefined, sums).length + turningPoints(b, undefined, sums).length
    }
  })
  const watches = pairs.map(b => {
    const watch = new TurnWatch(b.from, b.ordinary)
    for (let i = 0; i < DAYS; i++) watch.push(b.cooperation[i] ?? 0, b.conflict[i] ?? 0)
    return watch
  })
  const day = best(5, () => {
    for (const watch of watches) if (watch.push(random() < 0.1 ? 5 : 0, random() < 0.02 ? 9 : 0)) found++
  })
  console.log(
    `all pairs of a year: ${(year / 1000).toFixed(2)} s (promised 1.0), one day's update: ${day.toFixed(0)} ms (promised 50); ${PAIRS} pairs, ${found} findings`,
  )
}

main()
