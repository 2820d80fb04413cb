import { dayNumber, type Landmark, type Span } from '../../../domain/index.ts'
import { landmarks } from '../../../facts/index.ts'
import type { Document } from '../../../text/index.ts'
import type { Behind, Evidence } from './evidence.ts'
import { tenseOf, wordAt } from './tense.ts'

interface Named extends Span {
  readonly landmark: Landmark
  readonly mention: string
}

/** Dated events that a text speaks of lie behind it, unless its sentence looks ahead. */
export const landmarkEvidence = (
  document: Document,
): { readonly evidence: readonly Evidence[]; readonly behind: readonly Behind[] } => {
  const named = landmarksIn(document.text).filter(n => !looksAhead(document, n))
  return {
    evidence: named.map(({ start, end, landmark, mention }) => {
      const first = dayNumber(landmark.from)
      return {
        start,
        end,
        says: `${mention} (${landmark.from}) lies behind it`,
        // A deal or a fall may be spoken of before it comes.
        on: day => (day >= first ? 1 : first - day < 1000 ? 0.2 : 0.03),
      }
    }),
    behind: named.map(({ landmark }) => ({ from: landmark.from, to: landmark.to })),
  }
}

const looksAhead = (document: Document, { start }: Named): boolean => {
  const word = wordAt(document, start)
  return word !== null && tenseOf(word.sentence, word.token) === 'future'
}

interface Form {
  readonly words: string
  readonly landmark: Landmark
}

let forms: ReadonlyMap<string, readonly Form[]> | null = null

/** Names by their first word, the article left out; of landmarks by one name the earliest is safe. */
const formsByFirstWord = (): ReadonlyMap<string, readonly Form[]> => {
  if (forms) return forms
  const made = new Map<string, Form[]>()
  const byAge = [...landmarks()].sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const landmark of byAge)
    for (const name of landmark.names) {
      const words = name.replace(/^the\s+/iu, '')
      const first = firstWord(words)
      const list = made.get(first) ?? []
      if (!list.some(form => form.words.toLowerCase() === words.toLowerCase())) list.push({ words, landmark })
      made.set(first, list)
    }
  for (const list of made.values()) list.sort((a, b) => b.words.length - a.words.length)
  forms = made
  return made
}

const firstWord = (words: string): string => (/[\p{L}\p{N}]+/u.exec(words)?.[0] ?? '').toLowerCase()

const landmarksIn = (text: string): Named[] => {
  const plain = text.replace(/[’‘]/gu, "'").replace(/[–—]/gu, '-').replace(/\s/gu, ' ')
  const lower = plain.toLowerCase()
  const found: Named[] = []
  for (const { index, 0: word } of plain.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+/gu)) {
    if (found.some(n => index < n.end)) continue
    const form = formsByFirstWord()
      .get(word.toLowerCase())
      ?.find(({ words }) => {
        const key = words.replace(/[–—]/gu, '-')
        if (!lower.startsWith(key.toLowerCase(), index) || /[\p{L}\p{N}]/u.test(plain[index + key.length] ?? ''))
          return false
        // "Partition" is a landmark, "partition" a word.
        return !/^\p{Lu}/u.test(key) || /^[\p{Lu}\p{N}]/u.test(plain.slice(index))
      })
    if (!form) continue
    const end = index + form.words.length
    found.push({ start: index, end, landmark: form.landmark, mention: text.slice(index, end) })
  }
  return found
}
