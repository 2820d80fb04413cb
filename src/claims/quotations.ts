import type { Page, PageSentence } from './page.ts'

/** Whether a sentence begins inside a quotation, or opens with one: what it says may be somebody else's. */
export const isQuoted = (page: Page, s: PageSentence): boolean => {
  const { start, end } = s.sentence
  const own = page.text.slice(start, end)
  if (/^["“«]/.test(own)) return true
  const paragraph = page.text.lastIndexOf('\n', start - 1) + 1
  const before = page.text.slice(paragraph, start)
  const curly = (before.match(/[“«]/g) ?? []).length - (before.match(/[”»]/g) ?? []).length
  const straight = (before.match(/"/g) ?? []).length
  // A mark right after the sentence closes the quotation it stood in.
  return curly > 0 || (curly === 0 && straight % 2 === 1)
}
