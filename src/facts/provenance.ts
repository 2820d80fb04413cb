import type { Source } from '../domain/index.ts'
import { readShippedText } from '../shipped/index.ts'

/** data/facts/sources.tsv: a code for each publication that facts cite, read once. */
let byCode: Map<string, Source> | null = null

const load = (): Map<string, Source> => {
  const sources = new Map<string, Source>()
  for (const line of readShippedText('facts', 'sources.tsv').split('\n').slice(1)) {
    const [code, publisher, title, url, published] = line.split('\t')
    if (code && publisher && title && url) sources.set(code, { publisher, title, url, published: published || null })
  }
  return sources
}

/** Wikipedia's page of a person, from its title in an address. */
const wikipedia = (page: string): Source => ({
  publisher: 'Wikipedia',
  title: decodeURIComponent(page).replace(/_/g, ' '),
  url: `https://en.wikipedia.org/wiki/${page}`,
  published: null,
})

/** A Wikidata item stands for itself: the table of offices cites the page of the person. */
const wikidata = (item: string, title: string): Source => ({
  publisher: 'Wikidata',
  title,
  url: `https://www.wikidata.org/wiki/${item}`,
  published: null,
})

/** The publication behind a code (`nato-members`), a Wikidata item (`Q14514593`) or a page of Wikipedia (`W:Hu_Jintao`). */
export const sourceOf = (code: string, title = code): Source => {
  byCode ??= load()
  const source = byCode.get(code)
  if (source) return source
  if (code.startsWith('W:')) return wikipedia(code.slice(2))
  if (/^Q\d+$/.test(code)) return wikidata(code, title)
  throw new Error(`data/facts/sources.tsv has no code ${JSON.stringify(code)}`)
}
