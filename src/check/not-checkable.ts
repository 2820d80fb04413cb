import type { Claim, Receipt } from '../domain/index.ts'
import { type Case, daysOf, type Finding, type Judge } from './case.ts'
import { matchesOf } from './matching.ts'
import { eventReceipt } from './receipts.ts'
import { precedingOf } from './sides.ts'
import { soughtOf, termsOf } from './sought.ts'
import { thresholds } from './thresholds.ts'
import { candidates } from './witnesses.ts'
import { counted } from './wording.ts'

const REASONS: Readonly<Record<string, string>> = {
  normative: 'It says what is good, right or needed, which no event can confirm or refute',
  gap: 'It says that something is unknown, which no event can confirm or refute',
  'perception without trace': 'It says what somebody feels or believes, of which no statement or act tells',
  vague: 'It is too vague to be held against dated events',
}

const reasonOf = ({ type, why_not }: Claim): string => {
  const reason = REASONS[why_not ?? type]
  return reason ?? `It cannot be held against dated events${why_not ? `: ${why_not}` : ''}`
}

/** The reason, and nothing else. */
export const judgeNotCheckable: Judge = ({ claim }): Finding => ({
  verdict: 'not_checkable',
  because: reasonOf(claim),
})

/** What "the details of that visit" may be about: acts of its own actors and words, else those of a claim before it, best one about a visit. */
const bearingOn = async (c: Case): Promise<Receipt[]> => {
  if (c.claim.actors.length > 0) {
    const sought = soughtOf(c)
    const matches = matchesOf(await candidates(c, sought, daysOf(c, thresholds().lookback.event)), sought)
    return matches.filter(m => m.score >= thresholds().match.near).map(m => eventReceipt(m.event, 'context', c.asOf))
  }
  const terms = new Set(termsOf(c.claim))
  const shown: Receipt[][] = []
  for (const other of precedingOf(c.claim, c.ledger.claims)) {
    const finding = await c.consult(other)
    const receipts = (finding?.receipts ?? []).filter(r => r.bearing === 'for' && 'event' in r)
    if (receipts.length === 0) continue
    if (termsOf(other).some(key => terms.has(key))) shown.unshift(receipts)
    else shown.push(receipts)
  }
  return (shown[0] ?? []).map(r => ({ ...r, bearing: 'context' }))
}

/** A declared gap cannot be checked, but a reader wants to know what the record holds on the matter. */
export const judgeGap: Judge = async (c): Promise<Finding> => {
  const shown = (await bearingOn(c)).slice(0, thresholds().receipts.context)
  const held =
    shown.length === 0
      ? 'nothing that bears on it'
      : `${counted(shown.length, 'event')} that ${shown.length === 1 ? 'bears' : 'bear'} on it`
  return {
    verdict: 'not_checkable',
    because: `${reasonOf({ ...c.claim, why_not: null })}; the record holds ${held}`,
    receipts: shown,
  }
}
