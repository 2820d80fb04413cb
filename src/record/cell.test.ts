import { expect, test } from 'vitest'
import { cellId, parseCell } from './cell.ts'

const cell = {
  a: 'AZE',
  b: 'org:osce-minsk-group',
  by: 'month',
  from: '2014-04-01',
  to: '2014-04-30',
  asOf: '2014-07-17',
} as const

test.each([null, 'chronology', 'odd / name'])('a cell of source %s survives its id', source =>
  expect(parseCell(cellId({ ...cell, source }))).toEqual({ ...cell, source }),
)

test.each([
  'az-ir-2014-04-09-a',
  'cell:',
  'cell:AZE/IRN/decade/2014-01-01/2014-12-31/2015-01-01',
  'cell:AZE/IRN/month/2014-04-01/2014-04-31/2014-07-17',
  'cell:AZE/IRN/month/2014-04-01/2014-04-30/soon',
  'cell:AZE/IRN/month/2014-04-01/2014-04-30/2014-07-17/%',
])('%s is no cell', id => expect(parseCell(id)).toBeNull())
