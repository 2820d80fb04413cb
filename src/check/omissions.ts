import type { CheckedLedger, Ledger, Receipt } from '../domain/index.ts'
import { mainPair } from './main-pair.ts'
import { omittedActs } from './omitted-acts.ts'
import { omittedMechanisms } from './omitted-mechanisms.ts'
import type { Search } from './search.ts'

/** What the record holds of weight for a document's main pair as of its day, and the document leaves out: acts, and reasons for the way things went. */
export const omissionsOf = async (
  ledger: Ledger,
  shown: readonly Receipt[],
  search: Search,
): Promise<CheckedLedger['omissions']> => {
  const pair = mainPair(ledger, search.asOf)
  if (!pair) return []
  return [...(await omittedActs(pair, shown, search)), ...(await omittedMechanisms(pair, ledger, search))]
}
