/** A sentence of a CoNLL-U file, as its lines stand. */
export interface ConlluSentence {
  /** Lines that begin with `#`, as they are. */
  readonly comments: readonly string[]
  /** Words, ranges and empty nodes in the file's order. */
  readonly rows: readonly ConlluRow[]
}

export interface ConlluRow {
  /** `1` is a word, `1-2` a range of words that are written as one, `1.1` a node that is not written at all. */
  readonly kind: 'word' | 'range' | 'empty'
  /** The first and the last word of a range; a word's own number twice; for an empty node the word that it follows. */
  readonly first: number
  readonly last: number
  /** ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC. */
  readonly columns: readonly string[]
}

export const COLUMNS = 10

export const formOf = ({ columns }: ConlluRow): string => columns[1] ?? ''

/** Whether a blank follows the word in the text. */
export const hasBlankAfter = ({ columns }: ConlluRow): boolean =>
  !(columns[9] ?? '').split('|').includes('SpaceAfter=No')

/** What is written: ranges in the place of their words; the rest are words by themselves. */
export const surfaceRows = ({ rows }: ConlluSentence): ConlluRow[] => {
  let covered = 0
  return rows.filter(({ kind, first, last }) => {
    if (kind === 'range') covered = last
    return kind === 'range' || (kind === 'word' && first > covered)
  })
}
