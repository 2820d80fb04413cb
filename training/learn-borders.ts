/** Learns where sentences end from treebanks laid out as paragraphs; what is learned is `src/text/border-model.ts`'s. */
import { featuresOf, isOpen, type Place } from '../src/text/border-model.ts'
import type { Word } from '../src/text/document.ts'
import { borderRules } from '../src/text/sentences.ts'
import { tokenize } from '../src/text/tokenizer.ts'
import type { Weights } from '../src/text/weights.ts'
import type { TreebankSentence } from './conllu.ts'
import { learnWeights } from './logistic.ts'

/** Features seen less often are not learned. */
const LEAST = 8
/** One of so many places of text that runs on: more teach borders where there are none. */
const RUN_ON_SHARE = 12
const EPOCHS = 4

const letters = (text: string): number => text.replace(/\s/g, '').length

/** Paragraphs as the treebank marks them (`# newpar`), as in the raw texts of the CoNLL 2018 shared task; sentences within one are parted by a blank. */
export const rawText = (sentences: readonly TreebankSentence[]): string =>
  sentences.map(({ text, newParagraph }) => `${newParagraph ? '\n\n' : ' '}${text}`).join('')

/** As `rawText`, but what has no final stop, as headings and captions, runs on into the next paragraph: many a text has lost its breaks. */
const runOnText = (sentences: readonly TreebankSentence[]): string =>
  sentences
    .map(({ text, newParagraph, document }, i) => {
      const before = sentences[i - 1]
      const runsOn = before?.document === document && /[\p{L}\p{N}]$/u.test(before.text)
      return `${newParagraph && !runsOn ? '\n\n' : ' '}${text}`
    })
    .join('')

/** The places where a border is open, in sentences as the treebank has them. */
const placesOf = (sentences: readonly TreebankSentence[], text: string): { place: Place; border: boolean }[] => {
  const words = tokenize(text)
  const ends = new Set<number>()
  let read = 0
  for (const { text: sentence } of sentences) {
    read += letters(sentence)
    ends.add(read)
  }
  const rules = borderRules(text, words)
  const places: { place: Place; border: boolean }[] = []
  let first = 0
  let at = 0
  words.forEach((word: Word, i) => {
    at += letters(word.form)
    if (i + 1 === words.length) return
    const { ends: ruled, sure, blank, paragraphEnd } = rules(first, i)
    const border = ends.has(at)
    const place = { words, first, i, blank, ruled, paragraphEnd }
    if (!sure && isOpen(place)) places.push({ place, border })
    if (border) first = i + 1
  })
  return places
}

/** Of the text that runs on, only what `rawText` does not show: the places behind headings, and those inside them. */
const runOnPlaces = (sentences: readonly TreebankSentence[]): { place: Place; border: boolean }[] =>
  placesOf(sentences, runOnText(sentences)).filter(
    ({ place, border }, i) => border && !place.ruled && i % RUN_ON_SHARE === 0,
  )

export const learnBorders = (sentences: readonly TreebankSentence[]): Weights =>
  learnWeights(
    [...placesOf(sentences, rawText(sentences)), ...runOnPlaces(sentences)].map(({ place, border }) => ({
      features: featuresOf(place),
      yes: border,
    })),
    { least: LEAST, epochs: EPOCHS },
  )
