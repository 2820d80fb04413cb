import { type Capitals, capitalsOf } from './capitals.ts'
import type { Document, Sentence, Token, Word } from './document.ts'
import { english } from './english.ts'
import { featuresOf, verbFeatures } from './features.ts'
import type { Lemmatizer } from './lemmas.ts'
import type { Arc, Reading, Tag } from './reading.ts'
import { groupSentences } from './sentences.ts'
import { tokenize } from './tokenizer.ts'
import { plainForm } from './word-form.ts'

/** Told while sentences are read how many have been, of how many. */
export type OnRead = (read: number, sentences: number) => void

export interface AnalyseOptions {
  /** How the document writes its words, where the sentences are a part of one; by default as they do themselves. */
  readonly capitals?: Capitals
  readonly onRead?: OnRead
}

/** Reads English text: sentences, words, tags, lemmas and a dependency tree of each sentence. */
export const analyse = (text: string, onRead?: OnRead): Document => ({
  text,
  sentences: analyseWords(wordsOf(text), onRead ? { onRead } : {}),
})

/** The words of each sentence of a text: what `analyse` begins with. */
export const wordsOf = (text: string): (readonly Word[])[] => groupSentences(text, tokenize(text), english().border)

/** Tags, lemmas and trees of sentences whose words are given, as in treebanks. */
export const analyseWords = (
  sentences: readonly (readonly Word[])[],
  { capitals, onRead }: AnalyseOptions = {},
): Sentence[] => {
  const { read } = english()
  const count = sentences.length
  const forms = sentences.map(words => words.map(word => word.form))
  return sentencesOf(
    sentences,
    read(forms, share => onRead?.(Math.floor(share * count), count)),
    capitals,
  )
}

/** Sentences of words that were read already: their names are set right, their lemmas and features added. */
export const sentencesOf = (
  sentences: readonly (readonly Word[])[],
  readings: readonly Reading[],
  capitals: Capitals = capitalsOf(sentences),
): Sentence[] => {
  const { lemma, name } = english()
  return sentences.map((words, i) => {
    const reading = readings[i] as Reading
    return sentenceOf(words, { ...reading, tags: name(words, reading, capitals) }, lemma)
  })
}

const sentenceOf = (words: readonly Word[], { tags, arcs }: Reading, lemma: Lemmatizer): Sentence => {
  const relationsBelow = words.map(() => new Set<string>())
  for (const { head, deprel } of arcs) relationsBelow[head]?.add(deprel)
  const tokens = words.map((word, i): Token => {
    const tag = tags[i] as Tag
    const { head, deprel } = arcs[i] as Arc
    const lower = plainForm(word.form).toLowerCase()
    return {
      i,
      start: word.start,
      end: word.end,
      form: word.form,
      lemma: isShortHave(lower, tag, deprel, tags[head]) ? 'have' : lemma(word.form, tag),
      upos: tag.upos,
      xpos: tag.xpos,
      feats: verbFeatures(featuresOf(lower, tag), tag, deprel, relationsBelow[i] as ReadonlySet<string>),
      head,
      deprel,
    }
  })
  return { start: tokens[0]?.start ?? 0, end: tokens[tokens.length - 1]?.end ?? 0, tokens }
}

/** "Iran's agreed": before a participle that it helps into the perfect, 's is "has"; before the passive it is aux:pass. */
const isShortHave = (lower: string, tag: Tag, deprel: string, head: Tag | undefined): boolean =>
  lower === "'s" && tag.upos === 'AUX' && deprel === 'aux' && head?.xpos === 'VBN'
