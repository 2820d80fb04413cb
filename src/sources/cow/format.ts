import { codedSelect } from '../coded.ts'
import type { SourceFormat } from '../format.ts'
import { hasColumns, headerOf } from '../head.ts'
import { readTable, type Table, tableUnder } from '../separated.ts'
import { filled, firstFault, saying } from '../sql.ts'

const LICENCE = 'Correlates of War: free for research with citation'
const CITATION =
  'Palmer, G., McManus, R. W., D’Orazio, V., Kenwick, M. R., Karstens, M., Bloch, C., Dietrich, N., Kahn, K., Ritter, K. and Soules, M. J. (2022), The MID5 Dataset, 2011-2014, Conflict Management and Peace Science 39(4)'

/** Day -9 is an unknown day: the event then lies somewhere in its month, from its first day to its last. */
const START = `try_cast(printf('%s-%s-%s', styear, lpad(stmon, 2, '0'), case when stday = '-9' then '01' else lpad(stday, 2, '0') end) as date)`
const END = `case when endday = '-9'
  then last_day(try_cast(printf('%s-%s-01', endyear, lpad(endmon, 2, '0')) as date))
  else try_cast(printf('%s-%s-%s', endyear, lpad(endmon, 2, '0'), lpad(endday, 2, '0')) as date) end`

const days = [
  [`${START} is null`, saying('start', `concat_ws('-', styear, stmon, stday)`, 'is not a day')],
  [`${END} is null`, saying('end', `concat_ws('-', endyear, endmon, endday)`, 'is not a day')],
] as const

const participants = (table: Table) =>
  codedSelect(
    {
      native: `concat_ws('.', dispnum, ccode, styear, stmon, stday)`,
      day: START,
      day_to: END,
      known: END,
      known_basis: "'occurred'",
      source_code: `'cow:' || ${filled('ccode')}`,
      source_name: filled('stabb'),
      cameo: `case when try_cast(hiact as integer) > 0 then 'mid:' || hiact end`,
      mode: `'hostility ' || hostlev`,
      summary: `concat('Dispute ', dispnum, ', side ', case sidea when '1' then 'A' else 'B' end)`,
      fault: firstFault([
        ...days,
        [`${filled('ccode')} is null`, "'ccode is missing'"],
        [`${END} < ${START}`, "'the end lies before the start'"],
      ]),
    },
    file => readTable(file, table),
  )

/** MID participants: what one state did in one dispute. The other side stands in other rows, so that no pair is made of a row. */
export const cowMidb: SourceFormat = {
  name: 'cow-midb',
  title: 'COW militarized disputes, participants (MIDB, CSV)',
  kind: 'coded',
  origin: 'cow-midb',
  licence: LICENCE,
  citation: CITATION,
  defects: [
    'a row is a state in a dispute, with its highest action; the dispute may last for years',
    'unknown days are -9: the row then spans the month',
    'rows name no opponent and stay out of series of pairs',
  ],
  recognises: head => hasColumns(head, ['dispnum', 'ccode', 'stday', 'endday', 'sidea', 'hiact']),
  reading: head => ({ by: 'select', firstLine: 2, select: participants(tableUnder(head, false)) }),
}

/** MID incidents name no states: each row is refused with a word on where they are. */
export const cowMidi: SourceFormat = {
  name: 'cow-midi',
  title: 'COW militarized disputes, incidents (MIDI, CSV): names no states, every row is refused',
  kind: 'coded',
  origin: 'cow-midi',
  licence: LICENCE,
  citation: CITATION,
  defects: ['incidents carry no actors: these stand in the file MIDIP'],
  recognises: head =>
    head.firstLine !== null &&
    hasColumns(head, ['dispnum', 'incidnum', 'stday', 'action', 'numa']) &&
    !headerOf(head.firstLine).includes('ccode'),
  reading: head => ({
    by: 'select',
    firstLine: 2,
    select: codedSelect({ fault: "'an incident without states: its participants are in the file MIDIP'" }, file =>
      readTable(file, tableUnder(head, false)),
    ),
  }),
}
