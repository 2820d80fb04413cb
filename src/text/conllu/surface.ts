import type { Word } from '../document.ts'
import { type ConlluRow, type ConlluSentence, formOf, hasBlankAfter, surfaceRows } from './sentence.ts'

/** The text of a CoNLL-U file, and where its words stand in it. */
export interface ConlluText {
  readonly text: string
  /** Per sentence, one for each of its words. */
  readonly sentences: readonly (readonly Word[])[]
}

/** Sentences under each other, a blank line between paragraphs. */
export const textOfConllu = (sentences: readonly ConlluSentence[]): ConlluText => {
  const parts: string[] = []
  let length = 0
  const words = sentences.map((sentence, i): Word[] => {
    const gap = i === 0 ? '' : opensParagraph(sentence) ? '\n\n' : '\n'
    const surface = surfaceRows(sentence)
    const text = surfaceText(sentence)
    const starts = startsIn(text, surface)
    const start = length + gap.length
    parts.push(gap, text)
    length = start + text.length
    return surface.flatMap((row, k) => wordsOf(row, sentence.rows, start + (starts?.[k] ?? 0)))
  })
  return { text: parts.join(''), sentences: words }
}

/** The sentence's own `# text` where its words stand in it; else the words, with blanks where none is denied. */
export const surfaceText = (sentence: ConlluSentence): string => {
  const surface = surfaceRows(sentence)
  const told = sentence.comments.map(line => /^#\s*text\s*=\s?(.*)$/u.exec(line)?.[1]).find(text => text !== undefined)
  if (told !== undefined && startsIn(told, surface)) return told
  return surface.map((row, i) => formOf(row) + (i < surface.length - 1 && hasBlankAfter(row) ? ' ' : '')).join('')
}

const opensParagraph = ({ comments }: ConlluSentence): boolean =>
  comments.some(line => /^#\s*new(?:par|doc)\b/.test(line))

/** Where each word begins, or null when the text does not consist of these words in this order. */
const startsIn = (text: string, surface: readonly ConlluRow[]): number[] | null => {
  const starts: number[] = []
  let at = 0
  const skipBlanks = (): void => {
    while (/\s/u.test(text[at] ?? '')) at += 1
  }
  for (const row of surface) {
    skipBlanks()
    const form = formOf(row)
    if (!text.startsWith(form, at)) return null
    starts.push(at)
    at += form.length
  }
  skipBlanks()
  return at === text.length ? starts : null
}

/** A word; or those of a range, side by side where they spell it ("do" + "n't"), else each as wide as the whole ("ai" + "not"). */
const wordsOf = (row: ConlluRow, rows: readonly ConlluRow[], start: number): Word[] => {
  const form = formOf(row)
  if (row.kind === 'word') return [{ start, end: start + form.length, form }]
  const forms = rows.filter(r => r.kind === 'word' && r.first >= row.first && r.last <= row.last).map(formOf)
  if (forms.join('') !== form) return forms.map(own => ({ start, end: start + form.length, form: own }))
  let at = start
  return forms.map(own => {
    at += own.length
    return { start: at - own.length, end: at, form: own }
  })
}
