import { codedSelect } from '../coded.ts'
import type { FileHead, SourceFormat } from '../format.ts'
import { hasColumns } from '../head.ts'
import { column, readTable, type Table, tableUnder } from '../separated.ts'
import { breaksIn, firstFault, saying } from '../sql.ts'

const REQUIRED = ['Event ID', 'Event Date', 'Source Name', 'Event Text', 'CAMEO Code', 'Target Name']

/** Originals leave a field blank or write NULL; copies exported from R write NA. */
const NOTHING = ['NA', 'NULL']
const field = column

/** Originals do not quote, and have stray quotation marks; copies that quote do so from the header or the first row on. */
const isQuoted = (head: FileHead): boolean =>
  head.firstLine?.startsWith('"') === true || !head.firstLine?.includes('\t') || head.lines[1]?.includes('\t"') === true

const DATE = column('Event Date')

/** Yearly files write 2018-06-01, weekly ones of some years 6/1/2018 or 20180601; a file keeps to one style, which its first row shows. */
const dayIn = (head: FileHead): string => {
  const first = head.lines[1] ?? ''
  if (/\d{1,2}\/\d{1,2}\/\d{4}/.test(first)) return `try_strptime(${DATE}, '%m/%d/%Y')::date`
  if (/(?:^|[\t,"])(?:19|20)\d{6}(?:[\t,"]|$)/.test(first) && !/\d{4}-\d{2}-\d{2}/.test(first))
    return `try_strptime(${DATE}, '%Y%m%d')::date`
  return `try_cast(${DATE} as date)`
}

const side = (who: 'Source' | 'Target') => ({
  code: `coalesce('icews:' || ${field(`${who} Country`)}, 'name:' || ${field(`${who} Name`)})`,
  role: `'icews:' || ${field(`${who} Sectors`)}`,
  name: field(`${who} Name`),
})

const select = (table: Table, day: string) => {
  const [source, target] = [side('Source'), side('Target')]
  const has = (name: string): boolean => table.columns.includes(name)
  const place = ['City', 'Country'].filter(has).map(field)
  return codedSelect(
    {
      // An id is given again now and then: with the day it names one event.
      native: `${field('Event ID')} || '.' || ${day}`,
      day,
      known_basis: "'published'",
      source_code: `coalesce(${source.code}, 'name:unnamed')`,
      source_role: source.role,
      source_name: source.name,
      target_code: target.code,
      target_role: target.role,
      target_name: target.name,
      cameo: field('CAMEO Code'),
      ...(has('Publisher') ? { publisher: field('Publisher') } : {}),
      ...(place.length > 0 ? { place: `nullif(concat_ws(', ', ${place.join(', ')}), '')` } : {}),
      summary: field('Event Text'),
      fault: firstFault([
        [`${field('Event ID')} is null`, "'Event ID is missing'"],
        [`${day} is null`, saying('Event Date', DATE, 'is not a day')],
        [`${field('CAMEO Code')} is null`, "'CAMEO Code is missing'"],
      ]),
      ...(table.quoted ? { breaks: breaksIn(table.columns.map(column)) } : {}),
    },
    file => readTable(file, table),
  )
}

/** ICEWS coded event data as the Harvard Dataverse has them: .tab or .csv, a header of twenty names. */
export const icews: SourceFormat = {
  name: 'icews',
  title: 'ICEWS coded event data (Dataverse .tab or .csv, 20 columns)',
  kind: 'coded',
  origin: 'icews',
  licence: 'ICEWS: research and education only, no commercial use (Harvard Dataverse custom terms)',
  citation:
    'Boschee, E., Lautenschlager, J., O’Brien, S., Shellman, S., Starz, J. and Ward, M., ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075',
  defects: [
    'event ids are not unique across files: here an id is taken together with its day',
    'one meeting is often two rows, with the actors swapped',
    'the volume of stories changes over the years; 2014 and 2018 have breaks',
    'events inside a state far outnumber those between states',
  ],
  recognises: head => hasColumns(head, REQUIRED) && hasColumns(head, ['Source Country', 'Target Country']),
  reading: head => {
    const table = { ...tableUnder(head, isQuoted(head)), nothing: NOTHING }
    return { by: 'select', firstLine: 2, select: select(table, dayIn(head)) }
  },
}
