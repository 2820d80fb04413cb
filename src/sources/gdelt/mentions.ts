import type { SourceFormat } from '../format.ts'
import { headerOf } from '../head.ts'
import { readTable } from '../separated.ts'
import { dayOf, filled, firstFault, saying } from '../sql.ts'
import { GDELT2_MENTIONS } from './columns.ts'
import { gdelt2 } from './events.ts'

const names = (line: string): string[] => headerOf(line).map(name => name.toUpperCase())
const HEADER = GDELT2_MENTIONS.map(name => name.toUpperCase())

const isHeader = (line: string): boolean => HEADER.every((name, i) => names(line)[i] === name)

const looksLike = (line: string): boolean => {
  const cells = line.split('\t')
  return cells.length === HEADER.length && /^\d+\t\d{14}\t\d{14}\t\d\t/.test(line)
}

const DAY = dayOf('left(MentionTimeDate, 8)', '%Y%m%d')

const SELECT = `
  select 'gdelt2' as event_origin, GLOBALEVENTID as event_native, ${DAY} as day, ${filled('MentionSourceName')} as publisher,
    ${filled('MentionIdentifier')} as url, try_cast(SentenceID as integer) as sentence, try_cast(Confidence as integer) as confidence,
    ${firstFault([
      [
        "not coalesce(regexp_full_match(GLOBALEVENTID, '\\d{1,18}'), false)",
        saying('GLOBALEVENTID', 'GLOBALEVENTID', 'is not a number'),
      ],
      [`${DAY} is null`, saying('MentionTimeDate', 'MentionTimeDate', 'is not a day')],
      ["nullif(trim(MentionIdentifier), '') is null", "'MentionIdentifier is missing'"],
    ])} as fault
  from `

/** Pages that mention an event of GDELT 2.0: reports, not events. As published without header and by tabs, or exported again with both. */
export const gdelt2Mentions: SourceFormat = {
  name: 'gdelt2-mentions',
  title: 'GDELT 2.0 mentions (reports of its events, 16 columns)',
  kind: 'mentions',
  origin: 'gdelt2-mentions',
  licence: gdelt2.licence,
  citation: gdelt2.citation,
  defects: [
    'a page that is found twice is mentioned twice; reprints of an agency are mentions of their own',
    'Confidence is a guess of the coder from 10 to 100, not a probability',
  ],
  recognises: head => head.firstLine !== null && (isHeader(head.firstLine) || looksLike(head.firstLine)),
  reading: head => {
    const headed = isHeader(head.firstLine ?? '')
    const comma = headed && !head.firstLine?.includes('\t')
    const table = {
      columns: GDELT2_MENTIONS,
      separator: comma ? ',' : '\t',
      skip: headed ? 1 : 0,
      quoted: comma,
      padded: true,
    }
    return { by: 'select', firstLine: table.skip + 1, select: file => `${SELECT}${readTable(file, table)}` }
  },
}
