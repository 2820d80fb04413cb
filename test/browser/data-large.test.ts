import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFile } from '../../bench/made-gdelt.ts'
import { HAS_BROWSER, openApp } from './app.ts'

/** A large record, brought in through the page as an analyst would, then looked at. bench/web-pair.ts does the same with a million rows. */

const ROWS = 200_000
const TEN_YEARS = 3650

describe.skipIf(!HAS_BROWSER)('a record of many rows (needs Chromium)', () => {
  const app = openApp()
  let [folder, file] = ['', '']
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'detente-large-'))
    file = await makeFile(join(folder, 'made.export.CSV'), 'gdelt1', ROWS, TEN_YEARS)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const field = (page: Page) => page.getByRole('slider', { name: /^Days of Russia and the United States/ })

  test('cancelled while it is read: the record is as it was', async () => {
    const page = await app.open('/data')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText(/^Reading made\.export\.CSV/).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('made.export.CSV was not brought in; the record is as it was.').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '1 data set' }).waitFor()
  })

  test('brought in with progress, then listed with its days, licence and defects', async () => {
    const page = await app.open('/data')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('progressbar', { name: 'Import under way' }).waitFor()
    await page.getByText(`${ROWS.toLocaleString('en-GB')} accepted`, { exact: true }).waitFor({ timeout: 60_000 })
    const set = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'gdelt1' }) })
    await set.getByText(/events on [\d,]+ days, 1 Apr 2012 – 2[0-9] Mar 2023/).waitFor()
    await set.getByText('Known defects').waitFor()
  })

  test('a busy pair: from ten years by brush to days, from a day to its rows', async () => {
    const page = await app.open('/pair/RUS-USA')
    await field(page).waitFor()
    const box = await field(page).boundingBox()
    if (!box) throw new Error('no chart')
    await page.mouse.move(box.x + box.width * 0.4, box.y + 150)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.42, box.y + 150, { steps: 3 })
    await page.mouse.up()
    await page.getByText(/ by day, from .*gdelt1/).waitFor()
    await page.getByText('The same as a table').click()
    await page.getByRole('region', { name: 'The series as a table' }).getByRole('button').first().click()
    const event = page.getByRole('dialog').locator('[data-event]').first()
    await event.getByText(/ACTOR (RUS|USA) > ACTOR/).waitFor()
    await event.getByText('Rows').click()
    await event.getByText(/^made\.export\.CSV/).waitFor()
  })

  test('two data sets of one pair beside each other', async () => {
    const page = await app.open('/pair/RUS-USA?source=gdelt1&with_source=chronology')
    await page.locator('path.line.other').waitFor()
    await page.getByText('beneath it Russia and the United States (chronology)').waitFor()
  })

  test('the overview measures every pair of it', async () => {
    const page = await app.open('/overview?as_of=2023-03-01')
    await page.getByRole('button', { name: /^All \d+ pairs$/ }).waitFor({ timeout: 55_000 })
    const matrix = page.getByRole('region', { name: 'The matrix' })
    expect(await matrix.getByRole('row').count()).toBe(9)
    expect(await app.axe(page)).toEqual([])
  })
})
