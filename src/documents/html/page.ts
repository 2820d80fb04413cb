import { inputFailure } from '../../domain/index.ts'
import { nameOf } from '../limits.ts'
import { whyHostile } from './hostile.ts'

/** The little of the DOM that is needed here. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
  readonly textContent: string | null
}
export interface PageElement extends PageNode {
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}
export interface Page extends PageElement {
  readonly documentElement: PageElement
  readonly body: PageElement | null
}

/** Deeper than any page for people; what reads the article works its way through the tree again and again. */
const DEEPEST = 400

export const unreadablePage = (path: string, why: string) =>
  inputFailure(`${nameOf(path)} is no page that can be read: ${why}`, 'Save the article itself as plain text.')

/** HTML → a tree, or a clear refusal of what is built to choke a reader. */
export const parsePage = async (html: string, path: string): Promise<Page> => {
  const hostile = whyHostile(html)
  if (hostile) throw unreadablePage(path, hostile)
  const { parseHTML } = await import('linkedom')
  const page = parseHTML(inFrame(html)).document as unknown as Page
  if (depthOf(page.documentElement) > DEEPEST)
    throw unreadablePage(path, `its tags are nested more than ${DEEPEST} deep`)
  return page
}

/** HTML lets <html>, <head> and <body> be left out; the parser does not. Without one of them, all content becomes the body's. */
const inFrame = (html: string): string => {
  if (['html', 'head', 'body'].every(name => new RegExp(`<${name}[\\s>]`, 'i').test(html))) return html
  const content = html.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/gi, '')
  return `<!DOCTYPE html><html><head></head><body>${content}</body></html>`
}

/** Walked without recursion: depth is what is in doubt. Stops once it is too deep. */
const depthOf = (root: PageNode): number => {
  let [node, depth, deepest]: [PageNode | null, number, number] = [root, 0, 0]
  while (node && deepest <= DEEPEST) {
    if (node.firstChild) {
      node = node.firstChild
      depth += 1
      deepest = Math.max(deepest, depth)
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth -= 1
    }
    node = node && node !== root ? node.nextSibling : null
  }
  return deepest
}
