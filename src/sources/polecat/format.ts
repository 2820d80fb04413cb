import { codedSelect } from '../coded.ts'
import type { FileHead, SourceFormat } from '../format.ts'
import { hasColumns, headerOf } from '../head.ts'
import { column, readTable, type Table } from '../separated.ts'
import { dayOf, filled, firstFault, saying } from '../sql.ts'

const REQUIRED = ['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Actor Name', 'Actor Country', 'Recipient Name']

/** Some weekly files end their rows with tabs that no column stands for. */
const SPARE = ['spare 1', 'spare 2', 'spare 3', 'spare 4']

const NOTHING = ['None', 'NULL', 'NA', 'nan']
const field = (name: string): string => filled(column(name), NOTHING)

const DAY = dayOf(column('Event Date'), '%Y-%m-%d', '%m/%d/%Y')
const PUBLISHED = dayOf(column('Publication Date'), '%Y-%m-%d', '%m/%d/%Y')

const side = (who: 'Actor' | 'Recipient') => ({
  code: `coalesce('iso3:' || ${field(`${who} Country`)}, 'name:' || ${field(`${who} Name`)})`,
  role: `'plover:' || ${field(`Primary ${who} Sector`)}`,
  name: field(`${who} Name`),
})

const tableOf = (head: FileHead): Table => ({
  columns: [...headerOf(head.firstLine ?? '', '\t').filter(name => !name.startsWith('column ')), ...SPARE],
  separator: '\t',
  skip: 1,
  quoted: false,
  padded: true,
})

const select = (table: Table) => {
  const [actor, recipient] = [side('Actor'), side('Recipient')]
  const has = (name: string): boolean => table.columns.includes(name)
  const known = has('Publication Date') ? `coalesce(${PUBLISHED}, ${DAY})` : DAY
  return codedSelect(
    {
      native: field('Event ID'),
      day: `least(${DAY}, ${known})`,
      known,
      known_basis: "'published'",
      source_code: `coalesce(${actor.code}, 'name:unnamed')`,
      source_role: actor.role,
      source_name: actor.name,
      target_code: recipient.code,
      target_role: recipient.role,
      target_name: recipient.name,
      type: `upper(${field('Event Type')})`,
      mode: field('Event Mode'),
      ...(has('Source') ? { publisher: field('Source') } : {}),
      ...(has('Placename') ? { place: field('Placename') } : {}),
      summary: `nullif(concat_ws(' ', ${field('Event Type')}, ${field('Event Mode')}${has('Contexts') ? `, ${field('Contexts')}` : ''}), '')`,
      fault: firstFault([
        [`coalesce(${SPARE.map(column).join(', ')}, '') <> ''`, "'more columns than the header'"],
        [`${field('Event ID')} is null`, "'Event ID is missing'"],
        [`${DAY} is null`, saying('Event Date', column('Event Date'), 'is not a day')],
        [`${field('Event Type')} is null`, "'Event Type is missing'"],
      ]),
    },
    file => readTable(file, table),
  )
}

/** POLECAT weekly files, built from the codebook and the header of forty names: no open rows were at hand to try it on. */
export const polecat: SourceFormat = {
  name: 'polecat',
  title: 'POLECAT weekly files (tab, 40 columns)',
  kind: 'coded',
  origin: 'polecat',
  licence: 'POLECAT: research and education only, (c) Leidos (Harvard Dataverse custom terms)',
  citation:
    'Halterman, A., Schrodt, P. A., Beger, A., Bagozzi, B. E. and Scarborough, G. I. (2023), PLOVER and POLECAT, doi:10.7910/DVN/AJGVIT',
  defects: [
    'read from the codebook: check the rejections of the first file',
    'some weekly files have trailing tabs; names hold single quotes',
    'an event dated after its publication is taken to its day of publication',
  ],
  recognises: head => hasColumns(head, REQUIRED),
  reading: head => ({ by: 'select', firstLine: 2, select: select(tableOf(head)) }),
}
