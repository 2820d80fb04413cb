import { codedSelect } from '../coded.ts'
import type { SourceFormat } from '../format.ts'
import { hasColumns } from '../head.ts'
import { column, readTable, type Table, tableUnder } from '../separated.ts'
import { breaksIn, filled, firstFault, saying } from '../sql.ts'

const REQUIRED = ['eventid', 'ccode', 'stday', 'stmo', 'styr', 'eday', 'emo', 'eyr', 'etype', 'actor1', 'cgovtarget']

/** Three columns of numbers; a day that does not exist gives null. */
const day = (year: string, month: string, date: string): string =>
  `try_cast(printf('%s-%s-%s', lpad(${year}, 4, '0'), lpad(${month}, 2, '0'), lpad(${date}, 2, '0')) as date)`

const START = day('styr', 'stmo', 'stday')
const END = day('eyr', 'emo', 'eday')

const select = (table: Table) =>
  codedSelect(
    {
      // One event at several places has a row for each.
      native: `eventid || '.' || coalesce(${filled('locnum')}, '1')`,
      day: START,
      day_to: END,
      known: END,
      known_basis: "'occurred'",
      source_code: `'cow:' || ${filled('ccode')}`,
      source_role: `case etype when '7' then 'scad:government' when '8' then 'scad:militants' when '10' then 'scad:government' else 'scad:people' end`,
      source_name: filled('actor1'),
      target_code: `case when cgovtarget = '1' then 'cow:' || ${filled('ccode')} else 'name:' || ${filled('target1')} end`,
      target_role: `case when cgovtarget = '1' then 'scad:government' else 'scad:people' end`,
      target_name: filled('target1'),
      cameo: `'scad:' || ${filled('etype')}`,
      magnitude: `case when try_cast(ndeath as double) >= 0 then try_cast(ndeath as double) end`,
      publisher: filled('nsource'),
      place: `nullif(concat_ws(', ', ${filled('elocal')}, ${filled('countryname')}), '')`,
      summary: filled('issuenote'),
      fault: firstFault([
        [`not coalesce(regexp_full_match(eventid, '\\d+'), false)`, saying('eventid', 'eventid', 'is not a number')],
        [`${START} is null`, saying('start', `concat_ws('-', styr, stmo, stday)`, 'is not a day')],
        [`${END} is null`, saying('end', `concat_ws('-', eyr, emo, eday)`, 'is not a day')],
        [`${END} < ${START}`, `'the end lies before the start'`],
        [`${filled('ccode')} is null`, "'ccode is missing'"],
      ]),
      breaks: breaksIn(table.columns.map(column)),
    },
    file => readTable(file, table),
  )

/** Social Conflict Analysis Database: Africa, Latin America, South-East Asia. Windows-1252, sometimes with odd line ends. */
export const scad: SourceFormat = {
  name: 'scad',
  title: 'SCAD, social conflict in Africa, Latin America and South-East Asia (CSV)',
  kind: 'coded',
  prose: true,
  origin: 'scad',
  licence: 'SCAD: academic use with citation',
  citation:
    'Salehyan, I. and others (2012), Social Conflict in Africa: A New Database, International Interactions 38(4)',
  defects: [
    'events inside a state: they do not enter series of pairs',
    'days of publication are not given: a row counts as known on its last day',
    'one event at several places has several rows; -99 is unknown, also in the number of deaths',
  ],
  recognises: head => hasColumns(head, REQUIRED),
  reading: head => ({
    by: 'select',
    firstLine: 2,
    encoding: 'windows-1252',
    select: select(tableUnder(head, true)),
  }),
}
