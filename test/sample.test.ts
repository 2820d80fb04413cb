import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocuments } from '../src/documents/index.ts'

/** The sample analysis that ships: what its README says of it holds. */

const NAME = 'data/samples/yerevan-tehran-2012'
const text = readFileSync(`${NAME}.txt`, 'utf8')
const firstOf = async (path: string) => {
  for await (const document of readDocuments([path])) return document
  throw new Error(`nothing to read in ${path}`)
}
const mistakes = [...readFileSync('data/samples/README.md', 'utf8').matchAll(/^\| "(.+)" \| (.+) \|$/gm)]

describe('the text', () => {
  test('has the length of an op-ed', () => {
    const words = text.split(/\s+/).filter(Boolean).length
    expect(words).toBeGreaterThanOrEqual(700)
    expect(words).toBeLessThanOrEqual(900)
  })

  test('makes the mistakes that its README lists, each once', () => {
    expect(mistakes.length).toBe(4)
    for (const [, quote = ''] of mistakes) expect(text.split(quote).length, quote).toBe(2)
  })

  test('as a page gives the same paragraphs, title, author and day, and nothing of what stands around them', async () => {
    const page = await firstOf(`${NAME}.html`)
    const paragraphs = text.split('\n\n').filter(paragraph => paragraph.length > 200)
    expect(paragraphs.length).toBe(10)
    for (const paragraph of paragraphs) expect(page.text).toContain(paragraph)
    for (const around of ['Caspian', 'Most read', 'ferries', 'sturgeon', 'dataset'])
      expect(page.text).not.toContain(around)
    expect(page).toMatchObject({
      title: 'Armenia and Iran: A Quiet Friendship Grows Louder',
      author: 'Nora Halvard',
      published: '2012-11-05',
    })
  })
})
