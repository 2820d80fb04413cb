/**
 * How long the page of a pair takes to draw twenty years of daily data, in Chromium: 7,305 days with acts of both sides on each.
 *
 *   npx tsx bench/web-pair.ts            the chart alone
 *   npx tsx bench/web-pair.ts 1000000    and the pages on a record of so many made-up rows beside it
 *
 * Drawn: from the last byte of the series to the frame that shows it (reading the JSON included). Redrawn: from a key that zooms to the
 * next frame. Medians of several runs; the load of the machine is printed, since it decides much of the wall time; CPU time it decides little.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startServer } from '../test/browser/app.ts'
import { makeFile } from './made-gdelt.ts'

const DAY = 86_400_000
const DAYS = 7305
const RUNS = 5
const TYPES = ['CONSULT', 'AID', 'ACCUSE', 'ASSAULT', 'AGREE', 'REJECT'] as const

/** Every day each of the two does something to the other. */
const dailyRows = (): string =>
  Array.from({ length: DAYS }, (_, i) => {
    const day = new Date(Date.parse('2001-01-01') + i * DAY).toISOString().slice(0, 10)
    return ['FRA', 'URY'].map((source, side) =>
      JSON.stringify({
        day,
        source,
        target: source === 'FRA' ? 'URY' : 'FRA',
        type: TYPES[(i * 7 + side * 3 + (i >> 5)) % TYPES.length],
        status: 'occurred',
        summary: `Act ${i} of ${source}.`,
      }),
    )
  })
    .flat()
    .join('\n')

const importInto = (record: string, file: string): void => {
  const done = spawnSync(process.execPath, ['dist/detente.js', 'import', file, '--record', record], {
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(done.stderr)
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN

/** Notes in the page when the bars of the chart change, and when the frame after that is there. */
const WATCH = `(() => {
  globalThis.frames_ = []
  new MutationObserver(changes => {
    if (!changes.some(({ target }) => target.nodeName === 'path' || target.nodeName === 'svg' || target.nodeName === 'g')) return
    requestAnimationFrame(() => setTimeout(() => globalThis.frames_.push(performance.now())))
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] })
})()`

interface Drawn {
  readonly wall: number
  readonly cpu: number
}

/** From months to days: until the first frame that shows the days, and what the page's own thread worked for it. */
const drawn = async (browser: Browser, url: string): Promise<Drawn> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.addInitScript(WATCH)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  await page.goto(`${url}/pair/FRA-URY`)
  await page.getByText(/ by month, from /).waitFor()
  await page.waitForTimeout(500)
  const before = await worked()
  await page.getByLabel('by', { exact: false }).first().selectOption('day')
  await page.getByText(/ by day, from /).waitFor()
  const wall = await page.evaluate<number>(`(() => {
    const answer = performance.getEntriesByType('resource').find(({ name }) => /dyad.*by=day/.test(name))
    return globalThis.frames_.find(at => at > answer.responseEnd) - answer.responseEnd
  })()`)
  const cpu = (await worked()) - before
  await page.close()
  return { wall, cpu }
}

const redrawn = async (page: Page): Promise<number> => {
  await page.getByRole('slider', { name: /^Days of/ }).focus()
  const begin = await page.evaluate<number>('(globalThis.frames_.length = 0, performance.now())')
  await page.keyboard.press('+')
  await page.waitForFunction('globalThis.frames_.length > 0')
  const end = await page.evaluate<number>('globalThis.frames_[0]')
  await page.keyboard.press('0')
  await page.waitForTimeout(400)
  return end - begin
}

/** From asking for an address until something is to be seen on it. */
const opened = async (browser: Browser, address: string, sign: RegExp): Promise<number> => {
  const page = await browser.newPage()
  const begin = performance.now()
  await page.goto(address)
  await page.getByText(sign).first().waitFor({ timeout: 300_000 })
  const time = performance.now() - begin
  await page.close()
  return time
}

const many = Number(process.argv[2] ?? 0)
const folder = mkdtempSync(join(tmpdir(), 'detente-web-pair-'))
const server = await startServer()
const browser = await chromium.launch({
  executablePath: process.env.DETENTE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const say = (what: string, times: readonly number[]): void =>
  console.log(`${what.padEnd(64)} ${Math.round(median(times))} ms   (${times.map(Math.round).join(', ')})`)
try {
  const daily = join(folder, 'daily.jsonl')
  writeFileSync(daily, `${dailyRows()}\n`)
  // The server lets go of its record until the first question.
  importInto(server.record, daily)
  const times: Drawn[] = []
  for (let i = 0; i < RUNS; i++) times.push(await drawn(browser, server.url))
  say(
    `${DAYS} days of daily data, from the last byte to the frame`,
    times.map(({ wall }) => wall),
  )
  say(
    'of it and of asking for them, worked by the thread of the page',
    times.map(({ cpu }) => cpu),
  )

  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.addInitScript(WATCH)
  await page.goto(`${server.url}/pair/FRA-URY?by=day`)
  await page.getByText(/ by day, from /).waitFor()
  const again: number[] = []
  for (let i = 0; i < RUNS; i++) again.push(await redrawn(page))
  say('the same zoomed, from the key to the frame', again)
  await page.close()
} finally {
  await server.stop()
}

if (many > 0) {
  const large = await startServer()
  try {
    const file = await makeFile(join(tmpdir(), `detente-bench-gdelt1-${many}.csv`), 'gdelt1', many, 3650)
    importInto(large.record, file)
    const twice = async (what: string, address: string, sign: RegExp): Promise<void> => {
      const times = [
        await opened(browser, `${large.url}${address}`, sign),
        await opened(browser, `${large.url}${address}`, sign),
      ]
      console.log(`${what.padEnd(64)} ${times.map(Math.round).join(' ms, then ')} ms`)
    }
    await twice(`${many} rows: the busiest pair`, '/pair/RUS-USA', / by month, from /)
    await twice(`${many} rows: its brief`, '/pair/RUS-USA?as_of=2023-03-01&show=brief', /What changed/)
    await twice(`${many} rows: what it holds`, '/data', /events on/)
    await twice(`${many} rows: all pairs measured`, '/overview?as_of=2023-03-01', /pairs with rows moved/)
  } finally {
    await large.stop()
  }
}
await browser.close()
rmSync(folder, { recursive: true, force: true })
console.log(
  `load of the machine: ${loadavg()
    .map(load => load.toFixed(1))
    .join(', ')}`,
)
