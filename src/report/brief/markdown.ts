import type { Day } from '../../domain/index.ts'
import type { Brief } from '../../relations/index.ts'
import { webAddress } from '../link.ts'
import { printable } from '../printable.ts'
import { briefPage } from './brief-page.ts'
import type { Item, PageReceipt, Section, Sentence } from './page.ts'
import { GRADE_LEGEND, publisherName, restWords, sourcesBy, sourceTail } from './source-words.ts'
import { capital, cut, ended, type NameOf } from './words.ts'

/** The page as Markdown. */

/** What Markdown would take for markup, in texts of others. */
const plainText = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&')

const said = ({ text, refs }: Sentence): string =>
  `${plainText(text)}${refs.length === 0 ? '' : ` [${refs.join(', ')}]`}`

const itemText = ({ lead, sentences, note }: Item): string =>
  [
    ...(lead === undefined ? [] : [`**${plainText(lead)}**`]),
    ...sentences.map(said),
    ...(note === undefined ? [] : [`*${plainText(capital(note))}.*`]),
  ].join(' ')

const sectionLines = ({ title, items }: Section): string[] => [
  `## ${plainText(title)}`,
  '',
  ...items.map(item => `- ${itemText(item)}`),
  '',
]

const receiptLine = (receipt: PageReceipt, asOf: Day): string => {
  if (receipt.kind === 'fact')
    return `${ended(`${receipt.number}. ${receipt.day}, ${plainText(cut(receipt.says))}`)} \`${receipt.id}\``
  if (receipt.kind !== 'event') return `${receipt.number}. ${plainText(receipt.says)}: \`${receipt.command}\``
  const { event, number } = receipt
  const { shown, more, later } = sourcesBy(event, asOf)
  const pages = shown.map(source => {
    const address = webAddress(source.url)
    const publisher = plainText(publisherName(source))
    return `${address === null ? publisher : `[${publisher}](<${address}>)`}${plainText(sourceTail(source))}`
  })
  const rest = restWords(more, later)
  const what = ended(`${event.day}, ${cut(event.summary)}`)
  return `${number}. (${event.grade}) ${plainText(what)} \`${printable(event.id)}\`: ${[...pages, ...(rest === '' ? [] : [rest])].join('; ') || 'no page named'}`
}

export const briefMarkdown = (brief: Brief, nameOf: NameOf): string => {
  const page = briefPage(brief, nameOf)
  const lines = [
    `# ${plainText(page.title)}`,
    '',
    page.bottomLine.map(said).join(' '),
    '',
    said(page.confidence),
    '',
    ...page.sections.flatMap(sectionLines),
    '## Sources',
    '',
    GRADE_LEGEND,
    '',
    ...page.receipts.map(receipt => receiptLine(receipt, brief.as_of)),
  ]
  return `${lines.join('\n')}\n`
}
