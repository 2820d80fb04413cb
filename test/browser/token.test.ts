import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { HAS_BROWSER, openApp } from './app.ts'

/** A server that wants a token: the page asks its reader for it, once a tab, and keeps it out of addresses. */

const TOKEN = 'a-long-and-random-word'
const TEXT =
  'Steps\n\n17 July 2014\n\nOn 9 April 2014, President Ilham Aliyev visited Tehran. President Hassan Rouhani will visit Baku in September.'

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

  /** A window that knows the token already. */
  const enter = async (path: string): Promise<Page> => {
    const page = await app.open(path)
    await page.getByRole('form', { name: 'This server wants its token' }).locator('input').fill(TOKEN)
    await page.getByRole('button', { name: 'Go on' }).click()
    return page
  }

  const saved = async (page: Page, press: () => Promise<void>): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()])
    return readFileSync(await download.path(), 'utf8')
  }

  test('a text, its events and its report, another day, the pair and its brief: all bear it', async () => {
    app.mayRefuse(401)
    const page = await enter('/read')
    const asked = page.waitForRequest(request => request.url().endsWith('/progress'))
    await page.getByRole('textbox', { name: /paste it/ }).fill(TEXT)
    await page.getByRole('button', { name: 'Check it' }).click()
    expect((await asked).headers().authorization).toBe(`Bearer ${TOKEN}`)
    await page.locator('[data-claims]').first().waitFor()
    await page.getByText('Save', { exact: true }).click()
    const report = await saved(page, () => page.getByRole('button', { name: 'as JSON' }).click())
    expect(JSON.parse(report).schema).toBe('detente.ledger/1')
    await page.getByRole('slider').focus()
    await page.keyboard.press('End')
    await page
      .getByText(/verdicts? turned|No verdict has turned/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Azerbaijan – Iran' }).click()
    await page.getByRole('button', { name: /brief/i }).click()
    const save = page.getByRole('group', { name: 'Save the brief' }).getByRole('button', { name: 'Markdown' })
    expect(await saved(page, () => save.click())).toContain('# Azerbaijan and Iran')
  })

  test('a file brought in and followed, and rows taken out, bear it', async () => {
    app.mayRefuse(401)
    const page = await enter('/data')
    await page.locator('input[type=file]').setInputFiles({
      name: 'own.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(
        `${JSON.stringify({ day: '2024-05-19', source: 'IRN', target: 'AZE', type: 'CONSULT', status: 'occurred', summary: 'They met.' })}\n`,
      ),
    })
    await page.getByText('1 accepted', { exact: true }).waitFor()
    const rows = await saved(page, () => page.getByRole('link', { name: 'JSONL' }).click())
    expect(rows).toContain('They met.')
  })
})
