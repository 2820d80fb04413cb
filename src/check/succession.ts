import { actorName } from '../actors/index.ts'
import { addDays, type Receipt } from '../domain/index.ts'
import { offices } from '../facts/index.ts'
import { actorsOf, type Case, type Finding, hasOwnTime } from './case.ts'
import { sameName } from './names.ts'
import { factReceipt } from './receipts.ts'
import { isAmong } from './terms.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { inWords } from './wording.ts'

/** Whether a claim speaks of who came to power. */
export const isSuccession = (terms: readonly string[]): boolean =>
  terms.some(term => isAmong(term, termsFile().succession.words))

/** "A change of guard", "the election of …": who took the highest offices of the state in that time; null when nobody is known to have. */
export const judgeSuccession = (c: Case, people: readonly string[]): Finding | null => {
  const { succession } = termsFile()
  const { time } = c.claim
  const own = hasOwnTime(c.claim) && time?.from ? time : null
  // An election comes before the office, a text some time after it.
  const from = addDays(own?.from ?? c.until, -(own ? 120 : thresholds().lookback.succession))
  const to = own?.to && addDays(own.to, 240) < c.until ? addDays(own.to, 240) : c.until
  const taken = actorsOf(c.claim).flatMap(state =>
    succession.offices.flatMap(title =>
      offices.ever(title, state).flatMap(held => {
        if (held.from === null || held.from < from || held.from > to) return []
        if (people.length > 0 && !people.some(p => sameName(p, held.name))) return []
        return [{ state, title, held, from: held.from }]
      }),
    ),
  )
  const first = taken[0]
  if (!first) return null
  const receipts: Receipt[] = taken.map(({ state, title, held, from: day }) =>
    factReceipt(
      held,
      `${held.name} became ${title} of ${actorName(state)} on ${inWords(day)}.`,
      'for',
      c.until,
      c.asOf,
    ),
  )
  return {
    verdict: 'supported',
    because: `${first.held.name} became ${first.title} of ${actorName(first.state)} on ${inWords(first.from)}`,
    receipts,
  }
}
