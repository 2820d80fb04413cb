/**
 * The pictures of the docs, taken from the app as it is: `npm run screenshots [name…]`. Each shows the shipped record; none may be
 * larger than 150 kB.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { CHROMIUM } from '../../bin/setup/chromium.mjs'
import { startServer } from '../../test/browser/app.ts'
import { smallPng } from './small-png.ts'

interface Shot {
  readonly path: string
  /** Until the page shows what the picture is for. */
  readonly ready: (page: Page) => Promise<unknown>
}

const MOST_BYTES = 150_000

/** By the name of the file. */
const SHOTS: Readonly<Record<string, Shot>> = {
  reader: {
    path: '/read?sample=yerevan-tehran-2012.txt&as_of=2013-11-05',
    ready: async page => {
      await page.locator('[data-claims]').first().waitFor()
      await page.getByText('Judging as of').waitFor({ state: 'detached' })
      await page.getByText(/verdicts? turned/).waitFor()
      await page.locator('article [data-verdict="contradicted"]').first().click()
    },
  },
  pair: {
    path: '/pair/AZE-IRN',
    ready: page =>
      page
        .getByText(/from chronology/)
        .first()
        .waitFor(),
  },
  overview: {
    path: '/overview?as_of=2014-07-17&days=365',
    ready: page =>
      page
        .getByRole('row', { name: /^Azerbaijan – Iran/ })
        .first()
        .waitFor(),
  },
  data: {
    path: '/data',
    ready: page =>
      page
        .getByText(/events on \d+ days/)
        .first()
        .waitFor(),
  },
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in SHOTS))
if (unknown.length > 0) {
  console.error(`no picture ${unknown.join(', ')}; there are: ${Object.keys(SHOTS).join(', ')}`)
  process.exit(2)
}

const server = await startServer()
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 760 },
    colorScheme: 'light',
    locale: 'en-GB',
  })
  for (const [name, { path, ready }] of Object.entries(SHOTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const page = await context.newPage()
    await page.goto(server.url + path)
    await ready(page)
    await page.waitForTimeout(1000)
    const picture = smallPng(await page.screenshot())
    if (picture.length > MOST_BYTES) throw new Error(`${name}.png has ${picture.length} bytes, more than ${MOST_BYTES}`)
    writeFileSync(join(import.meta.dirname, `${name}.png`), picture)
    console.log(`${name}.png: ${Math.round(picture.length / 1000)} kB`)
    await page.close()
  }
} finally {
  await browser.close()
  await server.stop()
}
