import type { CodedExpressions } from '../coded.ts'
import { dayOf, filled, firstFault, hostOf, saying } from '../sql.ts'

/** Whom a GDELT actor is: its state or region, else what is known of it, in the order of the codebook's columns. */
const actor = (n: 1 | 2): string => {
  const field = (name: string): string => `nullif(Actor${n}${name}, '')`
  return `coalesce(
    'cameo:' || ${field('CountryCode')}, 'group:' || ${field('KnownGroupCode')}, 'ethnic:' || ${field('EthnicCode')},
    'religion:' || ${field('Religion1Code')}, 'role:' || ${field('Type1Code')}, 'cameo:' || ${field('Code')})`
}

const role = (n: 1 | 2): string => `'cameo:' || nullif(Actor${n}Type1Code, '')`

/** The same columns in both versions; only the form of DATEADDED differs (a day, or a day with the time). */
export const gdeltMapping: CodedExpressions = {
  native: 'GLOBALEVENTID',
  day: dayOf('SQLDATE', '%Y%m%d'),
  known: dayOf('left(DATEADDED, 8)', '%Y%m%d'),
  known_basis: "'published'",
  source_code: `coalesce(${actor(1)}, 'name:unnamed')`,
  source_role: role(1),
  source_name: filled('Actor1Name'),
  target_code: actor(2),
  target_role: role(2),
  target_name: filled('Actor2Name'),
  cameo: filled('EventCode'),
  tone: 'round(try_cast(AvgTone as decimal(18, 6)) * 100)::integer',
  mentions: 'try_cast(NumMentions as integer)',
  publisher: filled(`case when SOURCEURL like '%://%' then ${hostOf('SOURCEURL')} else SOURCEURL end`),
  url: filled('SOURCEURL'),
  place: filled('ActionGeo_FullName'),
  fault: firstFault([
    [
      "not coalesce(regexp_full_match(GLOBALEVENTID, '\\d{1,18}'), false)",
      saying('GLOBALEVENTID', 'GLOBALEVENTID', 'is not a number'),
    ],
    [`${dayOf('SQLDATE', '%Y%m%d')} is null`, saying('SQLDATE', 'SQLDATE', 'is not a day')],
    [
      `not coalesce(regexp_full_match(DATEADDED, '\\d{8}|\\d{14}'), false) or ${dayOf('left(DATEADDED, 8)', '%Y%m%d')} is null`,
      saying('DATEADDED', 'DATEADDED', 'is not a day: a spreadsheet may have rewritten the file'),
    ],
    ["nullif(EventCode, '') is null", "'EventCode is missing'"],
  ]),
}
