/**
 * The web app's promises, measured in Chromium on the shipped record: what the first screen weighs packed (at most 160 kB), when it
 * can be used (at most 1.0 s on localhost), when the sample is judged, how long the slider takes to a new day, and how much
 * moves meanwhile. `npx tsx bench/web.ts`; medians of seven loads, each with nothing kept from before.
 */
import { loadavg } from 'node:os'
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM } from '../bin/setup/chromium.mjs'
import { startServer } from '../test/browser/app.ts'

const RUNS = 7
const MOST_BYTES = 160_000
const MOST_MS = 1000

/** Notes when something first stands on the page, by the page's own clock from the start of navigation. */
const WATCH = `
  globalThis.seen = {}
  globalThis.shift = 0
  const wanted = { screen: '#analysis, .waiting, .reader', judged: '[data-claims], .sample .quote' }
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(wanted))
      if (!(name in seen) && document.querySelector(selector)) seen[name] = performance.now()
  }).observe(document, { childList: true, subtree: true })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
`

interface Load {
  readonly bytes: number
  readonly screen: number
  readonly judged: number
  readonly shift: number
  readonly script: number
}

/** Bytes of page, scripts and styles as they were sent, before anything else is asked for by hand. */
const SENT = `[performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource')]
  .filter(({ name }) => !name.includes('/api/'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`

const load = async (browser: Browser, url: string): Promise<Load> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(WATCH)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(url)
  await page.locator('[data-claims], .sample .quote').first().waitFor()
  const { metrics } = await session.send('Performance.getMetrics')
  const seen = await page.evaluate<{ screen: number; judged: number }>('seen')
  const result = {
    bytes: await page.evaluate<number>(SENT),
    shift: await page.evaluate<number>('shift'),
    script: (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000,
    ...seen,
  }
  await context.close()
  return result
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const slide = async (page: Page, url: string): Promise<number> => {
  await page.goto(url)
  const slider = page.getByRole('slider')
  await slider.focus()
  const started = performance.now()
  await page.keyboard.press('PageUp')
  await page.getByText('Judging as of').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /verdicts? turned/ }).waitFor()
  return performance.now() - started
}

const server = await startServer()
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
try {
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`)
  let kept = true
  for (const [name, path] of [
    ['first screen', '/'],
    ['reader with the sample', '/read?sample=yerevan-tehran-2012.txt'],
  ] as const) {
    const loads: Load[] = []
    for (let run = 0; run < RUNS; run += 1) loads.push(await load(browser, server.url + path))
    const of = (field: keyof Load): number => median(loads.map(each => each[field]))
    console.log(
      `${name}: ${(of('bytes') / 1000).toFixed(1)} kB packed, usable after ${of('screen').toFixed(0)} ms (scripts ${of('script').toFixed(0)} ms), ` +
        `sample judged after ${of('judged').toFixed(0)} ms, layout shift ${of('shift').toFixed(3)}`,
    )
    kept &&= of('bytes') <= MOST_BYTES && of('screen') <= MOST_MS
  }
  const page = await browser.newPage()
  console.log(
    `slider to another day: ${(await slide(page, `${server.url}/read?sample=yerevan-tehran-2012.txt`)).toFixed(0)} ms`,
  )
  if (!kept) {
    console.error('more than promised: 160 kB, 1.0 s')
    process.exitCode = 1
  }
} finally {
  await browser.close()
  await server.stop()
}
