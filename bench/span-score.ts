/**
 * Scores of raw text read by machine, as in the CoNLL 2018 shared task: words and sentences are alike when they cover the same letters
 * (blanks do not count), heads when both ends are alike, relations without their subtype. Every figure is an F1.
 */

export interface ScoredWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly deprel: string
}

export interface SpanScores {
  readonly words: number
  readonly sentences: number
  readonly upos: number
  readonly xpos: number
  readonly lemma: number
  readonly uas: number
  readonly las: number
}

type Sentences = readonly (readonly ScoredWord[])[]

interface PlacedWord extends ScoredWord {
  /** `start end` in letters from the text's beginning. */
  readonly place: string
  readonly headPlace: string
}

const placed = (sentences: Sentences): { words: Map<string, PlacedWord>; borders: Set<string> } => {
  const words = new Map<string, PlacedWord>()
  const borders = new Set<string>()
  let at = 0
  for (const sentence of sentences) {
    const from = at
    const places = sentence.map(({ form }) => {
      const start = at
      at += form.replace(/\s/gu, '').length
      return `${start} ${at}`
    })
    sentence.forEach((word, i) => {
      const place = places[i] as string
      words.set(place, { ...word, place, headPlace: word.head < 0 ? 'root' : (places[word.head] as string) })
    })
    borders.add(`${from} ${at}`)
  }
  return { words, borders }
}

/** A word that the treebank gives no lemma, as the second half of one cut in two, is right with any. */
export const isLemma = (lemma: string, gold: { readonly lemma: string }): boolean =>
  gold.lemma === '_' || lemma === gold.lemma

const universal = (deprel: string): string => deprel.split(':')[0] as string

export const spanScores = (gold: Sentences, read: Sentences): SpanScores => {
  const wanted = placed(gold)
  const found = placed(read)
  const pairs = [...wanted.words.values()].flatMap(word => {
    const other = found.words.get(word.place)
    return other ? [[word, other] as const] : []
  })
  const f1 = (right: number) => (2 * right) / (wanted.words.size + found.words.size)
  const share = (alike: (a: PlacedWord, b: PlacedWord) => boolean) => f1(pairs.filter(([a, b]) => alike(a, b)).length)
  const sharedBorders = [...wanted.borders].filter(border => found.borders.has(border)).length
  return {
    words: f1(pairs.length),
    sentences: (2 * sharedBorders) / (wanted.borders.size + found.borders.size),
    upos: share((a, b) => a.upos === b.upos),
    xpos: share((a, b) => a.xpos === b.xpos),
    lemma: share((a, b) => isLemma(b.lemma, a)),
    uas: share((a, b) => a.headPlace === b.headPlace),
    las: share((a, b) => a.headPlace === b.headPlace && universal(a.deprel) === universal(b.deprel)),
  }
}
