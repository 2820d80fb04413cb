/**
 * A text cut where claims begin and end: claims lie inside each other and across each other, so that a stretch of text may
 * belong to several. Offsets are UTF-16 code units, as in the ledger.
 */
export interface Span {
  readonly id: string
  readonly start: number
  readonly end: number
}

export interface Piece {
  readonly start: number
  readonly text: string
  /** The claims that the stretch belongs to, the widest first. */
  readonly claims: readonly string[]
  /** Part of the page and not of what it argues: by-line, biography, rights. */
  readonly aside: boolean
}

export interface Paragraph {
  readonly start: number
  readonly pieces: readonly Piece[]
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Paragraphs stand apart by empty lines. */
const stretchesOf = (text: string): Stretch[] => {
  const found: Stretch[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    if (gap.index > start) found.push({ start, end: gap.index })
    start = gap.index + gap[0].length
  }
  if (start < text.length && text.slice(start).trim() !== '') found.push({ start, end: text.length })
  return found
}

const isIn = (at: number, { start, end }: Stretch): boolean => start <= at && at < end

/** By start, the wider one first: in this order the last of those that cover a place is the innermost. */
export const inTextOrder = <T extends Span>(spans: readonly T[]): T[] =>
  [...spans].sort((a, b) => a.start - b.start || b.end - a.end)

export const paragraphsOf = (
  text: string,
  spans: readonly Span[],
  asides: readonly Stretch[] = [],
): readonly Paragraph[] => {
  const ordered = inTextOrder(spans)
  let next = 0
  let open: Span[] = []
  return stretchesOf(text).map(stretch => {
    const within: Span[] = [...open.filter(span => span.end > stretch.start)]
    while (next < ordered.length && (ordered[next]?.start ?? 0) < stretch.end) {
      const span = ordered[next]
      next += 1
      if (span && span.end > stretch.start) within.push(span)
    }
    open = within.filter(span => span.end > stretch.end)
    const asideHere = asides.filter(aside => aside.end > stretch.start && aside.start < stretch.end)
    const borders = new Set([stretch.start, stretch.end])
    for (const { start, end } of [...within, ...asideHere]) {
      if (isIn(start, stretch)) borders.add(start)
      if (isIn(end, stretch)) borders.add(end)
    }
    const cuts = [...borders].sort((a, b) => a - b)
    const pieces = cuts.slice(0, -1).map((start, i) => ({
      start,
      text: text.slice(start, cuts[i + 1]),
      claims: within.filter(span => isIn(start, span)).map(({ id }) => id),
      aside: asideHere.some(aside => isIn(start, aside)),
    }))
    return { start: stretch.start, pieces }
  })
}

/** Lines broken to a width, as in mail and old files: their ends mean nothing. */
export const isHardWrapped = (text: string): boolean => {
  const inner = stretchesOf(text).flatMap(({ start, end }) => text.slice(start, end).split('\n').slice(0, -1))
  if (inner.length < 4) return false
  const full = inner.filter(line => line.length >= 50 && line.length <= 100).length
  return full > inner.length * 0.7
}
