/** Learns where sentences end from treebanks laid out as paragraphs; what is learned is `src/text/border-model.ts`'s. */
import { type BorderWeights, featuresOf, isOpen, type Place } from '../src/text/border-model.ts'
import type { Word } from '../src/text/document.ts'
import { borderRules } from '../src/text/sentences.ts'
import { tokenize } from '../src/text/tokenizer.ts'
import type { TreebankSentence } from './conllu.ts'

/** Features seen less often are not learned. */
const LEAST = 8
/** One of so many places of text that runs on: more teach borders where there are none. */
const RUN_ON_SHARE = 12
const EPOCHS = 4
const RATE = 0.15
/** Pull towards zero. */
const SHRINK = 0.005
interface Example {
  readonly features: Uint32Array
  readonly border: boolean
}

const letters = (text: string): number => text.replace(/\s/g, '').length

/** Paragraphs as the treebank marks them; sentences within one are parted by a blank. */
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
    const { ends: ruled, sure, blank } = rules(first, i)
    const border = ends.has(at)
    const place = { words, first, i, blank, ruled }
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

/** A sequence that is the same in every run. */
const chanceFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const shuffled = <T>(list: readonly T[], chance: () => number): T[] => {
  const mixed = [...list]
  for (let i = mixed.length - 1; i > 0; i--) {
    const k = Math.floor(chance() * (i + 1))
    ;[mixed[i], mixed[k]] = [mixed[k] as T, mixed[i] as T]
  }
  return mixed
}

/** Logistic regression by AdaGrad, weights averaged over the second half of its epochs. */
export const learnBorders = (sentences: readonly TreebankSentence[]): BorderWeights => {
  const places = [...placesOf(sentences, rawText(sentences)), ...runOnPlaces(sentences)]
  const counts = new Map<string, number>()
  for (const { place } of places) for (const name of featuresOf(place)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, n]) => n >= LEAST).map(([name]) => name)
  const rows = new Map(names.map((name, row) => [name, row]))
  const examples: Example[] = places.map(({ place, border }) => ({
    border,
    features: Uint32Array.from(featuresOf(place).flatMap(name => rows.get(name) ?? [])),
  }))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-6)
  const sums = new Float64Array(names.length)
  const chance = chanceFrom(2014)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, border } of shuffled(examples, chance)) {
      let score = 0
      for (const row of features) score += weights[row] as number
      const slope = 1 / (1 + Math.exp(-score)) - (border ? 1 : 0)
      if (Math.abs(slope) < 1e-3) continue
      for (const row of features) {
        squares[row] = (squares[row] as number) + slope * slope
        const step = slope + Math.sign(weights[row] as number) * SHRINK
        weights[row] = (weights[row] as number) - (RATE * step) / Math.sqrt(squares[row] as number)
      }
    }
    if (epoch >= EPOCHS / 2)
      for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] as number) + (weights[row] as number)
  }
  return new Map(names.map((name, row) => [name, (sums[row] as number) / (EPOCHS / 2)]))
}
