import { actorName } from '../actors/index.ts'
import { addDays, type Claim } from '../domain/index.ts'
import { offices } from '../facts/index.ts'
import { type Case, type Finding, hasOwnTime } from './case.ts'
import { sameName } from './names.ts'
import { factReceipt } from './receipts.ts'
import { contentKeys, keysOf } from './terms.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { inWords } from './wording.ts'

/** The words of a claim that tell of a change at the top; null where there are none. */
export const successionPhrase = (quote: string): string | null =>
  new RegExp(termsFile().succession.pattern, 'iu').exec(quote)?.[0] ?? null

/** Whether a claim tells who came to power, and hardly anything else. */
const isSuccession = (claim: Claim, people: readonly string[]): boolean => {
  const phrase = successionPhrase(claim.quote)
  if (phrase === null) return false
  const said = new Set([...keysOf(phrase), ...keysOf(people.join(' ').replace(/per:|-/g, ' '))])
  const names = [...claim.actors.map(a => a.mention), claim.time?.mention ?? '']
  return contentKeys([claim.quote], names).filter(key => !said.has(key)).length <= 1
}

/** "A change of guard", "the election of …": who took the highest offices of the state in that time; null when nobody is known to have. */
export const judgeSuccession = (c: Case, people: readonly string[]): Finding | null => {
  if (!isSuccession(c.claim, people)) return null
  const { time } = c.claim
  const own = hasOwnTime(c.claim) && time?.from ? time : null
  // An election comes before the office, a text some time after it.
  const from = addDays(own?.from ?? c.until, -(own ? 120 : thresholds().lookback.succession))
  const to = own?.to && addDays(own.to, 240) < c.until ? addDays(own.to, 240) : c.until
  const taken = c.actors.flatMap(state =>
    termsFile().succession.offices.flatMap(title =>
      offices.ever(title, state).flatMap(held => {
        if (held.from === null || held.from < from || held.from > to) return []
        if (people.length > 0 && !people.some(p => sameName(p, held.name))) return []
        const says = `${held.name} became ${title} of ${actorName(state)} on ${inWords(held.from)}`
        return [{ says, receipt: factReceipt(held, `${says}.`, 'for', c.until, c.asOf) }]
      }),
    ),
  )
  const first = taken[0]
  return first ? { verdict: 'supported', because: first.says, receipts: taken.map(t => t.receipt) } : null
}
