import type { Page } from './page.ts'

/** What a page's JSON-LD says of its article. */
export interface LinkedData {
  readonly title: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: string | null
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE =
  /(?:Article|NewsArticle|BlogPosting|Report|AnalysisNewsArticle|Opinion\w*|Review\w*Article|ScholarlyArticle)$/

export const linkedData = (page: Page): LinkedData => {
  const articles = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(script =>
    objects(script.textContent ?? '').filter(isArticle),
  )
  const first = <T>(read: (article: Json) => T | null): T | null => {
    for (const article of articles) {
      const value = read(article)
      if (value !== null) return value
    }
    return null
  }
  return {
    title: first(a => words(a.headline)),
    author: first(a => names(a.author)),
    publisher: first(a => names(a.publisher)),
    url: first(a => (typeof a.url === 'string' && /^https?:/.test(a.url) ? a.url : null)),
    published: first(a => words(a.datePublished)),
  }
}

/** The objects of a script, of a list, or of a `@graph`; a script that is no JSON says nothing. */
const objects = (text: string): Json[] => {
  try {
    const flat = (value: unknown, depth: number): Json[] => {
      if (depth > 3 || typeof value !== 'object' || value === null) return []
      if (Array.isArray(value)) return value.flatMap(item => flat(item, depth + 1))
      const json = value as Json
      return [json, ...flat(json['@graph'], depth + 1)]
    }
    return flat(JSON.parse(text), 0)
  } catch {
    return []
  }
}

const isArticle = (json: Json): boolean => {
  const types = Array.isArray(json['@type']) ? json['@type'] : [json['@type']]
  return types.some(type => typeof type === 'string' && ARTICLE.test(type))
}

const words = (value: unknown): string | null =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || null : null

/** A name, an object with a name, or a list of either. */
const names = (value: unknown): string | null => {
  const list = (Array.isArray(value) ? value : [value]).flatMap(item => {
    const name = words(typeof item === 'object' && item !== null ? (item as Json).name : item)
    return name === null || /^https?:/.test(name) ? [] : [name]
  })
  return list.length > 0 ? [...new Set(list)].join(', ') : null
}
