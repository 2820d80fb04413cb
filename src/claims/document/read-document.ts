import { createHash } from 'node:crypto'
import { type Mention, type OfficeMention, readActors } from '../../actors/index.ts'
import type { DocumentInput } from '../../documents/index.ts'
import type { Day, DocumentFacts, Span } from '../../domain/index.ts'
import { landmarksNamed } from '../../facts/index.ts'
import { analyse, type Document, type OnRead, readTimes, type TimeMention } from '../../text/index.ts'
import { type Boilerplate, type Edges, edgesOf } from './boilerplate.ts'
import { documentDate, middleOf } from './date/index.ts'
import { datelineIn } from './date-line.ts'
import { genreOf } from './genre.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { publisherIn } from './publisher.ts'
import { isInScope, subjectOf } from './scope.ts'
import { titleIn } from './title.ts'

/** A document as the finders of claims need it: what it is, and its sentences, times, actors and offices as of its date. */
export interface ReadDocument {
  readonly facts: DocumentFacts
  readonly document: Document
  /** Whether it is about states at all. */
  readonly inScope: boolean
  /** Where a plain text's title stands. */
  readonly titleSpan: Span | null
  readonly times: readonly TimeMention[]
  readonly mentions: readonly Mention[]
  readonly offices: readonly OfficeMention[]
}

export const readDocument = (
  input: DocumentInput,
  options: { readonly date: Day | null; readonly onRead?: OnRead },
): ReadDocument => {
  const { text } = input
  const document = analyse(text, options.onRead)
  const paragraphs = paragraphsOf(document)
  const edges = edgesOf(paragraphs, input.author === null ? [] : [input.author])
  const dateline = datelineOf(paragraphs, edges)
  const boilerplate = dateline ? [...edges.boilerplate, { ...dateline.span, why: 'dateline' }] : edges.boilerplate
  const spans = boilerplate.toSorted((a, b) => a.start - b.start)

  const undated = () => readActors(text, { on: null, boilerplate: spans })
  const date = documentDate({
    document,
    given: options.date,
    published: input.published,
    dateLines: dateline?.day ? [...edges.dateLines, dateline.day] : edges.dateLines,
    rightsYear: rightsYearIn(text, spans),
    undated: () => ({
      ...undated(),
      times: readTimes(text, { date: null }).filter(
        time => !spans.some(b => b.start <= time.start && time.end <= b.end),
      ),
    }),
  })
  const { mentions, offices } = date ? readActors(text, { on: middleOf(date), boilerplate: spans }) : undated()
  const subject = subjectOf(document, spans, mentions, offices)
  const inScope = isInScope(subject)
  const publisher = input.publisher ?? publisherIn(text, spans) ?? dateline?.agency ?? edges.masthead
  const title = titleIn(text, paragraphs, spans, publisher)
  const facts: DocumentFacts = {
    id: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    path: input.path,
    title: input.title ?? title?.title ?? null,
    text,
    language: 'en',
    genre: genreOf(
      text,
      document.sentences.map(s => text.slice(s.start, s.end)),
      { inScope, hasDateline: dateline !== null },
    ),
    ...authorOf(input.author, edges),
    publisher,
    url: input.url,
    disclaimer: disclaimerIn(text, spans),
    date,
    boilerplate: spans,
  }
  return {
    facts,
    document,
    inScope,
    titleSpan: title ? { start: title.start, end: title.end } : null,
    times: readTimes(text, { date, landmarks: landmarksNamed(text) }),
    mentions,
    offices,
  }
}

/** "© 2016", "(c) Meridian News 2016": of a range the last year. */
const rightsYearIn = (text: string, boilerplate: readonly Boilerplate[]): (Span & { readonly year: number }) | null => {
  for (const { start, end, why } of boilerplate) {
    if (why !== 'rights') continue
    const found = /(?:©|\(c\)|copyright)[^.]*?((?:1[89]|20)\d\d)(?:\s?[-–]\s?((?:1[89]|20)\d\d))?/iu.exec(
      text.slice(start, end),
    )
    if (found)
      return {
        start: start + found.index,
        end: start + found.index + found[0].length,
        year: Number(found[2] ?? found[1]),
      }
  }
  return null
}

/** The dateline opens the first paragraph of the body. */
const datelineOf = (paragraphs: readonly Paragraph[], { body }: Edges) => {
  for (const paragraph of paragraphs.slice(body.from, body.from + 4)) {
    const first = paragraph[0]
    const found = first ? datelineIn(first) : null
    if (found) return found
  }
  return null
}

const authorOf = (
  told: string | null,
  { byLines, biographies }: Edges,
): { readonly author: string | null; readonly affiliation: string | null } => {
  const author = told ?? byLines[0]?.author ?? biographies.find(b => b.name?.includes(' '))?.name ?? null
  const own = biographies.filter(b => b.name === null || author === null || sameName(b.name, author))
  const affiliation =
    byLines[0]?.affiliation ?? (own.find(b => b.isWithInstitution) ?? own[0] ?? biographies[0])?.affiliation ?? null
  return { author, affiliation }
}

const sameName = (a: string, b: string): boolean => {
  const [one, two] = [a.toLowerCase(), b.toLowerCase()]
  return one.includes(two) || two.includes(one) || one.split(' ').at(-1) === two.split(' ').at(-1)
}

const disclaimerIn = (text: string, boilerplate: readonly Boilerplate[]): string | null => {
  const lines = boilerplate.filter(({ why }) => why === 'disclaimer').map(({ start, end }) => text.slice(start, end))
  return lines.length > 0 ? lines.join(' ') : null
}
