import {
  type Day,
  type DocumentFacts,
  daysBetween,
  isDay,
  maxDay,
  type RecordEvent,
  type Source,
} from '../domain/index.ts'
import { remembered } from './remembered.ts'
import { keysOf } from './terms.ts'
import { thresholds } from './thresholds.ts'

const norm = remembered((text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
)
const address = remembered((url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, ''),
)

/** Who wrote a page: "EurasiaNet (via Armenian Diaspora)" is EurasiaNet. */
const house = remembered((publisher: string): string => norm(publisher.replace(/\((?:via|citing)[^)]*\)/gi, '')))

const near = (published: Day, document: DocumentFacts, days: number): boolean => {
  if (!document.date || !isDay(published)) return false
  return daysBetween(document.date.from, published) >= -days && daysBetween(document.date.to, published) <= days
}

/** Whether most words of a title stand in the document's text. */
const titleStandsIn = (title: string, text: ReadonlySet<string>): boolean => {
  const words = [...keysOf(title)].filter(w => w.length > 3)
  return words.length > 0 && words.filter(w => text.has(w)).length >= thresholds().witness.title_share * words.length
}

/**
 * Tells pages that are the checked document, or reprints of it: same title or address; or by the same house or author,
 * within days of the document, with a title made of its words. A document is no witness to itself.
 */
export const selfWitness = (document: DocumentFacts): ((source: Source, event: RecordEvent) => boolean) => {
  const text = keysOf(document.text)
  const title = document.title === null ? null : norm(document.title)
  const url = document.url === null ? null : address(document.url)
  const houses = [document.publisher, document.author].flatMap(name => (name ? [house(name)] : []))
  return (source, event) => {
    if (title !== null && title.split(' ').length > 2 && norm(source.title) === title) return true
    if (url !== null && address(source.url) === url) return true
    if (!houses.includes(house(source.publisher)) || !titleStandsIn(source.title, text)) return false
    return near(source.published ?? event.day_to, document, thresholds().witness.days)
  }
}

/** An event less the pages that are the document itself; null when none is left. Its known day then rests on the others. */
export const withoutDocument = <E extends RecordEvent>(
  event: E,
  isDocument: ReturnType<typeof selfWitness>,
): E | null => {
  const own = event.sources.filter(s => isDocument(s, event))
  if (own.length === 0) return event
  const titles = new Set(own.map(s => norm(s.title)))
  const others = event.sources.filter(s => !own.includes(s) && !titles.has(norm(s.title)))
  if (others.length === 0) return null
  if (event.known_basis !== 'published') return { ...event, sources: others }
  const published = others
    .flatMap(s => (s.published !== null && s.published >= event.day ? [s.published] : []))
    .sort()[0]
  // Others found it later: it was not known by them before. Undated pages say nothing of when.
  return published === undefined ? null : { ...event, sources: others, known: maxDay(published, event.known) }
}
