import { describe, expect, test } from 'vitest'
import { HAS_BROWSER, openApp } from './app.ts'

/** A server that wants a token: the page asks its reader for it, once a tab, and keeps it out of addresses. */

const TOKEN = 'a-long-and-random-word'

describe.skipIf(!HAS_BROWSER)('a server with a token (needs Chromium)', () => {
  const app = openApp('--token', TOKEN)

  test('asked for once; a wrong one is asked for again', async () => {
    app.mayRefuse(401)
    const page = await app.open('/read?sample=yerevan-tehran-2012.txt')
    const field = page.getByRole('form', { name: 'This server wants its token' }).locator('input')
    await field.fill('not this one')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('The one given is not it').waitFor()
    expect(await app.axe(page)).toEqual([])
    await field.fill(TOKEN)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.locator('[data-claims]').first().waitFor()
    expect(await field.count()).toBe(0)
    expect(page.url()).not.toContain(TOKEN)
    await page.reload()
    await page.locator('[data-claims]').first().waitFor()
    expect(await field.count()).toBe(0)
  })
})
