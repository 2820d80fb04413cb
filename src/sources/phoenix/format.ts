import { type CodedExpressions, codedSelect } from '../coded.ts'
import type { FileHead, SourceFormat } from '../format.ts'
import { hasColumns } from '../head.ts'
import { column, readTable, type Table, tableUnder } from '../separated.ts'
import { breaksIn, dayOf, filled, firstFault, saying } from '../sql.ts'

const HISTORICAL = ['eid', 'story_date', 'source', 'source_root', 'target', 'target_root', 'code']

/** Names from the codebook of the daily files, which have no header. */
const DAILY = [
  ...['EventID', 'Date', 'Year', 'Month', 'Day'],
  ...['SourceActorFull', 'SourceActorEntity', 'SourceActorRole', 'SourceActorAttribute'],
  ...['TargetActorFull', 'TargetActorEntity', 'TargetActorRole', 'TargetActorAttribute'],
  ...['EventCode', 'EventRootCode', 'PentaClass', 'GoldsteinScore', 'Issues', 'Lat', 'Lon'],
  ...['LocationName', 'StateName', 'CountryCode', 'SentenceID', 'URLs', 'NewsSources'],
]

const isDaily = (head: FileHead): boolean => {
  const cells = head.firstLine?.split('\t') ?? []
  return cells.length === DAILY.length && /^\d{8}$/.test(cells[1] ?? '') && /^\d{4}$/.test(cells[2] ?? '')
}

interface Names {
  readonly id: string
  readonly day: string
  readonly code: string
  readonly side: (who: 'source' | 'target') => { entity: string; role: string; full: string }
}

const mapping = ({ id, day, code, side }: Names): CodedExpressions => {
  const [source, target] = [side('source'), side('target')]
  return {
    native: filled(id),
    day,
    known: day,
    known_basis: "'published'",
    source_code: `coalesce('cameo:' || left(${filled(source.entity)}, 3), 'name:unnamed')`,
    source_role: `'cameo:' || left(${filled(source.role)}, 3)`,
    source_name: filled(source.full),
    target_code: `'cameo:' || left(${filled(target.entity)}, 3)`,
    target_role: `'cameo:' || left(${filled(target.role)}, 3)`,
    target_name: filled(target.full),
    cameo: filled(code),
    fault: firstFault([
      [`${filled(id)} is null`, "'the event id is missing'"],
      [`${day} is null`, "'the date is not a day'"],
      [`not coalesce(regexp_full_match(${code}, '\\d{2,4}'), false)`, saying('code', code, 'is no event code')],
    ]),
  }
}

const daily: CodedExpressions = {
  ...mapping({
    id: 'EventID',
    day: dayOf('"Date"', '%Y%m%d'),
    code: 'EventCode',
    side: who => {
      const prefix = who === 'source' ? 'SourceActor' : 'TargetActor'
      return { entity: `${prefix}Entity`, role: `${prefix}Role`, full: `${prefix}Full` }
    },
  }),
  publisher: `nullif(trim(split_part(NewsSources, ';', 1)), '')`,
  url: `nullif(trim(split_part(URLs, ';', 1)), '')`,
  place: filled('LocationName'),
}

const historical = (table: Table): CodedExpressions => ({
  ...mapping({
    id: 'eid',
    day: dayOf('story_date', '%Y-%m-%d', '%m/%d/%Y'),
    code: 'code',
    side: who => ({
      entity: `${who}_root`,
      role: table.columns.includes(`${who}_agent`) ? `${who}_agent` : `''`,
      full: who,
    }),
  }),
  ...(table.columns.includes('placename') ? { place: filled('placename') } : {}),
  breaks: breaksIn(table.columns.map(column)),
})

/** Phoenix, daily and historical, built from the codebooks: no open rows were at hand to try it on. */
export const phoenix: SourceFormat = {
  name: 'phoenix',
  title: 'Phoenix events (daily files of 26 columns; historical CSV of the Cline Center)',
  kind: 'coded',
  origin: 'phoenix',
  licence: 'Phoenix: daily files ODbL, historical files CC BY-NC-SA',
  citation:
    'Althaus, S., Bajjalieh, J., Carter, J. F., Peyton, B. and Shalmon, D. A., Cline Center Historical Phoenix Event Data; Beieler, J., Phoenix, openeventdata.org',
  defects: [
    'read from the codebooks: check the rejections of the first file',
    'the day is that of the story',
    'an actor is coded by the dictionaries of its time: ids beyond the first three letters are roles or names of groups',
  ],
  recognises: head => hasColumns(head, HISTORICAL) || isDaily(head),
  reading: head => {
    if (isDaily(head)) {
      const table = { columns: DAILY, separator: '\t', skip: 0, quoted: false }
      return { by: 'select', firstLine: 1, select: codedSelect(daily, file => readTable(file, table)) }
    }
    const table = tableUnder(head, true)
    return { by: 'select', firstLine: 2, select: codedSelect(historical(table), file => readTable(file, table)) }
  },
}
