import type { Day } from '../../domain/index.ts'
import { linkedData } from './linked-data.ts'
import type { Page } from './page.ts'
import { publishedDay } from './published-day.ts'

/** What a page says of itself in its head: title, author, site, address, day of publication. */
export interface PageFacts {
  readonly title: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: Day | null
}

export const pageFacts = (page: Page): PageFacts => {
  const data = linkedData(page)
  const meta = (...names: string[]): string | null => {
    for (const name of names)
      for (const attribute of ['property', 'name', 'itemprop']) {
        const value = clean(page.querySelector(`meta[${attribute}="${name}" i]`)?.getAttribute('content'))
        if (value) return value
      }
    return null
  }
  const days = [
    data.published,
    meta('article:published_time', 'og:article:published_time', 'datePublished', 'parsely-pub-date'),
    meta(
      'citation_publication_date',
      'citation_date',
      'dc.date',
      'dc.date.issued',
      'dcterms.issued',
      'pubdate',
      'date',
    ),
    page.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime'),
    page.querySelector('time[pubdate]')?.getAttribute('datetime'),
    page.querySelector('article time[datetime], header time[datetime]')?.getAttribute('datetime'),
  ]
  return {
    title: data.title ?? meta('og:title', 'twitter:title', 'dc.title', 'citation_title'),
    author: person(data.author) ?? person(meta('author', 'byl', 'dc.creator', 'citation_author', 'parsely-author')),
    publisher: data.publisher ?? meta('og:site_name', 'citation_journal_title', 'dc.publisher', 'application-name'),
    url:
      address(page.querySelector('link[rel="canonical"]')?.getAttribute('href')) ?? address(meta('og:url')) ?? data.url,
    published: days.map(day => publishedDay(day ?? null)).find(day => day !== null) ?? null,
  }
}

export const clean = (value: string | null | undefined): string | null => value?.replace(/\s+/g, ' ').trim() || null

/** A person's name without "By"; addresses and handles are no names. */
export const person = (value: string | null): string | null => {
  const name = clean(value)?.replace(/^by:?\s+/i, '') ?? null
  return name === null || /^https?:|^@|^admin(?:istrator)?$/i.test(name) || name.length > 120 ? null : name
}

const address = (value: string | null | undefined): string | null => {
  const url = clean(value)
  return url && /^https?:\/\/\S+$/i.test(url) ? url : null
}
