import { codedSelect } from '../coded.ts'
import type { FileHead, SourceFormat } from '../format.ts'
import { headerOf } from '../head.ts'
import { readTable } from '../separated.ts'
import { dayOf, filled, firstFault, idFrom, saying } from '../sql.ts'

const HEADER = ['date', 'source', 'target', 'code']
const DAY = dayOf('date', '%Y-%m-%d')

/** Codes that only the older project dictionaries use for a state, and those that only CAMEO uses for the same states. */
const OLDER = /^(?:LEB|FRN|GER|JAP|KUW|UAR|AZR|TAJ|KYR|KON)/
const CAMEO = /^(?:LBN|FRA|DEU|JPN|KWT|EGY|AZE|TJK|KGZ|PRK)/

const rowsOf = (head: FileHead): string[][] => head.lines.slice(1).map(line => line.split('\t'))

const count = (rows: readonly string[][], dictionary: RegExp): number =>
  rows.filter(([, source = '', target = '']) => dictionary.test(source) || dictionary.test(target)).length

/** The files do not say which dictionary and which scheme of events they use; their rows do. */
const dictionaryOf = (head: FileHead): 'keds' | 'cameo' => {
  const rows = rowsOf(head)
  return count(rows, OLDER) > count(rows, CAMEO) ? 'keds' : 'cameo'
}

/** WEIS has roots up to 22 and three digits always; CAMEO ends at 20. */
const schemeOf = (head: FileHead): 'weis' | 'cameo' =>
  rowsOf(head).some(([, , , code = '']) => /^2[12]\d$/.test(code)) ? 'weis' : 'cameo'

const select = (actors: 'keds' | 'cameo', events: 'weis' | 'cameo') => {
  const side = (who: 'source' | 'target') => ({
    [`${who}_code`]: `'${actors}:' || left(${filled(who)}, 3)`,
    [`${who}_role`]: `'cameo:' || nullif(${who}[4:6], '')`,
    [`${who}_name`]: filled(who),
  })
  return codedSelect(
    {
      native: idFrom(HEADER),
      day: DAY,
      known: DAY,
      known_basis: "'published'",
      ...side('source'),
      ...side('target'),
      cameo: events === 'cameo' ? filled('code') : "'weis:' || left(code, 2)",
      ...(events === 'weis' ? { mode: "'WEIS ' || code" } : {}),
      fault: firstFault([
        [`${DAY} is null`, saying('date', 'date', 'is not a day')],
        [`${filled('source')} is null`, "'source is missing'"],
        [`${filled('target')} is null`, "'target is missing'"],
        ["not coalesce(regexp_full_match(code, '\\d{2,4}'), false)", saying('code', 'code', 'is no event code')],
      ]),
    },
    file => readTable(file, { columns: HEADER, separator: '\t', skip: 1, quoted: false }),
  )
}

/** Series of the Kansas Event Data System as a table of day, source, target and code. */
export const keds: SourceFormat = {
  name: 'keds',
  title: 'KEDS event series (date, source, target, code; CAMEO or WEIS, recognised by their codes)',
  kind: 'coded',
  origin: null,
  licence: 'KEDS: free for research with citation',
  citation: 'Schrodt, P. A. and others, Kansas Event Data System, eventdata.parusanalytics.com',
  defects: [
    'actor codes are those of each project and change over time; roles are appended to the state',
    'leads only; duplicates of a day were removed',
    'the day is that of the report',
  ],
  recognises: head => head.firstLine !== null && headerOf(head.firstLine).join() === HEADER.join(),
  reading: head => ({ by: 'select', firstLine: 2, select: select(dictionaryOf(head), schemeOf(head)) }),
}
