import { describe, expect, test } from 'vitest'
import { HAS_BROWSER, openApp, PHONE } from './app.ts'

/** The overview on the shipped record: what moved, a region, and one search for everything. */

describe.skipIf(!HAS_BROWSER)('the overview (needs Chromium)', () => {
  const app = openApp()
  const AT = '/overview?as_of=2014-07-17'

  test('pairs that moved, the surest first, each with its way to the pair and its brief', async () => {
    const page = await app.open(AT)
    const table = page.getByRole('region', { name: 'Pairs that moved' })
    const row = table.getByRole('row', { name: /^Azerbaijan – Iran/ })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/warming/)
    await page.getByLabel('the last').selectOption('365')
    await page.getByText('against the 365 before').waitFor()
    expect(new URL(page.url()).searchParams.get('days')).toBe('365')
    await table
      .getByRole('row', { name: /^Azerbaijan – Iran/ })
      .getByRole('link', { name: 'Brief on Azerbaijan – Iran' })
      .click()
    await page.getByRole('dialog').getByText('As of 17 Jul 2014').waitFor()
  })

  test('a region as a matrix, with words for its colours; states come and go', async () => {
    const page = await app.open(`${AT}&days=365`)
    await page.getByRole('combobox', { name: 'Region' }).selectOption({ label: 'South Caucasus' })
    const matrix = page.getByRole('region', { name: 'The matrix' })
    await matrix.getByRole('rowheader', { name: 'Georgia' }).waitFor()
    expect(await matrix.getByRole('row').count()).toBe(4)
    await page.getByRole('combobox', { name: 'Add a state' }).fill('persia')
    await page.keyboard.press('Enter')
    await matrix.getByRole('rowheader', { name: 'Iran' }).waitFor()
    expect(new URL(page.url()).searchParams.get('states')).toBe('ARM,AZE,GEO,IRN')
    const cell = matrix.getByRole('row', { name: /^Iran/ }).getByTitle(/^Azerbaijan and Iran: \w+ since \d/)
    expect(await cell.innerText()).toMatch(/^\w+\s+[▲▼–]/)
    await page.getByRole('button', { name: 'Take out Georgia' }).click()
    await matrix.getByRole('rowheader', { name: 'Georgia' }).waitFor({ state: 'detached' })
    await cell.click()
    await page.getByRole('group', { name: 'Azerbaijan and Iran over time' }).waitFor()
  })

  test('the matrix by keys alone: one stop for Tab, arrows from cell to cell, Enter to the pair', async () => {
    const page = await app.open(`${AT}&days=365&states=ARM,AZE,IRN`)
    const matrix = page.getByRole('region', { name: 'The matrix' })
    await matrix.getByRole('rowheader', { name: 'Iran' }).waitFor()
    await matrix.focus()
    await page.keyboard.press('Tab')
    const focused = () => page.evaluate<string>('document.activeElement.title.split(":")[0]')
    expect(await focused()).toBe('Armenia and Azerbaijan')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Armenia and Iran')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Azerbaijan and Iran')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.dataset.cell ?? null')).toBeNull()
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('Azerbaijan and Iran')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Azerbaijan and Iran over time' }).waitFor()
  })

  test('one search finds events, people, publications and states, and leads to rows', async () => {
    const page = await app.open('/overview')
    await page.getByRole('searchbox').fill('velayati')
    await page.keyboard.press('Enter')
    const found = page.getByRole('region', { name: 'Found for velayati' })
    await found.getByRole('link', { name: 'Ali Akbar Velayati' }).waitFor()
    expect(await found.locator('[data-event]').count()).toBeGreaterThan(0)
    expect(await found.getByRole('heading', { name: 'Publications' }).locator('+ ul li').count()).toBeGreaterThan(0)
    const event = found.locator('[data-event]').first()
    await event.getByText('Rows').click()
    await event.getByText(/^data\/chronology\/events\.jsonl/).waitFor()

    await page.getByRole('searchbox').fill('azeri iranian')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('link', { name: 'Azerbaijan and Iran' }).waitFor()
    await page.goBack()
    await found.waitFor()
  })

  test('a search that finds nothing says what to try', async () => {
    const page = await app.open('/overview?q=zzyzx')
    await page.getByText(/No event has “zzyzx”.*Try fewer words/).waitFor()
  })

  test.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['a phone', PHONE],
  ])('%s: axe finds nothing, nothing overflows', async (_name, look) => {
    const page = await app.open(`${AT}&days=365&q=gas&region=reg:middle-east`, look)
    await page.getByRole('region', { name: 'The matrix' }).waitFor()
    await page.locator('[data-event]').first().waitFor()
    expect(await app.axe(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })
})
