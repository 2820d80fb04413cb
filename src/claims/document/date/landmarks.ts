import { type ActorId, dayNumber, type Landmark, type Span } from '../../../domain/index.ts'
import { landmarks } from '../../../facts/index.ts'
import type { Document } from '../../../text/index.ts'
import { shapeOf } from '../vocabulary.ts'
import { type Aged, behind, type Evidence, type Signs } from './evidence.ts'
import type { Anchor } from './since.ts'
import { type ClauseTense, sentenceAt, tenseOf, wordAt } from './tense.ts'
import { dating } from './weights.ts'

interface Named extends Span {
  readonly landmark: Landmark
  /** As data/facts/landmarks.yaml has it, and as the text does. */
  readonly name: string
  readonly mention: string
}

/**
 * Dated events that a text speaks of lie behind it, unless its sentence looks ahead; a deal that it calls "a deal" is still
 * sought. An act named without its year is one that readers remember.
 */
export const landmarkSigns = (
  document: Document,
  actors: ReadonlySet<ActorId>,
): Signs & { readonly anchors: readonly Anchor[] } => {
  const evidence: Evidence[] = []
  const aged: Aged[] = []
  const anchors: Anchor[] = []
  for (const named of landmarksIn(document.text)) {
    const { start, end, landmark, name, mention } = named
    if (isUnspecific(document.text, named)) {
      const isTheirs = landmark.actors.some(actor => actors.has(actor))
      if (isTheirs && isForeseen(mention) && !looksBack(document, named)) evidence.push(sought(named))
      continue
    }
    if (isCommonNoun(name) || looksAhead(document, named)) continue
    const foreseen = isForeseen(mention)
    evidence.push({
      start,
      end,
      says: `${mention} (${landmark.from}) lies behind it`,
      on: behind(landmark.from, foreseen ? dating().behind.foreseen : dating().behind.sudden),
    })
    const days = { from: dayNumber(landmark.from), to: dayNumber(landmark.to) }
    anchors.push({ start, end, ...days })
    aged.push({ kind: 'acts', ...days })
    if (!foreseen && !isDated(document, named)) aged.push({ kind: 'unsaid', ...days })
  }
  return { evidence, aged, anchors }
}

/** "The financial crisis", "the nuclear deal": every decade has its own. */
const isCommonNoun = (name: string): boolean => !/[\p{Lu}\d]/u.test(name)

const sought = ({ start, end, landmark, mention }: Named): Evidence => {
  const last = dayNumber(landmark.to)
  const later = dating().sought
  return { start, end, says: `${mention} (${landmark.from}) is still sought`, on: day => (day <= last ? 1 : later) }
}

const isDated = (document: Document, { start, mention }: Named): boolean => {
  const sentence = sentenceAt(document, start)
  return (
    /\d/.test(mention) ||
    (sentence !== null && /\b(?:1[89]|20)\d\d\b/.test(document.text.slice(sentence.start, sentence.end)))
  )
}

const isForeseen = (mention: string): boolean => shapeOf(dating().foreseen).test(mention)

/** "A nuclear deal", "any peace treaty" is one that may come; a landmark is *the* deal, or somebody's. */
const isUnspecific = (text: string, { start, mention }: Named): boolean =>
  !/^\p{Lu}|^the\s/u.test(mention) &&
  /(?<!\p{L})(?:an?|any|no|another|new|final|possible|potential|future)\s+(?:\p{L}+\s+)?$/iu.test(
    text.slice(Math.max(0, start - 40), start),
  )

const tenseAround = (document: Document, { start }: Named): ClauseTense => {
  const word = wordAt(document, start)
  return word === null ? null : tenseOf(word.sentence, word.token)
}

const looksAhead = (document: Document, named: Named): boolean => tenseAround(document, named) === 'future'
const looksBack = (document: Document, named: Named): boolean =>
  /^(?:past|perfect)$/.test(tenseAround(document, named) ?? '')

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
    if (index < (found.at(-1)?.end ?? 0)) continue
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
    found.push({ start: index, end, landmark: form.landmark, name: form.words, mention: text.slice(index, end) })
  }
  return found
}
