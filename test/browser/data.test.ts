import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HAS_BROWSER, openApp, PHONE } from './app.ts'

/** What the record holds, files brought in and taken out; words from outside that would like to be more than words. */

const row = (more: object) =>
  JSON.stringify({
    day: '2024-05-19',
    source: 'FRA',
    target: 'URY',
    type: 'CONSULT',
    status: 'occurred',
    summary: 'They met.',
    ...more,
  })

/** Rows of a stranger who tries to run something wherever his words are shown. */
const HOSTILE = row({
  summary: '<img src=x onerror="document.title=1"><script>document.title=2</script>{@html 3}',
  place: '"><svg onload=alert(1)>',
  people: ['<b>Nobody</b>'],
  sources: [
    {
      publisher: '<i>Paper</i>',
      title: '</a><script>alert(1)</script>',
      url: 'javascript:alert(1)',
      published: '2024-05-19',
    },
    { publisher: 'Other', title: 'data', url: 'data:text/html,<script>alert(1)</script>', published: null },
  ],
})

describe.skipIf(!HAS_BROWSER)('data (needs Chromium)', () => {
  const app = openApp()
  let folder = ''
  const write = (name: string, ...lines: string[]): string => {
    const path = join(folder, name)
    writeFileSync(path, `${lines.join('\n')}\n`)
    return path
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'detente-data-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('what it holds: days, gaps, licence, citation, files', async () => {
    const page = await app.open('/data')
    const set = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'chronology' }) })
    await set.getByText(/events on \d+ days, 1 Dec 1991 – 28 Dec 2024/).waitFor()
    await set.getByText('CC BY 4.0').waitFor()
    await set.getByText(/stretches without a row/).click()
    await set.getByRole('listitem').filter({ hasText: '9 May 1992 – 4 Aug 2004' }).waitFor()
    await set.getByText(/data\/chronology\/events\.jsonl: \d+ accepted/).waitFor()
  })

  test('a file is brought in; what is rejected is told with line and reason; again it adds nothing', async () => {
    const page = await app.open('/data')
    const file = write(
      'mine.jsonl',
      HOSTILE,
      row({ day: '2024-05-20', summary: 'They met again.' }),
      row({ type: 'NONSENSE' }),
      '{ not json',
    )
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('2 accepted', { exact: true }).waitFor()
    const rejected = page.getByRole('region', { name: 'Rejected rows, one by one' })
    expect(await rejected.getByRole('row').count()).toBe(3)
    expect(await rejected.innerText()).toMatch(/NONSENSE/)
    await page.getByRole('heading', { name: '2 data sets' }).waitFor()
    const set = page.getByRole('article').filter({ hasText: 'mine.jsonl' })
    await set.getByRole('button', { name: 'why' }).click()
    await set.getByText(/line 3: .*NONSENSE/).waitFor()

    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('0 accepted', { exact: true }).waitFor()
  })

  test('words from outside stay words', async () => {
    const page = await app.open('/pair/FRA-URY?show=days:2024-05-01..2024-05-31')
    const card = page.locator('[data-event]').first()
    await card.getByText('<img src=x onerror="document.title=1"><script>document.title=2</script>{@html 3}').waitFor()
    await card.getByText('“</a><script>alert(1)</script>”').waitFor()
    expect(await card.locator('img, script, svg, i, b').count()).toBe(0)
    expect(await card.getByRole('link').count()).toBe(0)
    expect(await page.title()).toBe('France and Uruguay · Détente')
    const found = await app.open('/overview?q=nobody')
    await found.getByRole('link', { name: '<b>Nobody</b>' }).waitFor()
    expect(await found.locator('[href^="javascript:"], [href^="data:"]').count()).toBe(0)
  })

  test('a file of no known format is refused with what to do; nothing changes', async () => {
    const page = await app.open('/data')
    await page.locator('input[type=file]').setInputFiles(write('poem.txt', 'Roses are red,', 'violets are blue.'))
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toMatch(/format/i)
    await page.getByRole('heading', { name: '2 data sets' }).waitFor()
  })

  test('a file that is dropped is brought in too', async () => {
    const page = await app.open('/data')
    await page.getByText('Drop a file here').waitFor()
    const transfer = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(`${row({ day: '2024-06-01', summary: 'Dropped.' })}\n`)}], 'dropped.jsonl')); return data })()`,
    )
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer })
    await page.getByText('1 accepted', { exact: true }).waitFor()
  })

  test('events of a pair are taken out', async () => {
    const page = await app.open('/data')
    await page.getByRole('combobox', { name: 'A state', exact: true }).fill('Azerbaijan')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Another state' }).fill('Iran')
    await page.keyboard.press('Enter')
    await page.getByLabel('from', { exact: true }).fill('2014-01-01')
    await page.getByLabel('to', { exact: true }).fill('2014-12-31')
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'JSONL' }).click()
    const lines = readFileSync(await (await saving).path(), 'utf8')
      .trim()
      .split('\n')
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ day: expect.stringMatching(/^2014/) })
  })

  test.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['a phone', PHONE],
  ])('%s: axe finds nothing, nothing overflows', async (_name, look) => {
    const page = await app.open('/data', look)
    await page.getByRole('heading', { name: 'chronology' }).waitFor()
    expect(await app.axe(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })
})
