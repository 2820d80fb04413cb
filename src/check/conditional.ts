import { addDays, minDay } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import type { Case, Finding, Judge } from './case.ts'
import { type Condition, conditionOf, occurrencesOf } from './condition.ts'
import { followed } from './consequence.ts'
import { judgeForecast, openUntil } from './forecast.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { thresholds } from './thresholds.ts'
import { continued, inWords, told } from './wording.ts'

/** The condition has come about: has what should follow? */
const afterwards = async (c: Case, condition: Condition, met: readonly AsOfEvent[]): Promise<Finding> => {
  const [first] = met
  const came = first ? `Its condition came about, ${told(first)}` : ''
  const { clear, partial } = await followed(c, condition, met)
  const show = (events: readonly AsOfEvent[], bearing: 'for' | 'context') =>
    events.map(e => eventReceipt(e, bearing, c.asOf))
  const conditionShown = show(met.slice(0, 2), 'context')
  if (clear[0])
    return {
      verdict: 'supported',
      because: `${came}; what should follow is on record for ${told(clear[0])}`,
      receipts: [...show(clear, 'for'), ...conditionShown],
    }
  if (partial[0])
    return {
      verdict: 'disputed',
      because: `${came}; only part of what should follow is on record, for ${told(partial[0])}`,
      receipts: [...show(partial, 'for'), ...conditionShown],
    }
  const last = addDays(met.at(-1)?.day ?? c.day, thresholds().conditional.follows_within)
  if (c.asOf <= last)
    return {
      verdict: 'pending',
      because: `${came}; what should follow has until ${inWords(last)}`,
      receipts: conditionShown,
    }
  const days = { from: first?.day ?? c.day, to: minDay(c.asOf, last) }
  const finding = await nothingFound(c, 'act of the kind that should follow', days, conditionShown)
  return { ...finding, because: `${came}; ${continued(finding.because)}` }
}

/** If X then Y, or who should do what: has X come about, and has Y followed? */
export const judgeConditional: Judge = async (c): Promise<Finding> => {
  const condition = conditionOf(c)
  const due = openUntil(c)
  if (!condition || c.asOf <= c.day) return judgeForecast(c)
  const days = { from: addDays(c.day, 1), to: c.asOf }
  const met = await occurrencesOf(c, condition, days)
  if (met.length > 0) return afterwards(c, condition, met)
  if (c.asOf <= due)
    return {
      verdict: 'pending',
      because: `No act by which its condition came about is on record by ${inWords(c.asOf)}; it stays open until ${inWords(due)}${c.dateNote}`,
    }
  return nothingFound(
    c,
    'act by which its condition came about',
    { from: days.from, to: minDay(due, c.asOf) },
    [],
    condition.actors,
  )
}
