import type { Argument, Claim, Coverage, DocumentFacts, Genre, Receipt, ReceiptSource } from '../domain/index.ts'
import { documentDate, shortDay, span } from './day-words.ts'

/** The short phrases of a ledger that terminal, Markdown and HTML share. What others wrote is not yet made safe here. */
const GENRES: Readonly<Record<Genre, string>> = {
  analysis: 'an analysis',
  news: 'a news report',
  'press-release': 'a press release',
  other: 'a text',
}

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const titleOf = ({ title, path }: DocumentFacts): string => title ?? (path === '-' ? 'Standard input' : path)

/** A title in quotes; a file by its name. */
export const quotedTitle = (document: DocumentFacts): string =>
  document.title === null ? titleOf(document) : `“${document.title}”`

/** "an analysis by A. Writer (an institute), The Paper, 17 July 2014 (date given)". */
export const documentLine = ({ genre, author, affiliation, publisher, date }: DocumentFacts): string => {
  const by = author === null ? '' : ` by ${author}${affiliation === null ? '' : ` (${affiliation})`}`
  return [`${GENRES[genre]}${by}`, ...(publisher === null ? [] : [publisher]), documentDate(date)].join(', ')
}

export const typeName = (type: string): string => type.replaceAll('_', ' ')

/** What a claim is for in the document's argument. */
const rolesOf = ({ id }: Claim, { thesis, drivers, conclusions }: Argument): string[] => [
  ...(thesis === id ? ['thesis'] : []),
  ...drivers.filter(d => d.claims.includes(id)).map(d => `driver “${d.marker}”`),
  ...(conclusions.includes(id) ? ['conclusion'] : []),
]

/** Time as it was understood, where the claim's own words name one without saying it in full. */
const timeOf = ({ time, quote }: Claim): string[] => {
  if (time === null || time.mention === '' || !quote.includes(time.mention)) return []
  if (time.basis === 'tense' || time.basis === 'document') return []
  if (time.basis === 'stated' && time.from !== null && time.mention.includes(time.from.slice(0, 4))) return []
  return [`“${time.mention}” is ${span(time.from, time.to)}`]
}

/** Type, speaker, hedge and whatever else decides how a claim is to be read. */
export const claimNotes = (claim: Claim, argument: Argument): string[] => {
  const { type, negated, attribution, hedge, due, condition } = claim
  const speaker = attribution.to === 'unnamed' ? ['said by someone unnamed'] : [`said by ${attribution.to}`]
  return [
    typeName(type),
    ...rolesOf(claim, argument),
    ...(negated ? ['negated'] : []),
    ...(attribution.to === 'author' ? [] : speaker),
    ...(hedge === null ? [] : [`hedged: “${hedge.words.join(' ')}” (${hedge.kind})`]),
    ...timeOf(claim),
    ...(due === null ? [] : [`due by ${shortDay(due)}`]),
    ...(condition === null ? [] : [`only if “${condition.quote}”`]),
  ]
}

export const receiptDays = (receipt: Receipt): string =>
  'event' in receipt ? span(receipt.day, receipt.day_to ?? receipt.day) : span(receipt.from, receipt.to)

export const receiptId = (receipt: Receipt): string => ('event' in receipt ? receipt.event : receipt.fact)

/** "10 Apr 2014", "undated", "12 May 2015 (found later)". */
export const published = ({ published: day, found_later }: ReceiptSource): string => {
  if (day === null) return 'undated'
  return found_later ? `${shortDay(day)} (found later)` : shortDay(day)
}

/** What the record could have seen, and whether its silence says anything; a pair counts where it has events, since many claims have none. */
export const coverageLine = (coverage: Coverage): string => {
  const { from, to, pair_events, actor_events, independent_sources, adequate } = coverage
  const seen = [
    ...(pair_events === 0 ? [] : [`${counted(pair_events, 'event')} of the pair`]),
    `${pair_events === 0 ? counted(actor_events, 'event') : actor_events.toLocaleString('en-GB')} of its actors`,
    counted(independent_sources, 'independent source'),
  ]
  return `Coverage ${span(from, to)}: ${seen.join(', ')}: ${adequate ? 'enough' : 'too thin'}.`
}

/** A publication's title in quotes; rows of machine-coded data have none. */
export const titled = (title: string): string[] => (title.trim() === '' ? [] : [`“${title}”`])

/** Whether a sentence has told an event already, so that only its sources are news. */
export const isTold = (says: string, { summary }: Receipt): boolean => says.includes(summary)
