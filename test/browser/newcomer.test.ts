import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { HAS_BROWSER, openApp } from './app.ts'

/** Somebody who has read no manual: pastes an analysis, finds what is wrong in it and why, looks at the pair, keeps the brief. */

const ANALYSIS = `A thaw on the Caspian

By A. Writer

17 July 2014

Relations between Azerbaijan and Iran have improved since last year. On 9 April 2014, Iranian President Mahmoud Ahmadinejad received Ilham Aliyev in Tehran. The two sides signed several documents.
`

describe.skipIf(!HAS_BROWSER)('a newcomer (needs Chromium)', () => {
  const app = openApp()

  test('from an analysis to its wrong claim, the receipt, the pair and the brief, by what the screen says alone', async () => {
    const page = await app.open('/')
    await page.getByRole('textbox', { name: /paste it/ }).fill(ANALYSIS)
    await page.getByRole('button', { name: 'Check it' }).click()

    await page.getByRole('button', { name: '1 contradicted' }).click()
    const wrong = page.getByRole('listitem').filter({ hasText: 'Iranian President Mahmoud Ahmadinejad' })
    await wrong.getByText(/receipts?$/).click()
    const receipts = page.getByRole('dialog', { name: 'Receipts' })
    await receipts.getByRole('heading', { name: 'Against it' }).waitFor()
    await receipts.getByText('Hassan Rouhani was president of Iran').waitFor()
    expect(await receipts.getByRole('link').first().getAttribute('href')).toMatch(/^https:\/\//)
    await receipts.getByRole('button', { name: 'Close' }).click()

    await page.getByRole('link', { name: 'Azerbaijan – Iran' }).click()
    await page.getByRole('button', { name: /brief/i }).click()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('group', { name: 'Save the brief' }).getByRole('button', { name: 'Markdown' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('brief-AZE-IRN-2014-07-17.md')
    expect(readFileSync(await saved.path(), 'utf8')).toContain('Azerbaijan')
  })

  test('an analysis of states that the record does not know: said once, with the way to bring data in', async () => {
    const page = await app.open('/')
    await page
      .getByRole('textbox', { name: /paste it/ })
      .fill('Two Coasts\n\n3 March 2003\n\nFrance and Uruguay signed a treaty in 2001. Relations have improved since.')
    await page.getByRole('button', { name: 'Check it' }).click()
    await page.getByText(/^The record holds too little about \d of these \d claims/).waitFor()
    await page.getByRole('link', { name: 'see what the record holds, and bring in data' }).click()
    await page.getByRole('heading', { name: 'Bring data in' }).waitFor()
  })
})
