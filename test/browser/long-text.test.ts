import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { HAS_BROWSER, openApp } from './app.ts'

/** A text that takes minutes: what the page says meanwhile, that it can be cancelled, and that a closed tab leaves no work behind. */

const SENTENCES = `On 9 April 2014, President Ilham Aliyev visited Tehran. President Hassan Rouhani will visit Baku in September.

Relations between Iran and Azerbaijan have improved since last year.

`
const LONG = SENTENCES.repeat(8000)

describe.skipIf(!HAS_BROWSER)('a long text (needs Chromium)', () => {
  const app = openApp()

  const openLong = async (name: string): Promise<{ readonly page: Page; readonly state: () => Promise<string> }> => {
    const page = await app.open('/read')
    const begun = page.waitForResponse(answer => answer.request().method() === 'POST' && answer.status() === 202)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(LONG + name) })
    const address = (await (await begun).headerValue('location')) ?? ''
    const state = async (): Promise<string> =>
      ((await (await fetch(app.server.url + address)).json()) as { state: string }).state
    return { page, state }
  }

  test('says how far it has come; Cancel stops it, and it can be begun again', async () => {
    const { page, state } = await openLong('a long one.txt')
    await page.getByText(/^[\d,]+ of [\d,]+ sentences parsed\.$/).waitFor()
    await page.getByRole('heading', { name: 'a long one.txt' }).waitFor()
    expect(await app.axe(page)).toEqual([])
    expect(await state()).toBe('running')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Stopped. It was not checked.').waitFor()
    expect(await app.axe(page)).toEqual([])
    await vi.waitFor(async () => expect(await state()).toBe('cancelled'), { timeout: 20_000 })
    await page.getByRole('button', { name: 'Check it again' }).click()
    await page.getByText(/sentences parsed\.$/).waitFor()
    await page.getByRole('link', { name: 'Détente' }).click()
    await page.getByRole('heading', { name: 'An analysis, checked' }).waitFor()
  })

  test('a tab that is closed stops the work', async () => {
    const { page, state } = await openLong('left.txt')
    await page.getByText(/sentences parsed\.$/).waitFor()
    expect(await state()).toBe('running')
    await page.close({ runBeforeUnload: false })
    await vi.waitFor(async () => expect(await state()).toBe('cancelled'), { timeout: 30_000 })
  })

  test('another page of the app stops it too', async () => {
    const { page, state } = await openLong('walked away.txt')
    await page.getByText(/sentences parsed\.$/).waitFor()
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Data' }).click()
    await vi.waitFor(async () => expect(await state()).toBe('cancelled'), { timeout: 30_000 })
  })
})
