/** UD features that later rooms ask for, such as `{ Tense: 'Past', VerbForm: 'Fin' }`. */
export type Features = Readonly<Record<string, string>>

/** A syntactic word. `text.slice(start, end) === form` holds for every token of a document. */
export interface Token {
  /** Position in its sentence. */
  readonly i: number
  /** UTF-16 offsets into the original text. */
  readonly start: number
  readonly end: number
  readonly form: string
  readonly lemma: string
  /** Universal part of speech. */
  readonly upos: string
  /** Penn Treebank tag, finer than `upos`. */
  readonly xpos: string
  readonly feats: Features
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number
  /** UD v2 relation to the head, with subtype (`nsubj:pass`); `root` for the root. */
  readonly deprel: string
}

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
}

export interface Document {
  readonly text: string
  readonly sentences: readonly Sentence[]
}

/** A stretch of the text that holds one word, before it is tagged. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly form: string
}
