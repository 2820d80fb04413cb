/**
 * What an argument still rests on when drivers are left out: the verdicts of the claims that remain, and the receipts that
 * nothing but the dropped ones had. Counting alone: whether that is enough is the reader's to say.
 */
import type { Receipt, VerdictName } from '../api/types.ts'
import type { DayVerdicts } from './checking.svelte.ts'
import { receiptId } from './verdict-words.ts'

export interface Driver {
  readonly marker: string
  readonly claims: readonly string[]
}

export type Tally = Readonly<Partial<Record<VerdictName, number>>>

export interface Standing {
  /** Of the claims of the drivers that remain; a claim of two drivers counts once. */
  readonly tally: Tally
  readonly claims: number
  readonly drivers: number
  /** Events and facts that speak for a claim of a dropped driver, and for none that remains. */
  readonly lost: number
}

export const tallyOf = (claims: Iterable<string>, verdicts: DayVerdicts): Tally => {
  const tally: Partial<Record<VerdictName, number>> = {}
  for (const id of claims) {
    const name = verdicts.get(id)?.verdict
    if (name !== undefined) tally[name] = (tally[name] ?? 0) + 1
  }
  return tally
}

const witnesses = (claims: Iterable<string>, verdicts: DayVerdicts): Set<string> => {
  const speaksFor = ({ bearing }: Receipt): boolean => bearing === 'for'
  return new Set([...claims].flatMap(id => verdicts.get(id)?.receipts.filter(speaksFor).map(receiptId) ?? []))
}

export const standingWithout = (
  drivers: readonly Driver[],
  dropped: readonly number[],
  verdicts: DayVerdicts,
): Standing => {
  const kept = drivers.filter((_, at) => !dropped.includes(at))
  const claims = new Set(kept.flatMap(driver => driver.claims))
  const gone = drivers.filter((_, at) => dropped.includes(at)).flatMap(driver => driver.claims)
  const left = witnesses(claims, verdicts)
  return {
    tally: tallyOf(claims, verdicts),
    claims: claims.size,
    drivers: kept.length,
    lost: [...witnesses(gone, verdicts)].filter(id => !left.has(id)).length,
  }
}
