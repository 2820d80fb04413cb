/** A piece of text on a page: where it begins, how wide it is, how large its letters are, in points from the lower left corner. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
}

/** Pieces that stand at one height and follow one another are a line; a step back to the left, or a wide gap, begins another (a column). */
export const linesOf = (pieces: readonly Piece[]): Line[] => {
  const lines: Line[] = []
  let open: Piece[] = []
  const close = (): void => {
    const text = joined(open).replace(/\s+/gu, ' ').trim()
    const [first] = open
    if (text !== '' && first)
      lines.push({
        text,
        x: first.x,
        y: first.y,
        right: Math.max(...open.map(({ x, width }) => x + width)),
        size: Math.max(...open.map(({ size }) => size)),
      })
    open = []
  }
  for (const piece of pieces) {
    const last = open.at(-1)
    if (last && !follows(last, piece)) close()
    if (piece.text !== '') open.push(piece)
  }
  close()
  return lines
}

/** Raised and lowered signs stand less than half a letter off the line. */
const follows = (last: Piece, next: Piece): boolean => {
  const size = Math.max(last.size, next.size, 1)
  return Math.abs(next.y - last.y) < size / 2 && next.x > last.x - size && next.x - (last.x + last.width) < 3 * size
}

/** Many programs leave blanks out and move on instead. */
const joined = (pieces: readonly Piece[]): string =>
  pieces.reduce((text, piece, i) => {
    const before = pieces[i - 1]
    const gap = before ? piece.x - (before.x + before.width) : 0
    return text + (before && gap > 0.15 * Math.max(before.size, 1) ? ' ' : '') + piece.text
  }, '')
