import { type Day, VERDICTS, type VerdictName } from '../domain/index.ts'
import { type AnyLedger, asOfDays, isChecked, type RecordSizes } from './any-ledger.ts'
import { longDay } from './day-words.ts'
import { counted, typeName } from './ledger-words.ts'

/** How many claims have a verdict on a day. */
export interface VerdictCount {
  readonly verdict: VerdictName
  readonly count: number
}

/** The verdicts of one as-of day, commonest meaning first as in the contract, and how much they were held against. */
export interface DayCounts {
  readonly day: Day
  readonly events: number | null
  readonly counts: readonly VerdictCount[]
}

export const dayCounts = (ledger: AnyLedger, sizes: RecordSizes | null): DayCounts[] =>
  asOfDays(ledger).map(day => ({
    day,
    events: sizes?.get(day) ?? null,
    counts: VERDICTS.flatMap(verdict => {
      const count = ledger.summary.by_verdict[day]?.[verdict] ?? 0
      return count === 0 ? [] : [{ verdict, count }]
    }),
  }))

/** "as of 17 July 2014, against 301 events known by then". */
export const dayHead = ({ day, events }: DayCounts): string =>
  `as of ${longDay(day)}${events === null ? '' : `, against ${counted(events, 'event')} known by then`}`

/** The line above the verdicts: how many claims, and of which kinds where nothing has been judged. */
export const claimsLine = (ledger: AnyLedger): string => {
  const { claims, sentences, by_type } = ledger.summary
  if (claims === 0) return `No claim to be held against a record, in ${counted(sentences, 'sentence')}`
  const head = `${counted(claims, 'claim')} in ${counted(sentences, 'sentence')}`
  if (isChecked(ledger)) return head
  const types = Object.entries(by_type)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return `${head}: ${types.map(([type, count]) => `${count} ${typeName(type)}`).join(', ')}`
}
