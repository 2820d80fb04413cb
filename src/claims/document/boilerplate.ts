import type { Span } from '../../domain/index.ts'
import { type Biography, biographyIn } from './biography.ts'
import { type ByLine, byLineIn, isCapitals, nameAlone } from './by-line.ts'
import { type DateLine, dateIn, dateLineIn } from './date-line.ts'
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
  /** The publication's name, where it stands above the date and the title. */
  readonly masthead: string | null
  /** Index of the first paragraph of the analysis, and of the first after it. */
  readonly body: { readonly from: number; readonly to: number }
}

/** Paragraphs at either end that are looked at; longer front and back matter is rare in an analysis. */
const EDGE = 14
/** Titles, subtitles and rubrics that may stand among the lines at the head, and labels among those at the foot. */
const MOST_HEADINGS = 3
const MOST_LABELS = 1
/** Longer paragraphs are no note and no biography. */
const LONGEST_NOTE = 900

const wholeKinds = (): ReadonlySet<string> =>
  new Set(documentWords().boilerplate.flatMap(({ whole, why }) => (whole ? [why] : [])))

/** Finds by-lines, biographies and the like at the head and the foot; in the body only lines that are unmistakable. */
export const edgesOf = (paragraphs: readonly Paragraph[], authors: readonly string[]): Edges =>
  new EdgeFinder(paragraphs, authors).find()

class EdgeFinder {
  private readonly found = new Map<number, Boilerplate>()
  private readonly byLines: ByLine[] = []
  private readonly biographies: (Biography & Span)[] = []
  private readonly dateLines: DateLine[] = []
  private masthead: string | null = null

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
      masthead: this.masthead,
      body: { from, to },
    }
  }

  /** Down from the top: titles pass unmarked, until prose begins. Returns where the body begins. */
  private head(): number {
    const { paragraphs } = this
    const headings: number[] = []
    let body = 0
    for (let i = 0; i < Math.min(EDGE, paragraphs.length); i++) {
      const paragraph = paragraphs[i] as Paragraph
      if (this.markWhole(paragraph, 'head') || (headings.length > 0 && this.markName(i))) {
        body = i + 1
        continue
      }
      if (!isHeading(paragraph) || headings.length >= MOST_HEADINGS) break
      headings.push(i)
    }
    this.markMasthead(headings)
    return body
  }

  /**
   * The first line names the publication when a title stands below it and something else between them: a date, a rubric, a
   * motto in small letters. A title and its subtitle have nothing between them.
   */
  private markMasthead([first, second, third]: readonly number[]): void {
    const piece = first === undefined ? undefined : this.paragraphs[first]?.[0]
    if (first === undefined || second === undefined || !piece || !isPublicationName(piece.text)) return
    const next = this.paragraphs[second]?.[0]
    const hasMotto = third !== undefined && next !== undefined && /^\p{Ll}/u.test(next.text)
    const parted = this.paragraphs.slice(first + 1, second).flat()
    const isParted = parted.some(({ start }) =>
      /^(?:date line|label|contact|by-line)$/.test(this.found.get(start)?.why ?? ''),
    )
    if (!hasMotto && !isParted) return
    for (const { start, end } of hasMotto ? [piece, next] : [piece])
      this.found.set(start, { start, end, why: 'masthead' })
    this.masthead = titleCase(piece.text)
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
      if (!isLabel(paragraph) || labels >= MOST_LABELS) break
      labels += 1
    }
    return body
  }

  /** Marks a paragraph all of whose sentences are boilerplate, or that opens as a note or as a biography and is no longer than one. */
  private markWhole(paragraph: Paragraph, edge: 'head' | 'foot'): boolean {
    const first = paragraph[0]
    if (!first) return false
    const opening = this.kindOf(first, edge, true)
    if (opening === null) return false
    const length = paragraph.reduce((sum, { text }) => sum + text.length, 0)
    const isLetterbox = edge === 'foot' && length < 200 && (opening === 'contact' || opening === 'appeal')
    const goesOn = isLetterbox || (length < LONGEST_NOTE && (opening === 'biography' || wholeKinds().has(opening)))
    const kinds = paragraph.map((piece, i) => {
      const kind = i === 0 ? opening : this.kindOf(piece, edge, opening === 'biography')
      return kind ?? (goesOn ? opening : null)
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
      const kind = this.kindOf(piece, 'foot', below)
      if (kind === null || paragraph[0] === piece) return
      this.mark(piece, kind)
      below = true
    }
  }

  /** A name on a line of its own below a title is the author's, when a date stands beside it, its letters stand out, or the foot knows it. */
  private markName(at: number): boolean {
    const [piece, ...more] = this.paragraphs[at] ?? []
    const line = piece && more.length === 0 ? nameAlone(piece) : null
    if (!piece || !line) return false
    const beside = [this.paragraphs[at - 1]?.[0], this.paragraphs[at + 1]?.[0]]
    const isDated = beside.some(other => other && dateLineIn(other))
    const standsOut = isCapitals(piece.text) && !beside.some(other => other && isCapitals(other.text))
    const isKnown = this.paragraphs.some(p => p.some(({ text }) => isSame(biographyIn(text)?.name, line.author)))
    if (!isDated && !standsOut && !isKnown && !this.isKnownAuthor(line.author)) return false
    this.found.set(piece.start, { start: piece.start, end: piece.end, why: 'by-line' })
    this.byLines.push(line)
    return true
  }

  /** A line in the body that can be nothing else: "Read more: …", a caption's credit. */
  private alone(paragraph: Paragraph): void {
    if (paragraph.length > 2 || paragraph.some(({ text }) => text.length > LONGEST_NOTE)) return
    const kinds = paragraph.map(({ text }) =>
      documentWords().boilerplate.find(entry => entry.anywhere && shapeOf(entry.pattern).test(text)),
    )
    if (kinds.some(kind => !kind)) return
    paragraph.forEach((piece, i) => {
      this.mark(piece, kinds[i]?.why ?? '')
    })
  }

  /** `opens`: the sentence opens its line, or stands beside boilerplate, so that a person's name may begin a biography. */
  private kindOf(piece: Piece, edge: 'head' | 'foot', opens: boolean): string | null {
    const { text } = piece
    if (text.length > LONGEST_NOTE) return null
    if (byLineIn(piece)) return 'by-line'
    if (dateLineIn(piece)) return 'date line'
    const entry = documentWords().boilerplate.find(({ pattern }) => shapeOf(pattern).test(text))
    if (entry && (text.length < 400 || edge === 'foot')) return entry.why
    const biography = biographyIn(text)
    if (biography && this.isOfAuthor(biography, opens)) return 'biography'
    return null
  }

  /** Who is named in the analysis is its subject; an author is named at its edges alone. */
  private isOfAuthor({ name }: Biography, opens: boolean): boolean {
    if (name === null || this.isKnownAuthor(name)) return true
    if (!opens) return false
    const shape = new RegExp(`(?<!\\p{L})${literally(name.split(' ').at(-1) ?? name)}(?!\\p{L})`, 'u')
    const places = this.paragraphs.flatMap(paragraph => paragraph.filter(({ text }) => shape.test(text)))
    return places.every(
      place => biographyIn(place.text) !== null || byLineIn(place) !== null || nameAlone(place) !== null,
    )
  }

  private isKnownAuthor(name: string): boolean {
    return this.authors.some(author => isSame(author, name)) || this.byLines.some(({ author }) => isSame(author, name))
  }

  private mark(piece: Piece, why: string): void {
    const { text, start, end } = piece
    if (this.found.has(start)) return
    this.found.set(start, { start, end, why })
    const byLine = why === 'by-line' ? byLineIn(piece) : null
    if (byLine) this.byLines.push(byLine)
    const date = why === 'by-line' ? dateIn(piece) : dateLineIn(piece)
    if (date) this.dateLines.push(date)
    const biography = why === 'biography' ? biographyIn(text) : null
    if (biography) this.biographies.push({ ...biography, start, end })
  }
}

