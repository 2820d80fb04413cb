import { codedSelect } from '../coded.ts'
import type { SourceFormat } from '../format.ts'
import { hasColumns } from '../head.ts'
import { column, readTable, type Table, tableUnder } from '../separated.ts'
import { breaksIn, dayOf, filled, firstFault, saying } from '../sql.ts'

const REQUIRED = ['event_id_cnty', 'event_date', 'event_type', 'sub_event_type', 'actor1', 'inter1', 'actor2', 'inter2']

/** Older exports write 2022-06-30, newer ones 16 May 2025. */
const DAY = dayOf('event_date', '%Y-%m-%d', '%d %B %Y', '%d-%b-%Y')

/** The day of the last upload in seconds since 1970: nothing older tells when a row was known. */
const UPLOADED = `make_timestamp(try_cast("timestamp" as bigint) * 1000000)::date`

/** "Military Forces of Argentina (2019-)" and "Protesters (Argentina)" name a state; "Communal Militia (Kachia)" names none. */
const state = (name: string): string => `
  coalesce(nullif(regexp_extract(${name}, '^(?:Government|Military Forces|Police Forces) of (?:the )?(.+?) \\(', 1), ''),
           nullif(regexp_extract(${name}, '\\(([^()0-9]+)\\)$', 1), ''))`

const side = (n: 1 | 2) => ({
  code: `case when ${state(`actor${n}`)} is not null then 'whose:' || ${state(`actor${n}`)} || '|' || trim(actor${n})
              else 'name:' || ${filled(`actor${n}`)} end`,
  role: `'acled:' || ${filled(`inter${n}`)}`,
  name: filled(`actor${n}`),
})

const select = (table: Table) => {
  const [source, target] = [side(1), side(2)]
  const has = (name: string): boolean => table.columns.includes(name)
  const place = ['location', 'admin1', 'country'].filter(has).map(name => filled(name))
  const uploaded = has('timestamp')
  return codedSelect(
    {
      native: filled('event_id_cnty'),
      day: DAY,
      known: uploaded ? `greatest(coalesce(${UPLOADED}, ${DAY}), ${DAY})` : DAY,
      known_basis: uploaded ? `case when ${UPLOADED} is null then 'occurred' else 'given' end` : "'occurred'",
      source_code: source.code,
      source_role: source.role,
      source_name: source.name,
      target_code: target.code,
      target_role: target.role,
      target_name: target.name,
      cameo: `'acled:' || ${filled('sub_event_type')}`,
      mode: filled('sub_event_type'),
      ...(has('fatalities') ? { magnitude: 'try_cast(fatalities as double)' } : {}),
      ...(has('source') ? { publisher: `nullif(trim(split_part(source, ';', 1)), '')` } : {}),
      ...(place.length > 0 ? { place: `nullif(concat_ws(', ', ${place.join(', ')}), '')` } : {}),
      ...(has('notes') ? { summary: filled('notes') } : {}),
      fault: firstFault([
        [`${filled('event_id_cnty')} is null`, "'event_id_cnty is missing'"],
        [`${DAY} is null`, saying('event_date', 'event_date', 'is not a day')],
        [`${filled('actor1')} is null`, "'actor1 is missing'"],
        [`${filled('sub_event_type')} is null`, "'sub_event_type is missing'"],
      ]),
      breaks: breaksIn(table.columns.map(column)),
    },
    file => readTable(file, table),
  )
}

/** A user's own export from ACLED, in the older and the newer layout. */
export const acled: SourceFormat = {
  name: 'acled',
  title: 'ACLED export (CSV, older and newer layout)',
  kind: 'coded',
  prose: true,
  origin: 'acled',
  licence: 'ACLED: terms of use, acleddata.com: your own copy, no passing on of the rows, attribution',
  citation:
    'Raleigh, C., Linke, A., Hegre, H. and Karlsen, J. (2010), Introducing ACLED: An Armed Conflict Location and Event Dataset, Journal of Peace Research 47(5); acleddata.com',
  defects: [
    'the timestamp is that of the last change: a row counts as known on that day, which may be long after the event',
    'actor 1 and actor 2 do not say who began',
    'coverage of a country begins between 1997 and 2021',
    'disorder_type spells "Demostrations" in some exports',
  ],
  recognises: head => hasColumns(head, REQUIRED),
  reading: head => ({ by: 'select', firstLine: 2, select: select(tableUnder(head, true)) }),
}
