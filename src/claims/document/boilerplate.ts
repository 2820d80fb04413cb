import type { Span } from '../../domain/index.ts'
import { type Biography, biographyIn } from './biography.ts'
import { type DateLine, dateLineIn } from './date-line.ts'
import type { Paragraph, Piece } from './paragraphs.ts'
import { documentWords, literally, shapeOf } from './vocabulary.ts'

/** A piece that is no part of the analysis, and what it is. */
export interface Boilerplate extends Span {
  readonly why: string
}

/** What the edges of a text say of it. */
export interface Edges {
  readonly boilerplate: readonly Boilerplate[]
  readonly byLines: readonly ByLine[]
  readonly biographies: readonly (Biography & Span)[]
  readonly dateLines: readonly DateLine[]
  /** Index of the first paragraph of the analysis, and of the first after it. */
  readonly body: { readonly from: number; readonly to: number }
}

/** "By Anna Petrova, senior fellow at the Institute, in Tokyo". */
export interface ByLine extends Span {
  readonly author: string
  readonly affiliation: string | null
}

/** Paragraphs at either end that are looked at; longer front and back matter is rare in an analysis. */
const EDGE = 14

/** Finds by-lines, biographies and the like at the head and the foot; in the body only lines that are unmistakable. */
export const edgesOf = (paragraphs: readonly Paragraph[], authors: readonly string[]): Edges => {
  const finder = new EdgeFinder(paragraphs, authors)
  return finder.find()
}

class EdgeFinder {
  private readonly found = new Map<number, Boilerplate>()
  private readonly byLines: ByLine[] = []
  private readonly biographies: (Biography & Span)[] = []
  private readonly dateLines: DateLine[] = []

  constructor(
    private readonly paragraphs: readonly Paragraph[],
    private readonly authors: readonly string[],
  ) {}

  find(): Edges {
    const from = this.head()
    const to = this.foot(from)
    for (const paragraph of this.paragraphs.slice(from, to)) this.alone(paragraph)
    return {
      boilerplate: [...this.found.values()].sort((a, b) => a.start - b.start),
      byLines: this.byLines,
      biographies: this.biographies,
      dateLines: this.dateLines,
      body: { from, to },
    }
  }

  /** Down from the top: titles pass unmarked, until prose begins. Returns where the body begins. */
  private head(): number {
    const { paragraphs } = this
    let titles = 0
    let body = 0
    for (let i = 0; i < Math.min(EDGE, paragraphs.length); i++) {
      const paragraph = paragraphs[i] as Paragraph
      if (this.markWhole(paragraph, 'head')) {
        body = i + 1
        continue
      }
      if (!isHeading(paragraph) || titles >= 3) break
      titles += 1
    }
    return body
  }

  /** Up from the bottom. Returns where the body ends. */
  private foot(from: number): number {
    const { paragraphs } = this
    let body = paragraphs.length
    let labels = 0
    for (let i = paragraphs.length - 1; i >= Math.max(from, paragraphs.length - EDGE); i--) {
      const paragraph = paragraphs[i] as Paragraph
      if (this.markWhole(paragraph, 'foot')) {
        body = i
        continue
      }
      this.markTail(paragraph)
      if (!isLabel(paragraph) || labels >= 1) break
      labels += 1
    }
    return body
  }

  /** Marks a paragraph all of whose sentences are boilerplate. */
  private markWhole(paragraph: Paragraph, edge: 'head' | 'foot'): boolean {
    const kinds: (string | null)[] = []
    paragraph.forEach((piece, i) => {
      const before = kinds[i - 1] ?? null
      kinds.push(this.kindOf(piece, edge, i === 0, before))
    })
    if (kinds.some(kind => kind === null)) return false
    paragraph.forEach((piece, i) => {
      this.mark(piece, kinds[i] as string)
    })
    return true
  }

  /** The last sentences of the last paragraph, where no new line was begun for them. */
  private markTail(paragraph: Paragraph): void {
    let below = false
    for (const piece of [...paragraph].reverse()) {
      const kind = this.kindOf(piece, 'foot', below, null)
      if (kind === null || paragraph[0] === piece) return
      this.mark(piece, kind)
      below = true
    }
  }

