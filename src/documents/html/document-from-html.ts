import type { DocumentInput } from '../document-input.ts'
import { MOST_BYTES, nameOf, tooLarge } from '../limits.ts'
import { requireWords } from '../plain-text.ts'
import { type Page, type PageNode, parsePage, unreadablePage } from './page.ts'
import { clean, pageFacts, person } from './page-facts.ts'
import { textOf } from './text-of.ts'

/** What Readability finds in a page. */
interface Article {
  readonly node: PageNode
  readonly title: string | null
  readonly byline: string | null
  readonly site: string | null
}

/** Parts of a page around its article, for pages in which no article stands out. */
const AROUND = new Set(['NAV', 'ASIDE', 'FORM', 'FOOTER'])

/** An HTML page → its article as text, and what the page says of itself. The parser is loaded when the first page comes. */
export const documentFromHtml = async (html: string, path: string): Promise<DocumentInput> => {
  if (html.length > MOST_BYTES) throw tooLarge(nameOf(path), html.length)
  try {
    return await readPage(html, path)
  } catch (error) {
    // A tree that overflows the stack is the page's doing.
    throw error instanceof RangeError ? unreadablePage(path, 'its parts are nested too deep') : error
  }
}

const readPage = async (html: string, path: string): Promise<DocumentInput> => {
  const page = await parsePage(html, path)
  // These first: Readability takes the tree apart.
  const facts = pageFacts(page)
  const whole = page.body ? textOf(page.body, node => AROUND.has(node.nodeName.toUpperCase())) : ''
  const article = await findArticle(page)
  const extracted = article ? textOf(article.node) : ''
  // An article that is a small part of a short page was found wrongly.
  const text = extracted.length >= Math.min(500, whole.length * 0.4) ? extracted : whole
  if (text === '') throw unreadablePage(path, 'it holds no text')
  requireWords(text, path)
  return {
    path,
    text,
    title: clean(facts.title ?? article?.title),
    author: facts.author ?? person(article?.byline ?? null),
    publisher: facts.publisher ?? clean(article?.site),
    url: facts.url,
    published: facts.published,
  }
}

const findArticle = async (page: Page): Promise<Article | null> => {
  const { Readability } = await import('@mozilla/readability')
  // The types ask for a browser's document; linkedom's has all that is used.
  const document = page as unknown as ConstructorParameters<typeof Readability>[0]
  const found = new Readability<PageNode>(document, { serializer: node => node as unknown as PageNode }).parse()
  if (!found?.content) return null
  return { node: found.content, title: found.title ?? null, byline: found.byline ?? null, site: found.siteName ?? null }
}
