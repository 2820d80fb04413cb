/** The one page on a pair: Markdown, HTML, JSON. */
export { briefHtml } from './html.ts'
export { briefJson } from './json.ts'
export { briefMarkdown } from './markdown.ts'
export type { NameOf } from './words.ts'
