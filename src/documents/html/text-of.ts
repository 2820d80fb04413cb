import type { PageNode } from './page.ts'

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL BODY'.split(
    ' ',
  ),
)
/** Elements whose content nobody reads. */
const UNREAD = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT BUTTON SELECT TEXTAREA HEAD TITLE'.split(' '),
)

const ELEMENT = 1
const TEXT = 3

/**
 * The words below a node as a reader sees them: a blank line between blocks, runs of blanks as one. Recursion is safe:
 * the depth of a page is checked when it is parsed. `leaveOut`: branches that are passed over.
 */
export const textOf = (root: PageNode, leaveOut: (node: PageNode) => boolean = () => false): string => {
  const paragraphs: string[] = []
  let current = ''
  const flush = () => {
    const lines = current.split('\n').map(line => line.replace(/[\s\u00a0]+/gu, ' ').trim())
    const paragraph = lines.filter(line => line !== '').join('\n')
    if (paragraph !== '') paragraphs.push(paragraph)
    current = ''
  }
  const visit = (node: PageNode): void => {
    if (node.nodeType === TEXT) {
      current += (node.nodeValue ?? '').replace(/[\r\n]+/g, ' ')
      return
    }
    const name = node.nodeName.toUpperCase()
    if (
      UNREAD.has(name) ||
      leaveOut(node) ||
      (node.nodeType !== ELEMENT && node.nodeType !== 9 && node.nodeType !== 11)
    )
      return
    if (name === 'BR') {
      current += '\n'
      return
    }
    const isBlock = BLOCKS.has(name)
    if (isBlock) flush()
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child)
    if (isBlock) flush()
  }
  visit(root)
  flush()
  return paragraphs.join('\n\n')
}
