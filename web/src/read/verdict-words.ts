/** How verdicts and claim types are marked and called, in the order of summaries: as in all other reports. */
import type { Claim, Coverage, Receipt, VerdictName } from '../api/types.ts'
import { shortDay, spanOfDays } from '../charts/day.ts'
import { counted } from '../receipts/words.ts'

interface VerdictWords {
  readonly mark: string
  readonly name: string
  /** What it means, for those who hover. */
  readonly says: string
}

export const VERDICTS: Readonly<Record<VerdictName, VerdictWords>> = {
  supported: { mark: '✓', name: 'supported', says: 'evidence meets the claim’s own test' },
  contradicted: { mark: '✗', name: 'contradicted', says: 'evidence against it, and the record could have seen more' },
  disputed: { mark: '≠', name: 'disputed', says: 'evidence on both sides, or sources disagree' },
  not_found: { mark: '?', name: 'not found', says: 'the record would have seen it, and does not show it' },
  not_covered: { mark: '·', name: 'not covered', says: 'the record could not have seen it' },
  pending: { mark: '…', name: 'pending', says: 'its day, or its condition, had not come' },
  not_checkable: { mark: '–', name: 'not checkable', says: 'no record can decide it' },
}

export const VERDICT_NAMES = Object.keys(VERDICTS) as VerdictName[]

export const isVerdict = (word: string): word is VerdictName => word in VERDICTS

export const typeName = (type: string): string => type.replaceAll('_', ' ')

/** Type, speaker, hedge and whatever else decides how a claim is to be read. */
export const claimNotes = ({ type, negated, attribution, hedge, due, condition }: Claim): readonly string[] => {
  const speaker = attribution.to === 'unnamed' ? 'said by someone unnamed' : `said by ${attribution.to}`
  return [
    typeName(type),
    ...(negated ? ['negated'] : []),
    ...(attribution.to === 'author' ? [] : [speaker]),
    ...(hedge === null ? [] : [`hedged: “${hedge.words.join(' ')}”`]),
    ...(due === null ? [] : [`due by ${shortDay(due)}`]),
    ...(condition === null ? [] : [`only if “${condition.quote}”`]),
  ]
}

/** The days of a receipt; an office or a membership may go on. */
export const receiptDays = (receipt: Receipt): string => {
  if ('event' in receipt) return spanOfDays(receipt.day, receipt.day_to ?? receipt.day)
  return receipt.to === null ? `since ${shortDay(receipt.from)}` : spanOfDays(receipt.from, receipt.to)
}

export const receiptId = (receipt: Receipt): string => ('event' in receipt ? receipt.event : receipt.fact)

/** What the record could have seen. */
export const coverageWords = ({ from, to, pair_events, actor_events, independent_sources }: Coverage): string =>
  [
    `${spanOfDays(from, to)}: the record holds`,
    ...(pair_events === 0 ? [] : [`${counted(pair_events, 'event')} of the pair,`]),
    `${counted(actor_events, 'event')} of its actors,`,
    `from ${counted(independent_sources, 'independent source')}`,
  ].join(' ')
