import { describe, expect, test } from 'vitest'
import { HAS_BROWSER, openApp, PHONE } from './app.ts'

/** What all pages have in common: header, theme, addresses. */

describe.skipIf(!HAS_BROWSER)('the shell (needs Chromium)', () => {
  const app = openApp()

  test('links turn the page without loading it anew, and back goes back', async () => {
    const page = await app.open('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate('globalThis.sameLoad = true')
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reader' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hold an analysis' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/read')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'How two states stand' }).waitFor()
    expect(await page.evaluate('globalThis.sameLoad')).toBe(true)
  })

  test('follows the system’s colours until told otherwise, and keeps the choice', async () => {
    const page = await app.open('/', { colorScheme: 'dark' })
    const ground = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const dark = await ground()
    await page.getByRole('button', { name: 'Switch to light colours' }).click()
    const light = await ground()
    expect(light).not.toBe(dark)
    await page.reload()
    expect(await ground()).toBe(light)
    await page.getByRole('button', { name: 'Switch to dark colours' }).click()
    expect(await ground()).toBe(dark)
    expect(await page.evaluate('localStorage.length')).toBe(0)
  })

  test('one search on every page, reached by a key', async () => {
    const page = await app.open('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('Aras')
    await page.keyboard.press('Enter')
    await page.getByText(/Aras/).first().waitFor()
    expect(page.url()).toBe(`${app.server.url}/overview?q=Aras`)
  })

  test('an address that there is not, typed by hand: said, with a way home', async () => {
    app.mayRefuse(404)
    const page = await app.open('/reader/of/everything')
    await page.getByRole('heading', { level: 1, name: 'There is no page at /reader/of/everything' }).waitFor()
    expect(await app.axe(page)).toEqual([])
    await page.getByRole('link', { name: 'Go to the first page' }).click()
    await page.getByRole('heading', { level: 1, name: 'How two states stand' }).waitFor()
  })

  test('fits a phone', async () => {
    const page = await app.open('/', PHONE)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })
})