/** One name holds the other, or both end in one family name: "Dr. Lena Holm" and "Holm". */
const isSame = (a: string | null | undefined, b: string): boolean => {
  if (!a) return false
  const [one, two] = [a.toLowerCase(), b.toLowerCase()]
  return one.includes(two) || two.includes(one)
}

const isPublicationName = (line: string): boolean =>
  line.length < 60 && /^\W*\p{Lu}/u.test(line) && !/[?!:;,]/u.test(line) && line.split(/\s+/u).length <= 8

/** THE NORTHERN COURIER → The Northern Courier. */
const titleCase = (line: string): string =>
  isCapitals(line)
    ? line
        .toLowerCase()
        .replace(/(?<!\p{L})\p{L}/gu, c => c.toUpperCase())
        .replace(/(?<=\s)(?:Of|On|For|And|The|In|To|At|De|La)(?=\s)/gu, small => small.toLowerCase())
    : line.trim()

/** A line without a full stop: title, subtitle, rubric. */
const isHeading = (paragraph: Paragraph): boolean => {
  const last = paragraph.at(-1)?.text ?? ''
  const length = paragraph.reduce((sum, { text }) => sum + text.length, 0)
  return length < 220 && (!/[.][”"’)]*$/u.test(last) || length < 90)
}

/** A word or two that stand between lines at the foot: "Tags", "About". */
const isLabel = (paragraph: Paragraph): boolean =>
  paragraph.length === 1 && (paragraph[0]?.text.length ?? 0) < 40 && !/[.!?]$/u.test(paragraph[0]?.text ?? '')
