/** How a document writes its words: with a small letter or a capital, there where either might stand. */
import type { Word } from './document.ts'

/** How often a word stands with a small letter, and with a capital inside a sentence that has small letters too. */
export interface Written {
  readonly small: number
  readonly capital: number
}

/** What a document shows of a word, by its lower-case form. */
export type Capitals = (lower: string) => Written

/** Letters of most of a sentence's words: headlines stand in capitals, or each of their words begins with one. */
export type Style = 'capitals' | 'title' | 'mixed' | 'small' | 'none'

export const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form)

export const styleOf = (words: readonly { readonly form: string }[]): Style => {
  let [all, capital, loud] = [0, 0, 0]
  for (const { form } of words) {
    if (!/^\p{L}{4}/u.test(form)) continue
    all++
    if (isCapital(form)) capital++
    if (/^\p{Lu}{4,}$/u.test(form)) loud++
  }
  if (all === 0) return 'none'
  if (loud > all * 0.6) return 'capitals'
  if (all > 1 && capital >= all * 0.75) return 'title'
  return capital === 0 ? 'small' : 'mixed'
}

/** Whether a capital says nothing at a place, as what is before it ended or opened something. */
export const opens = (words: readonly { readonly form: string }[], i: number): boolean =>
  i === 0 || /^[.!?:"“‘'([–—-]/u.test(words[i - 1]?.form ?? '')

const NEVER: Written = { small: 0, capital: 0 }

export const capitalsOf = (sentences: readonly (readonly Pick<Word, 'form'>[])[]): Capitals => {
  const counts = new Map<string, Written>()
  for (const words of sentences) {
    const style = styleOf(words)
    const tells = style === 'mixed' || style === 'small'
    words.forEach(({ form }, i) => {
      if (!/^\p{L}/u.test(form)) return
      const capital = isCapital(form)
      if (capital && (!tells || opens(words, i))) return
      const lower = form.toLowerCase()
      const { small, capital: capitals } = counts.get(lower) ?? NEVER
      counts.set(lower, capital ? { small, capital: capitals + 1 } : { small: small + 1, capital: capitals })
    })
  }
  return lower => counts.get(lower) ?? NEVER
}
