import type { CodedExpressions } from '../coded.ts'
import { dayOf, firstFault, hostOf, saying } from '../sql.ts'

/** Empty cells come as null from the reader, and GDELT pads nothing. Whom an actor is: its state or region, else what is known of it, in the order of the codebook's columns. */
const actor = (n: 1 | 2): string => {
  const field = (name: string): string => `Actor${n}${name}`
  return `coalesce(
    'cameo:' || ${field('CountryCode')}, 'group:' || ${field('KnownGroupCode')}, 'ethnic:' || ${field('EthnicCode')},
    'religion:' || ${field('Religion1Code')}, 'role:' || ${field('Type1Code')}, 'cameo:' || ${field('Code')})`
}

const role = (n: 1 | 2): string => `'cameo:' || Actor${n}Type1Code`

/** The same columns in both versions; only the form of DATEADDED differs (a day, or a day with the time). */
export const gdeltMapping: CodedExpressions = {
  native: 'GLOBALEVENTID',
  day: dayOf('SQLDATE', '%Y%m%d'),
  known: dayOf('left(DATEADDED, 8)', '%Y%m%d'),
  known_basis: "'published'",
  source_code: `coalesce(${actor(1)}, 'name:unnamed')`,
  source_role: role(1),
  source_name: 'Actor1Name',
  target_code: actor(2),
  target_role: role(2),
  target_name: 'Actor2Name',
  cameo: 'EventCode',
  tone: 'round(try_cast(AvgTone as decimal(18, 6)) * 100)::integer',
  mentions: 'try_cast(NumMentions as integer)',
  publisher: `coalesce(${hostOf('SOURCEURL')}, SOURCEURL)`,
  url: 'SOURCEURL',
  place: 'ActionGeo_FullName',
  fault: firstFault([
    ['try_cast(GLOBALEVENTID as ubigint) is null', saying('GLOBALEVENTID', 'GLOBALEVENTID', 'is not a number')],
    [`${dayOf('SQLDATE', '%Y%m%d')} is null`, saying('SQLDATE', 'SQLDATE', 'is not a day')],
    [
      `coalesce(length(DATEADDED), 0) not in (8, 14) or try_cast(DATEADDED as ubigint) is null or ${dayOf('left(DATEADDED, 8)', '%Y%m%d')} is null`,
      saying('DATEADDED', 'DATEADDED', 'is not a day: a spreadsheet may have rewritten the file'),
    ],
    ['EventCode is null', "'EventCode is missing'"],
  ]),
}
