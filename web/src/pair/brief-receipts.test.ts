import { expect, test } from 'vitest'
import { type BriefReceipt, shownBy } from './brief-receipts.ts'

const command = 'detente trace …'
const RECEIPTS: readonly [BriefReceipt, object | null][] = [
  [
    { kind: 'event', id: 'x-1', day: '2014-04-09', known: '2014-04-10', summary: 'They met.', grade: 'B', sources: [] },
    { kind: 'event', id: 'x-1' },
  ],
  [
    { kind: 'rows', id: 'cell:AZE/IRN/day/2014-01-01/2014-06-30/2014-07-17', says: 'rows', command },
    { kind: 'cell', id: 'cell:AZE/IRN/day/2014-01-01/2014-06-30/2014-07-17' },
  ],
  [
    { kind: 'turn', id: 'turn:AZE/IRN/thaw/2014-04-09/2014-07-17', says: 'how it was found', command },
    { kind: 'turn', date: '2014-04-09' },
  ],
  [{ kind: 'fact', id: 'fact:office:x', day: '2013-08-04', says: 'X took office.' }, null],
  [{ kind: 'question', id: 'detente events AZE', says: 'asked', command }, null],
]

test.each(RECEIPTS)('$kind opens what it says', (receipt, shown) => expect(shownBy(receipt)).toEqual(shown))
