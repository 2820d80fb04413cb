import { availableParallelism } from 'node:os'
import { type DocumentInput, nameOf, type ReadOptions, requireEnglish, TEXTS } from '../documents/index.ts'
import type { Day } from '../domain/index.ts'
import { landmarksNamed } from '../facts/index.ts'
import {
  analyseWords,
  type ConlluSentence,
  capitalsOf,
  conlluOf,
  looksLikeConllu,
  parseAll,
  readConllu,
  readTimes,
  type Sentence,
  type TimeMention,
  textOfConllu,
  type Word,
  wordsOf,
} from '../text/index.ts'

/** What `parse` takes: texts, whose words are found, and CoNLL-U, whose words are given. */
export interface ParsedInput {
  readonly text: string
  /** In stretches, so that a long text takes no more memory than its words. */
  readonly sentences: () => AsyncIterable<ParsedSentence>
  /** Per sentence. */
  readonly times: (sentence: Sentence) => readonly TimeMention[]
}

export interface ParsedSentence {
  readonly sentence: Sentence
  /** The lines of the file that gave its words; else such lines made from the text. */
  readonly lines: ConlluSentence
}

const isConllu = (text: string, path: string): boolean => /\.conllu$/i.test(path) || looksLikeConllu(text)

/** How the files are found and opened. */
export const READING: Omit<ReadOptions, 'onUnusable'> = {
  wanted: {
    endings: new RegExp(`${TEXTS.endings.source}|\\.conllu$`, 'i'),
    what: 'texts',
    listed: '.txt, .md, .html or .conllu',
  },
  takenAsIs: isConllu,
}

export const parsedInput = async (document: DocumentInput, date: Day | null): Promise<ParsedInput> => {
  const { path, published } = document
  const given = isConllu(document.text, path) ? readConllu(document.text, nameOf(path)) : null
  const { text, sentences } = given ? textOfConllu(given) : { text: document.text, sentences: wordsOf(document.text) }
  if (given) await requireEnglish(text, path)
  return {
    text,
    sentences: () => parsedSentences(text, sentences, given),
    times: timesBySentence(text, date ?? published),
  }
}

/** Sentences read in one go: enough to fill the network's batches, and few enough that all threads end at about the same time. */
const STRETCH = 64
/** From so many sentences on, starting threads takes less time than they save. */
const WORTH_THREADS = 16 * STRETCH

function* stretchesOf(words: readonly (readonly Word[])[]): Generator<readonly (readonly Word[])[]> {
  for (let from = 0; from < words.length; from += STRETCH) yield words.slice(from, from + STRETCH)
}

/** With all cores where that pays; what is read is the same. */
async function* readStretches(words: readonly (readonly Word[])[]): AsyncGenerator<readonly Sentence[]> {
  const capitals = capitalsOf(words)
  if (words.length >= WORTH_THREADS && availableParallelism() > 1) yield* parseAll(stretchesOf(words), { capitals })
  else for (const stretch of stretchesOf(words)) yield analyseWords(stretch, { capitals })
}

async function* parsedSentences(
  text: string,
  words: readonly (readonly Word[])[],
  given: readonly ConlluSentence[] | null,
): AsyncGenerator<ParsedSentence> {
  let number = 0
  for await (const sentences of readStretches(words)) {
    for (const sentence of sentences) {
      number += 1
      yield { sentence, lines: given?.[number - 1] ?? conlluOf(text, sentence, number) }
    }
  }
}

/** A time belongs to the sentence in which it begins. Asked in the order of the text, and read at the first question. */
const timesBySentence = (text: string, date: Day | null): ParsedInput['times'] => {
  let times: readonly TimeMention[] | null = null
  let next = 0
  return ({ end }) => {
    times ??= readTimes(text, {
      date: date === null ? null : { from: date, to: date },
      landmarks: landmarksNamed(text),
    })
    const first = next
    while ((times[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1
    return times.slice(first, next)
  }
}