  /** A line in the body that can be nothing else: "Read more: …", a caption's credit. */
  private alone(paragraph: Paragraph): void {
    if (paragraph.length > 2) return
    const kinds = paragraph.map(({ text }) =>
      documentWords().boilerplate.find(entry => entry.anywhere && shapeOf(entry.pattern).test(text)),
    )
    if (kinds.some(kind => !kind)) return
    paragraph.forEach((piece, i) => {
      this.mark(piece, kinds[i]?.why ?? '')
    })
  }

  /** `opens`: the sentence opens its line, or boilerplate follows it, so that a person's name may begin a biography. */
  private kindOf(piece: Piece, edge: 'head' | 'foot', opens: boolean, before: string | null): string | null {
    const { text } = piece
    if (this.byLine(piece)) return 'by-line'
    if (dateLineIn(piece)) return 'date line'
    const entry = documentWords().boilerplate.find(({ pattern }) => shapeOf(pattern).test(text))
    if (entry && (text.length < 400 || edge === 'foot')) return entry.why
    const biography = biographyIn(text)
    if (biography && this.isOfAuthor(biography, opens)) return 'biography'
    if (before === 'biography' && /^(?:he|she|they|his|her|their|it|previously|the author)\b/iu.test(text))
      return 'biography'
    return null
  }

  /** Who is named in the analysis is its subject; an author is named at its edges alone. */
  private isOfAuthor({ name }: Biography, opens: boolean): boolean {
    if (name === null) return true
    if (this.isKnownAuthor(name)) return true
    if (!opens) return false
    const family = name.split(' ').at(-1) ?? name
    const places = this.paragraphs.flatMap(paragraph =>
      paragraph.filter(({ text }) => new RegExp(`(?<!\\p{L})${literally(family)}(?!\\p{L})`, 'u').test(text)),
    )
    return places.every(
      place => biographyIn(place.text) !== null || this.byLine(place) !== null || place.text.length < 80,
    )
  }

  private isKnownAuthor(name: string): boolean {
    const key = name.toLowerCase()
    return (
      this.authors.some(author => author.toLowerCase().includes(key)) ||
      this.byLines.some(({ author }) => author.toLowerCase().includes(key))
    )
  }

  private byLine({ text, start, end }: Piece): ByLine | null {
    for (const { pattern } of documentWords().by_line) {
      const found = shapeOf(pattern).exec(text)?.groups
      if (found?.author) return { start, end, author: tidyName(found.author), affiliation: found.role?.trim() || null }
    }
    return null
  }

  private mark(piece: Piece, why: string): void {
    if (this.found.has(piece.start)) return
    this.found.set(piece.start, { start: piece.start, end: piece.end, why })
    if (why === 'by-line') {
      const line = this.byLine(piece)
      if (line) this.byLines.push(line)
    }
    const line = dateLineIn(piece)
    if (line) this.dateLines.push(line)
    if (why === 'biography') {
      const biography = biographyIn(piece.text)
      if (biography) this.biographies.push({ ...biography, start: piece.start, end: piece.end })
    }
  }
}

/** ANNA PETROVA → Anna Petrova. */
const tidyName = (name: string): string =>
  (name === name.toUpperCase() ? name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, c => c.toUpperCase()) : name)
    .replace(/\s+/gu, ' ')
    .trim()

/** A line without a full stop: title, subtitle, rubric. */
const isHeading = (paragraph: Paragraph): boolean => {
  const last = paragraph.at(-1)?.text ?? ''
  const length = paragraph.reduce((sum, { text }) => sum + text.length, 0)
  return length < 220 && (!/[.][”"’)]*$/u.test(last) || length < 90)
}

/** A word or two that stand between lines at the foot: "Tags", "About". */
const isLabel = (paragraph: Paragraph): boolean =>
  paragraph.length === 1 && (paragraph[0]?.text.length ?? 0) < 40 && !/[.!?]$/u.test(paragraph[0]?.text ?? '')
