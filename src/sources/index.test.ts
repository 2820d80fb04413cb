import { expect, test } from 'vitest'
import { FORMATS, formatNamed, formatOf } from './index.ts'

test.each([
  [{ extension: 'jsonl', firstLine: 'torn', parquet: false }, 'detente'],
  [{ extension: '', firstLine: '{"day":"2014-04-09"}', parquet: false }, 'detente'],
  [{ extension: 'csv', firstLine: 'id,day,source,target,status', parquet: false }, 'detente'],
  [{ extension: 'tsv', firstLine: 'status\ttarget\tsource\tday', parquet: false }, 'detente'],
  [{ extension: 'parquet', firstLine: 'PAR1', parquet: true }, 'detente'],
  [{ extension: 'csv', firstLine: 'date,iso_a,iso_b,score', parquet: false }, 'pair-day-scores'],
  [{ extension: 'csv', firstLine: 'GLOBALEVENTID,SQLDATE', parquet: false }, null],
  [{ extension: 'json', firstLine: '{', parquet: false }, null],
  [{ extension: 'pdf', firstLine: '%PDF-1.7', parquet: false }, null],
])('%j is taken for %s', (head, name) =>
  expect(formatOf({ ...head, lines: [head.firstLine] })?.name ?? null).toBe(name),
)

test('every format is found by its name and says what it is', () => {
  for (const format of FORMATS) {
    expect(formatNamed(format.name)).toBe(format)
    expect(format.title).not.toBe('')
  }
})
