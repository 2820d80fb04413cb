import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HAS_BROWSER, openApp, PHONE } from './app.ts'

/** The reader, on the shipped record and sample, as an analyst would use it. */

const SAMPLE = '/read?sample=yerevan-tehran-2012.txt'
/** What only the record of later days knows. */
const STONE = 'lay the foundation stone of a joint hydroelectric plant'

describe.skipIf(!HAS_BROWSER)('the reader (needs Chromium)', () => {
  const app = openApp()
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'detente-reader-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const cards = (page: Page) => page.locator('li[data-claim]')
  const drawer = (page: Page) => page.getByRole('dialog', { name: 'Receipts' })
  const openSample = async (query = '', look = {}): Promise<Page> => {
    const page = await app.open(`${SAMPLE}${query}`, look)
    await page.locator('[data-claims]').first().waitFor()
    return page
  }
  const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

  test('the first screen shows the sample checked, and leads to a receipt with one click', async () => {
    const page = await app.open('/')
    const claim = page.getByRole('link', { name: /contradicted.*Prime Minister Serzh Sargsyan/s })
    await claim.waitFor()
    expect(await app.axe(page)).toEqual([])
    await claim.click()
    await drawer(page).getByText('Tigran Sargsyan').first().waitFor()
    await drawer(page).getByRole('link', { name: 'Tigran Sargsyan' }).waitFor()
  })

  test('text on the left, claims on the right, counted by verdict', async () => {
    const page = await openSample()
    const total = await cards(page).count()
    expect(await page.getByRole('button', { name: `Claims ${total}` }).count()).toBe(1)
    const chips = page.getByRole('group', { name: 'Verdicts' }).getByRole('button')
    const counts = (await chips.allInnerTexts()).map(words => Number(/\d+/.exec(words)?.[0]))
    expect(counts).toHaveLength(7)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
    // All of the text is there, word for word.
    const words = (text: string) => text.replace(/\s+/g, ' ').trim()
    const file = readFileSync('data/samples/yerevan-tehran-2012.txt', 'utf8')
    expect(words(await page.getByRole('article').innerText())).toBe(words(file))
    expect(await app.axe(page)).toEqual([])
  })

  test('a claim in the text: one click chooses it, a second opens its receipts, down to file and line', async () => {
    const page = await openSample()
    const words = page.locator('article').getByText('Namjou signed a memorandum in Yerevan')
    await words.click()
    const chosen = page.locator('li[aria-current], li:has([aria-current="true"])')
    await chosen.getByText('Namjou signed a memorandum in Yerevan').waitFor()
    await words.click()
    await drawer(page).getByText('supported').first().waitFor()
    await drawer(page).getByText('Rows', { exact: true }).first().click()
    await drawer(page)
      .getByText(/events\.jsonl, line \d+/)
      .waitFor()
    expect(await app.axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await drawer(page).waitFor({ state: 'detached' })
  })

  test('as the day moves on, verdicts turn; the day stands in the address and survives a reload', async () => {
    const page = await openSample()
    const stone = cards(page).filter({ hasText: STONE }).filter({ hasText: 'announced event' })
    await stone.getByText('pending').waitFor()
    const slider = page.getByRole('slider', { name: 'Judged as of, by month' })
    expect(await slider.getAttribute('aria-valuetext')).toContain('5 Nov 2012')
    await slider.focus()
    await page.keyboard.press('End')
    await page.getByRole('button', { name: /verdicts turned/ }).waitFor()
    expect(await stone.getByText('was pending').count()).toBe(1)
    const { as_of: last } = queryOf(page)
    expect(last).toMatch(/^20\d\d-/)

    await page.getByRole('button', { name: /verdicts turned/ }).click()
    const turned = Number(/\d+/.exec(await page.getByRole('button', { name: /verdicts turned/ }).innerText())?.[0])
    expect(await cards(page).count()).toBe(turned)
    await page.reload()
    await page.getByRole('button', { name: `${turned} verdicts turned` }).waitFor()
    expect(queryOf(page)).toMatchObject({ as_of: last, turned: 'yes' })
    expect(await cards(page).count()).toBe(turned)
  })

  test('a month of the slider is judged when it rests there; a day can be typed, and a wrong one is refused', async () => {
    const page = await openSample()
    await page.getByRole('slider', { name: 'Judged as of, by month' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => queryOf(page).as_of).toBe('2013-01-05')
    const field = page.getByRole('textbox', { name: 'Judged as of' })
    expect(await field.inputValue()).toBe('2013-01-05')
    await field.fill('2013-02-30')
    await field.press('Tab')
    expect(await field.evaluate('document.querySelector(".as-of input[type=text]").validationMessage')).toContain(
      'year-month-day',
    )
    expect(queryOf(page).as_of).toBe('2013-01-05')
    await field.fill('2012-11-20')
    await field.press('Enter')
    await page.getByText('Judging as of').waitFor({ state: 'detached' })
    expect(queryOf(page).as_of).toBe('2012-11-20')
  })

  test('a server that does not answer: said once, nothing lost, asked again when the reader says so', async () => {
    app.mayRefuse(503)
    const page = await openSample()
    let asked = 0
    await page.route('**/api/v1/check**', route => {
      asked += 1
      const body = JSON.stringify({ detail: 'the record is busy', hint: 'ask again soon' })
      return route.fulfill({ status: 503, contentType: 'application/problem+json', body })
    })
    const field = page.getByRole('textbox', { name: 'Judged as of' })
    await field.fill('2013-03-03')
    await field.press('Enter')
    await page.getByRole('alert').getByText('The record is busy.').waitFor()
    const before = asked
    await page.waitForTimeout(1500)
    expect(asked - before).toBeLessThanOrEqual(1)
    expect(await cards(page).count()).toBeGreaterThan(50)
    await page.unroute('**/api/v1/check**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Judging as of').waitFor({ state: 'detached' })
    await page.getByRole('alert').waitFor({ state: 'detached' })
  })

  test('filters by verdict and type narrow list and text, and stand in the address', async () => {
    const page = await openSample()
    const all = await cards(page).count()
    await page
      .getByRole('group', { name: 'Verdicts' })
      .getByRole('button', { name: /\d supported/ })
      .click()
    const supported = await cards(page).count()
    expect(supported).toBeGreaterThan(0)
    expect(supported).toBeLessThan(all)
    expect(
      await page
        .locator('article [data-verdict]')
        .evaluateAll(spans => new Set(spans.map(span => span.getAttribute('data-verdict'))).size),
    ).toBe(1)
    await page.getByText('All types').click()
    await page.getByRole('checkbox', { name: /^statement/ }).check()
    expect(queryOf(page)).toMatchObject({ verdict: 'supported', type: 'statement' })
    const both = await cards(page).count()
    expect(both).toBeLessThan(supported)
    // Not the text as drawn: cards out of sight may not be drawn yet.
    for (const text of await cards(page).allTextContents()) expect(text).toMatch(/supported[\s\S]*statement/)
    await page.reload()
    await cards(page).first().waitFor()
    expect(await cards(page).count()).toBe(both)
    await page.getByRole('button', { name: 'show all' }).click()
    expect(await cards(page).count()).toBe(all)
  })

  test('by keyboard alone: through the claims, to the receipts, back, and the keys are told', async () => {
    const page = await openSample()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    const first = await cards(page).first().getAttribute('data-claim')
    expect(queryOf(page).claim).toBe(first)
    expect(await page.evaluate('document.activeElement.closest("li").dataset.claim')).toBe(first)
    await page.keyboard.press('Enter')
    await drawer(page).waitFor()
    // The drawer follows.
    const quote = await drawer(page).locator('blockquote').innerText()
    await page.keyboard.press('j')
    await expect.poll(() => drawer(page).locator('blockquote').innerText()).not.toBe(quote)
    await page.keyboard.press('Escape')
    await drawer(page).waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('next claim').waitFor()
    expect(await app.axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
  })

  test('the argument: a dropped driver shows what still stands', async () => {
    const page = await openSample('&view=argument')
    const stands = page.getByRole('status').filter({ hasText: 'drivers' })
    await stands.getByText('4 of 4 drivers').waitFor()
    const whole = await stands.innerText()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Driver: Second' })
      .getByRole('button', { name: 'Drop it' })
      .click()
    await stands.getByText('3 of 4 drivers').waitFor()
    expect(await stands.innerText()).toContain('What still stands')
    expect(whole).toContain('What it stands on')
    expect(queryOf(page).without).toBe('1')
    expect(await app.axe(page)).toEqual([])
    // From the map to a receipt: one click.
    await page.getByRole('button', { name: /Four things push/ }).click()
    await drawer(page).waitFor()
  })

  test('what the text leaves out, with receipts; and the way to its pair', async () => {
    const page = await app.open('/read')
    await page
      .getByRole('textbox', { name: /^An analysis/ })
      .fill(
        'A thaw on the Caspian\n\n17 July 2014\n\nRelations between Azerbaijan and Iran have improved markedly since 2013. On 9 April 2014, President Ilham Aliyev visited Tehran. He met President Hassan Rouhani there.',
      )
    await page.getByRole('button', { name: 'Check it' }).click()
    await page.getByRole('button', { name: /^Left out [1-9]/ }).click()
    const first = page.getByRole('listitem').filter({ hasText: 'Not mentioned' }).first()
    await first.getByText(/^\d+ receipts?$/).click()
    await first.getByText(/· known/).waitFor()
    expect(await app.axe(page)).toEqual([])
    await page.getByRole('link', { name: 'Azerbaijan – Iran' }).click()
    await page.waitForURL(/\/pair\/AZE-IRN\?as_of=2014-07-17$/)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'A thaw on the Caspian' }).waitFor()
  })

  test.each([
    ['Markdown', 'md', /^# .*Quiet Friendship/m],
    ['HTML', 'html', /^<!doctype html>/i],
    ['JSON', 'json', /"schema": ?"detente\.ledger\/1"/],
  ])('saved as %s', async (name, ending, looksLike) => {
    const page = await openSample('&as_of=2013-11-05')
    await page.getByText('Save', { exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `as ${name}` }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`yerevan-tehran-2012-checked.${ending}`)
    const content = readFileSync(await download.path(), 'utf8')
    expect(content).toMatch(looksLike)
    expect(content).toMatch(/2013-11-05|5 Nov(ember)? 2013/)
  })

  test('a pasted text is checked, is not in the address, and survives a reload', async () => {
    const page = await app.open('/read')
    await page
      .getByRole('textbox')
      .fill(
        'On 9 April 2014, President Ilham Aliyev visited Tehran. He signed an agreement there.\n\nIn October, Iran and Azerbaijan held talks in Baku.\n\n<img src=x onerror=alert(1)>',
      )
    await page.getByRole('button', { name: 'Check it' }).click()
    await cards(page).first().waitFor()
    expect(Object.keys(queryOf(page))).toEqual(['text'])
    expect(page.url()).not.toContain('Aliyev')
    // What comes from outside is text, never markup.
    expect(await page.getByRole('article').innerText()).toContain('<img src=x onerror=alert(1)>')
    expect(await page.locator('article img').count()).toBe(0)
    await page
      .getByRole('button', { name: 'say when it was written' })
      .or(page.getByRole('button', { name: 'change' }))
      .click()
    await page.getByRole('textbox', { name: 'The day it was written' }).fill('2014-07-17')
    await page.keyboard.press('Enter')
    await page.getByText('17 Jul 2014 (given)').waitFor()
    await cards(page).filter({ hasText: 'supported' }).first().waitFor()
    await page.reload()
    await page.getByText('17 Jul 2014 (given)').waitFor()
    // It is found again from the reader's first page.
    await page.getByRole('link', { name: 'Open another' }).click()
    await page.getByRole('link', { name: /^On 9 April 2014/ }).click()
    await cards(page).first().waitFor()
  })

  test('files: a web page and a PDF are read, a torn PDF is refused with what to do, another tab does not know the text', async () => {
    const page = await app.open('/read')
    const picker = page.locator('input[type=file]')
    await picker.setInputFiles('data/samples/yerevan-tehran-2012.html')
    await page.getByRole('heading', { level: 1, name: 'Armenia and Iran: A Quiet Friendship Grows Louder' }).waitFor()
    const paper = await page.context().newPage()
    await paper.setContent('<h1>A Visit to Tehran</h1><p>On 9 April 2014, President Ilham Aliyev visited Tehran.</p>')
    await page.goto(`${app.server.url}/read`)
    await picker.setInputFiles({ name: 'visit.pdf', mimeType: 'application/pdf', buffer: await paper.pdf() })
    await paper.close()
    await cards(page).filter({ hasText: 'President Ilham Aliyev visited Tehran' }).first().waitFor()
    const pdf = join(folder, 'analysis.pdf')
    writeFileSync(pdf, '%PDF-1.4\n1 0 obj\n')
    await page.goto(`${app.server.url}/read`)
    app.mayRefuse(422)
    await picker.setInputFiles(pdf)
    const alert = page.getByRole('alert')
    await alert.getByText(/PDF file/).waitFor()
    await alert.getByText(/pdftotext/).waitFor()
    const other = await app.open('/read?text=0123456789ab')
    await other.getByText('This tab no longer has that text').waitFor()
    await other.getByRole('textbox').waitFor()
  })

  test('a dropped file is opened', async () => {
    const page = await app.open('/read')
    await page.getByRole('textbox').waitFor()
    const transfer = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['Iran and Armenia signed an agreement in Tehran on 20 January 2008.'], 'short.txt', { type: 'text/plain' }))
      return transfer
    })()`)
    await page.locator('form', { has: page.locator('textarea') }).dispatchEvent('drop', { dataTransfer: transfer })
    await page.getByRole('article').getByText('signed an agreement').waitFor()
  })

  test('on a phone: text, then what was tapped; nothing is cut off', async () => {
    const page = await openSample('', PHONE)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.locator('article').getByText('Namjou signed a memorandum in Yerevan').tap()
    await drawer(page).getByText('supported').first().waitFor()
    expect(await app.axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Close' }).tap()
    await page.getByRole('button', { name: /^Claims/ }).tap()
    await cards(page).first().waitFor()
    expect(await page.getByRole('article').isVisible()).toBe(false)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    expect(await app.axe(page)).toEqual([])
  })

  test('dark, and without motion: as legible', async () => {
    const page = await openSample('&claim=c1&receipts=open', { colorScheme: 'dark', reducedMotion: 'reduce' })
    await drawer(page).waitFor()
    expect(await app.axe(page)).toEqual([])
    const still = await page
      .locator('[data-verdict]')
      .first()
      .evaluate('getComputedStyle(document.querySelector("[data-verdict]")).transitionDuration')
    expect(still).toBe('0s')
  })

  test('nothing moves while verdicts arrive', async () => {
    const page = await app.open(SAMPLE)
    await page.evaluate(`globalThis.shift = 0
      new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value })
        .observe({ type: 'layout-shift', buffered: true })`)
    await page.locator('[data-claims]').first().waitFor()
    await page.getByRole('slider').focus()
    await page.keyboard.press('End')
    await page.getByRole('button', { name: /verdicts turned/ }).waitFor()
    await page.waitForTimeout(500)
    expect(await page.evaluate('globalThis.shift')).toBeLessThan(0.02)
  })
})
