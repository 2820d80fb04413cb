import { codedSelect } from '../coded.ts'
import type { SourceFormat } from '../format.ts'
import { hasColumns } from '../head.ts'
import { column, readTable, type Table, tableUnder } from '../separated.ts'
import { breaksIn, dayOf, filled, firstFault, saying } from '../sql.ts'

const REQUIRED = ['id', 'type_of_violence', 'side_a', 'side_b', 'date_start', 'date_end', 'best', 'gwnoa', 'gwnob']

const START = dayOf('left(date_start, 10)', '%Y-%m-%d')
const END = dayOf('left(date_end, 10)', '%Y-%m-%d')

/** Days of the reports that a row was made from, parted by semicolons; the first on or after the event's last day made it known. */
const PUBLISHED = `list_min(list_filter(list_transform(string_split(coalesce(source_date, ''), ';'),
  lambda d: try_strptime(trim(d), '%Y-%m-%d')::date), lambda d: d >= ${END}))`

const side = (letter: 'a' | 'b') => ({
  code: `coalesce('gw:' || ${filled(`gwno${letter}`)}, 'name:' || ${filled(`side_${letter}`)})`,
  role: `'ucdp:' || case when ${filled(`gwno${letter}`)} is not null then 'state' when side_${letter} = 'Civilians' then 'civilians' else 'group' end`,
  name: filled(`side_${letter}`),
})

const select = (table: Table) => {
  const [a, b] = [side('a'), side('b')]
  const dated = table.columns.includes('source_date')
  return codedSelect(
    {
      native: filled('id'),
      day: START,
      day_to: END,
      known: dated ? `coalesce(${PUBLISHED}, ${END})` : END,
      known_basis: dated ? `case when ${PUBLISHED} is null then 'occurred' else 'published' end` : "'occurred'",
      source_code: a.code,
      source_role: a.role,
      source_name: a.name,
      target_code: b.code,
      target_role: b.role,
      target_name: b.name,
      cameo: `'ucdp:' || ${filled('type_of_violence')}`,
      mode: `case type_of_violence when '1' then 'state-based' when '2' then 'non-state' when '3' then 'one-sided' end`,
      magnitude: 'try_cast(best as double)',
      ...(table.columns.includes('number_of_sources')
        ? { mentions: 'nullif(greatest(try_cast(number_of_sources as integer), 0), 0)' }
        : {}),
      ...(table.columns.includes('source_office')
        ? { publisher: `nullif(trim(split_part(source_office, ';', 1)), '')` }
        : {}),
      ...(table.columns.includes('where_description') && table.columns.includes('country')
        ? { place: `nullif(concat_ws(', ', ${filled('where_description')}, ${filled('country')}), '')` }
        : {}),
      summary: `concat(side_a, ' against ', side_b, ': ', best, ' deaths')`,
      ...(table.columns.includes('event_clarity') ? { confidence: filled('event_clarity') } : {}),
      fault: firstFault([
        [`${filled('id')} is null`, "'id is missing'"],
        [`${START} is null`, saying('date_start', 'date_start', 'is not a day')],
        [`${END} is null`, saying('date_end', 'date_end', 'is not a day')],
        [`try_cast(best as integer) is null`, saying('best', 'best', 'is not a number')],
        [`${filled('side_a')} is null`, "'side_a is missing'"],
      ]),
      breaks: breaksIn(table.columns.map(column)),
    },
    file => readTable(file, table),
  )
}

/** UCDP georeferenced events, yearly releases and the monthly candidate files alike. */
export const ucdpGed: SourceFormat = {
  name: 'ucdp-ged',
  title: 'UCDP GED and candidate events (CSV)',
  kind: 'coded',
  prose: true,
  origin: 'ucdp-ged',
  licence: 'UCDP: CC BY 4.0',
  citation:
    'Sundberg, R. and Melander, E. (2013), Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4); Davies, S., Pettersson, T. and Öberg, M., Organized violence, yearly',
  defects: [
    'only violence with at least one death; side a and side b do not say who began',
    'a release appears in the summer of the next year: a row without dated reports counts as known on its last day',
    'candidate events are provisional and are replaced by the yearly release with the same id',
    'deaths are best estimates; low and high are not kept here',
  ],
  recognises: head => hasColumns(head, REQUIRED),
  reading: head => ({ by: 'select', firstLine: 2, select: select(tableUnder(head, true)) }),
}
