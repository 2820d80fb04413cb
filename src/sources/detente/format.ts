import type { EngineFile, FileHead, SourceFormat } from '../format.ts'
import { REQUIRED_COLUMNS } from './fields.ts'
import { splitJsonLines } from './json-lines.ts'
import { splitSeparated } from './separated.ts'

const isTable = (head: FileHead): boolean => ['csv', 'tsv', 'tab', 'txt', ''].includes(head.extension)

const separator = (head: FileHead): ',' | '\t' => (head.firstLine?.includes('\t') ? '\t' : ',')

const hasColumns = (head: FileHead): boolean => {
  const columns = (head.firstLine ?? '').split(separator(head)).map(name => name.trim().replace(/^"|"$/g, ''))
  return REQUIRED_COLUMNS.every(name => columns.includes(name))
}

/** A whole object on the first line; a pretty-printed JSON document is no JSON lines. */
const startsAsJson = (head: FileHead): boolean => /^\s*\{.*\}\s*$/.test(head.firstLine ?? '')

/** Each row as a JSON object; the patch takes the row number out of it again. */
const selectParquet = (file: EngineFile): string => `
  select file_row_number + 1 as line,
         json_merge_patch(to_json(t), '{"file_row_number": null}')::varchar as text,
         null::varchar as problem
  from (select * from read_parquet(${file.literal}, file_row_number = true)) t`

/** Détente's own import format: JSON lines, CSV, TSV or Parquet with the contract's field names. */
export const detente: SourceFormat = {
  name: 'detente',
  title: 'Own format: events with the field names of the contract (JSONL, CSV, TSV, Parquet)',
  kind: 'events',
  origin: null,
  licence: null,
  citation: null,
  defects: [],
  recognises: head =>
    head.parquet ||
    ['jsonl', 'ndjson'].includes(head.extension) ||
    startsAsJson(head) ||
    (isTable(head) && hasColumns(head)),
  reading: head => {
    if (head.parquet) return { by: 'select', select: selectParquet }
    if (isTable(head) && !startsAsJson(head)) return { by: 'split', split: splitSeparated(separator(head)) }
    return { by: 'split', split: splitJsonLines }
  },
}
