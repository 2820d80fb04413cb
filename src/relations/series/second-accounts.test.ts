import { expect, test } from 'vitest'
import { eventOf } from '../../../test/check/memory-record.ts'
import { withoutSecondAccounts } from './second-accounts.ts'

const act = (at: number, day: string, disputes: string | null = null) =>
  eventOf({ day, source: 'FRA', target: 'DEU', type: 'COERCE', summary: 'An act.', disputes }, at)

test.each([
  ['of two accounts of one act the first told counts', [act(1, '2001-05-02'), act(2, '2001-05-03', 'e001')], ['e001']],
  ['two that dispute each other leave one', [act(1, '2001-05-02', 'e002'), act(2, '2001-05-03', 'e001')], ['e001']],
  ['a rival that is not among them takes nothing away', [act(2, '2001-05-03', 'e001')], ['e002']],
  ['two acts of one day are two', [act(1, '2001-05-02'), act(2, '2001-05-02')], ['e001', 'e002']],
])('%s', (_, events, left) => expect(withoutSecondAccounts(events).map(e => e.id)).toEqual(left))
