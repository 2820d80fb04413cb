import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { HAS_BROWSER, openApp, PHONE } from './app.ts'

/** The page of a pair on the shipped record: looked at, brushed, zoomed, followed down to rows, by mouse and by keys alone. */

describe.skipIf(!HAS_BROWSER)('a pair (needs Chromium)', () => {
  const app = openApp()
  const PAIR = '/pair/AZE-IRN'

  const chart = (page: Page) => page.getByRole('group', { name: 'Azerbaijan and Iran over time' })
  const field = (page: Page) => page.getByRole('slider', { name: /^Days of Azerbaijan and Iran/ })
  const drawer = (page: Page) => page.getByRole('dialog')
  const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
  const openPair = async (path = PAIR, look = {}): Promise<Page> => {
    const page = await app.open(path, look)
    await chart(page).waitFor()
    await page
      .getByText(/Confidence in this judgement is/)
      .first()
      .waitFor()
    return page
  }
  /** Where a day lies in the field of the chart, with all days of the pair shown. */
  const dayAt = async (page: Page, day: string): Promise<{ x: number; y: number }> => {
    const box = await field(page).boundingBox()
    const [first, last] = [Date.parse('1991-12-01'), Date.parse('2024-11-25')]
    if (!box) throw new Error('the chart has no field')
    return { x: box.x + (box.width * (Date.parse(day) - first)) / (last - first), y: box.y + 120 }
  }

  test('a click on a point shows its events, a second one the rows behind them; the address keeps it', async () => {
    const page = await openPair()
    expect(await page.title()).toBe('Azerbaijan and Iran · Détente')
    const { x, y } = await dayAt(page, '2014-04-15')
    await page.mouse.click(x, y)
    await drawer(page).getByRole('heading', { name: 'Apr 2014' }).waitFor()
    const visit = drawer(page).locator('[data-event="az-ir-2014-04-09-b"]')
    await visit.waitFor()
    expect(await visit.getByRole('link').count()).toBeGreaterThan(0)
    await visit.getByText('Rows').click()
    await visit.getByText(/^data\/chronology\/events\.jsonl/).waitFor()
    expect(asked(page)).toEqual({ show: 'days:2014-04-01..2014-04-30' })

    await page.reload()
    await drawer(page).locator('[data-event="az-ir-2014-04-09-b"]').waitFor()
    await drawer(page).getByText('Rows behind these figures').click()
    await drawer(page)
      .getByText(/data\/chronology\/events\.jsonl, line \d+/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await drawer(page).waitFor({ state: 'detached' })
    expect(asked(page)).toEqual({})
  })

  test('brushed from decades down to days; “all” goes back', async () => {
    const page = await openPair()
    const [from, to] = [await dayAt(page, '2014-03-01'), await dayAt(page, '2014-09-01')]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
    await page.getByText(/ by day, from chronology/).waitFor()
    expect(asked(page).from).toMatch(/^2014-0[23]/)
    expect(asked(page).to).toMatch(/^2014-0[89]/)
    expect(await field(page).getAttribute('aria-valuetext')).toMatch(/^\d+ \w+ 2014: /)
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await page.getByText(/ by month, from chronology/).waitFor()
    await expect.poll(() => asked(page)).toEqual({})
  })

  test('the handles of the navigator take keys and the mouse', async () => {
    const page = await openPair()
    const first = page.getByRole('slider', { name: 'First day shown' })
    await first.focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp')
    await expect.poll(() => asked(page).from).toMatch(/^20\d\d-/)
    const told = await first.getAttribute('aria-valuetext')
    const box = await first.boundingBox()
    if (!box) throw new Error('no handle')
    await page.mouse.move(box.x + box.width / 2, box.y + 8)
    await page.mouse.down()
    await page.mouse.move(box.x + 200, box.y + 8, { steps: 3 })
    await page.mouse.up()
    expect(await first.getAttribute('aria-valuetext')).not.toBe(told)
  })

  test('keys alone: along the points, into the events, out again to where one was', async () => {
    const page = await openPair(`${PAIR}?from=2014-01-01&to=2015-12-31&by=month`)
    await field(page).focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
    expect(await field(page).getAttribute('aria-valuetext')).toMatch(/^Apr 2014: \d+ events, /)
    await page.keyboard.press('Enter')
    await drawer(page).getByRole('heading', { name: 'Apr 2014' }).waitFor()
    // Focus is in the drawer: the next stops are its buttons.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Apr 2014')
    await page.keyboard.press('Escape')
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('slider')
    await page.keyboard.press('+')
    await expect.poll(() => asked(page).from).toMatch(/^201[34]-/)
    await page.keyboard.press('0')
    await expect.poll(() => asked(page).from).toBeUndefined()
  })

  test('a turning point says between which days it lies, and shows the events that carry it', async () => {
    interface Turn {
      readonly kind: string
      readonly date: string
      readonly known_on: string | null
      readonly events: readonly string[]
    }
    const told = await fetch(`${app.server.url}/api/v1/turning-points?a=AZE&b=IRN`)
    const { turning_points: turns } = (await told.json()) as { turning_points: Turn[] }
    const thaw = turns.find(turn => turn.kind === 'thaw' && turn.known_on !== null && turn.events.length > 1)
    if (!thaw) throw new Error('the chronology has no thaw that a watcher would have been told')
    const page = await openPair()
    const day = new Date(thaw.date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
    const mark = page.getByRole('button', { name: new RegExp(`^Turning point: thaw, ${day}(, between |$)`) })
    await mark.focus()
    await page.keyboard.press('Enter')
    await drawer(page)
      .getByRole('heading', { name: `Thaw of ${day}` })
      .waitFor()
    await drawer(page).getByText('A watcher would have been told on').waitFor()
    const carriers = drawer(page).locator('[data-event]')
    await carriers.first().waitFor()
    const ids = await carriers.evaluateAll(cards => cards.map(card => card.getAttribute('data-event')))
    expect(ids).toEqual(thaw.events)
  })

  test('any pair by typing: a demonym, a capital, arrows and Enter', async () => {
    const page = await openPair()
    const first = page.getByRole('combobox', { name: 'A state', exact: true })
    await first.focus()
    await page.keyboard.type('armenians')
    await page.getByRole('option', { name: /Armenia/ }).waitFor()
    expect(await first.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Armenia and Iran over time' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/pair/ARM-IRN')
    const second = page.getByRole('combobox', { name: 'Another state' })
    await second.focus()
    await page.keyboard.type('jerus')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/pair/ARM-ISR')
    await page.goBack()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/pair/ARM-IRN')
  })

  test('the brief is one click away, leads to receipts, and can be saved', async () => {
    const page = await openPair(`${PAIR}?as_of=2014-07-17`)
    await page.getByRole('button', { name: 'Brief' }).click()
    const brief = drawer(page)
    await brief.getByRole('heading', { name: 'What changed' }).waitFor()
    await brief.getByText('As of 17 Jul 2014').waitFor()
    const saving = page.waitForEvent('download')
    await brief.getByRole('button', { name: 'Markdown' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe('brief-AZE-IRN-2014-07-17.md')
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^# Azerbaijan and Iran, as of 17 July 2014\n/)
    // A number behind a sentence leads to what it rests on.
    await brief.locator('button[data-kind=rows]').first().click()
    await drawer(page)
      .getByText(/data\/chronology\/events\.jsonl, line \d+/)
      .first()
      .waitFor()
    await page.goBack()
    await brief.locator('button[data-kind=event]').first().click()
    await drawer(page).locator('[data-event]').getByText('Rows').click()
    await drawer(page)
      .getByText(/^data\/chronology\/events\.jsonl/)
      .waitFor()
    expect(asked(page).show).toMatch(/^event:/)
  })

  test('nothing of later days is shown as of a day', async () => {
    const page = await openPair(`${PAIR}?as_of=2014-04-08`)
    await page.getByText('as known on 8 Apr 2014').waitFor()
    expect(await page.getByRole('button', { name: /^Turning point: thaw/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'latest' }).click()
    await page
      .getByRole('button', { name: /^Turning point: thaw/ })
      .first()
      .waitFor()
  })

  test('two pairs side by side, in the chart and in figures', async () => {
    const page = await openPair()
    await page.getByRole('button', { name: 'Compare' }).click()
    const other = page.getByRole('combobox', { name: 'A state', exact: true }).last()
    await other.fill('armenia')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Another state' }).last().fill('IRN')
    await page.keyboard.press('Enter')
    await page.locator('path.line.other').waitFor()
    expect(asked(page).with).toBe('ARM-IRN')
    const table = page.getByRole('table').filter({ hasText: 'last turn' })
    await table.getByRole('columnheader', { name: 'Armenia and Iran' }).waitFor()
    expect(
      await table
        .getByRole('row', { name: /^confidence/ })
        .getByRole('cell')
        .count(),
    ).toBe(2)
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.locator('path.line.other').waitFor({ state: 'detached' })
  })

  test('the chart as a table leads to the same events', async () => {
    const page = await openPair(`${PAIR}?from=2014-01-01&to=2014-12-31&by=month`)
    await page.getByText('The same as a table').click()
    await page.getByRole('button', { name: 'Apr 2014', exact: true }).click()
    await drawer(page).locator('[data-event="az-ir-2014-04-09-b"]').waitFor()
  })

  test('a pair that nobody tells of, and what is no pair: said with what to do', async () => {
    const page = await app.open('/pair/FRA-URY')
    await page.getByText('The record holds no event between France and Uruguay.').waitFor()
    expect(await page.getByRole('link', { name: 'see what the record holds' }).getAttribute('href')).toBe('/data')
    const wrong = await app.open('/pair/nonsense')
    await wrong.getByText('“nonsense” is no pair of states.').waitFor()
    const picker = wrong.getByRole('combobox', { name: 'A state', exact: true })
    await picker.fill('Iran')
    await wrong.keyboard.press('Enter')
    await wrong.getByRole('combobox', { name: 'Another state' }).fill('Turkey')
    await wrong.keyboard.press('Enter')
    await expect.poll(() => new URL(wrong.url()).pathname).toBe('/pair/IRN-TUR')
  })

  test.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['a phone', PHONE],
  ])('%s: axe finds nothing, nothing overflows, nothing jumps', async (_name, look) => {
    const page = await openPair(`${PAIR}?from=2013-01-01&to=2015-12-31`, look)
    await page.getByText(/ by week, from chronology/).waitFor()
    expect(await app.axe(page)).toEqual([])
    const shift = `new Promise(resolve => {
      let sum = 0
      new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => resolve(sum), 200)
    })`
    expect(await page.evaluate<number>(shift)).toBeLessThan(0.05)
    await page.getByRole('button', { name: 'Brief' }).click()
    await drawer(page).getByRole('heading', { name: 'What changed' }).waitFor()
    expect(await app.axe(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })

  test('on paper: chart and brief, no controls', async () => {
    const page = await openPair(`${PAIR}?show=brief`)
    await drawer(page).getByRole('heading', { name: 'What changed' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: '10 years' }).isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Markdown' }).isVisible()).toBe(false)
    expect(await chart(page).isVisible()).toBe(true)
    expect(await page.evaluate(`getComputedStyle(document.querySelector('[role=dialog]')).position`)).toBe('static')
  })
})
