import type { Bearing, Coverage, Day, Receipt, Verdict, VerdictName } from '../domain/index.ts'

/** A receipt, and where it was not there from the group's first day on, the day it became known. */
export interface ShownReceipt {
  readonly receipt: Receipt
  readonly becameKnown: Day | null
}

/** A reason with its coverage, and the days of the group for which it was given. */
export interface GroupReason {
  readonly days: readonly Day[]
  readonly because: string
  /** Only with the two verdicts that say that something was not there. */
  readonly coverage: Coverage | null
}

/** The as-of days on which a claim has one and the same verdict: a reader is told once. */
export interface VerdictGroup {
  readonly verdict: VerdictName
  readonly days: readonly Day[]
  readonly reasons: readonly GroupReason[]
  readonly receipts: readonly ShownReceipt[]
}

const isAbsence = (verdict: VerdictName): boolean => verdict === 'not_found' || verdict === 'not_covered'

const NUMBER = /[−+]?\d[\d,]*(?:\.\d+)?/gu
const MONTHS = /^ (?:January|February|March|April|May|June|July|August|September|October|November|December)/

/** The numbers of a sentence that are no part of a day, and the sentence without them. */
const measured = (because: string): { readonly words: string; readonly numbers: readonly string[] } => {
  const numbers: string[] = []
  const words = because.replace(NUMBER, (number, at: number) => {
    if (MONTHS.test(because.slice(at + number.length)) || /^(?:1[5-9]|20)\d\d$/.test(number)) return number
    numbers.push(number)
    return '#'
  })
  return { words, numbers }
}

const MOST_CHANGED = 4

/** "The same, with 109 for 108": a reason that differs from one told before in some figures alone; null where it says more. */
const inOtherFigures = (because: string, before: string): string | null => {
  const [now, then] = [measured(because), measured(before)]
  if (now.words !== then.words || now.numbers.length !== then.numbers.length) return null
  const changes = now.numbers.flatMap((number, i) =>
    number === then.numbers[i] ? [] : [`${number} for ${then.numbers[i]}`],
  )
  return changes.length > MOST_CHANGED ? null : `The same, with ${changes.join(', ')}.`
}

/** Equal reasons once, in the order of the days; of those that differ from the first in figures alone only these are told. */
const reasonsOf = (verdicts: readonly Verdict[]): GroupReason[] => {
  const byContent = new Map<string, GroupReason>()
  for (const { as_of, verdict, because, coverage: seen } of verdicts) {
    const coverage = isAbsence(verdict) ? seen : null
    const key = JSON.stringify([because, coverage])
    byContent.set(key, { days: [...(byContent.get(key)?.days ?? []), as_of], because, coverage })
  }
  const [first, ...others] = [...byContent.values()]
  if (!first) return []
  return [
    first,
    ...others.map(reason => {
      const same = reason.coverage?.adequate === first.coverage?.adequate
      const short = same && reason.because !== first.because ? inOtherFigures(reason.because, first.because) : null
      return short === null ? reason : { ...reason, because: short, coverage: null }
    }),
  ]
}

const keyOf = (receipt: Receipt): string => `${receipt.bearing} ${'event' in receipt ? receipt.event : receipt.fact}`

const BEARINGS: readonly Bearing[] = ['for', 'against', 'context']
const dayOf = (receipt: Receipt): Day => ('event' in receipt ? receipt.day : receipt.from)

/** Each receipt as its first day shows it, so that "found later" keeps its meaning; in the order that each day has. */
const receiptsOf = (verdicts: readonly Verdict[]): ShownReceipt[] => {
  const shown = new Map<string, ShownReceipt>()
  for (const [i, { receipts }] of verdicts.entries()) {
    for (const receipt of receipts) {
      if (!shown.has(keyOf(receipt)))
        shown.set(keyOf(receipt), { receipt, becameKnown: i === 0 ? null : receipt.known })
    }
  }
  const rank = ({ receipt }: ShownReceipt) => BEARINGS.indexOf(receipt.bearing)
  return [...shown.values()].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      dayOf(a.receipt).localeCompare(dayOf(b.receipt)) ||
      (keyOf(a.receipt) < keyOf(b.receipt) ? -1 : 1),
  )
}

export const verdictGroups = (verdicts: readonly Verdict[]): VerdictGroup[] =>
  [...new Set(verdicts.map(v => v.verdict))].map(verdict => {
    const same = verdicts.filter(v => v.verdict === verdict)
    return { verdict, days: same.map(v => v.as_of), reasons: reasonsOf(same), receipts: receiptsOf(same) }
  })
