import { type ActorId, type CheckedLedger, dayNumber, type Ledger, type Receipt } from '../domain/index.ts'
import { arrowOf, driverSettings, type PairRelation, relationOf } from '../relations/index.ts'
import { mechanismsNamed, mechanismWords, namesThird, weighedMechanisms } from './mechanisms.ts'
import type { Search } from './search.ts'
import { thresholds } from './thresholds.ts'
import { namesOf, pairName } from './wording.ts'

/** A document's text without what is no part of the analysis. */
const textOf = ({ document: { text, boilerplate } }: Ledger): string =>
  [...boilerplate]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)

/** Which way a pair was moving, as a page on it says: by its last half year, else by a turn not long ago. */
const directionOf = ({ balance, turns, as_of }: PairRelation): 1 | -1 | 0 => {
  const arrow = arrowOf(balance, dayNumber(as_of))
  if (arrow !== null && arrow.direction !== 'steady') return arrow.direction === 'warming' ? 1 : -1
  const turn = turns.findLast(({ day }) => day > dayNumber(as_of) - driverSettings().window)
  if (!turn) return 0
  return turn.kind === 'thaw' ? 1 : -1
}

/**
 * Mechanisms that have marks of their own on record for the way a document's main pair was moving, more for them than against, and
 * that the analysis names neither by its words nor by the third party they run through.
 */
export const omittedMechanisms = async (
  pair: readonly [ActorId, ActorId],
  ledger: Ledger,
  search: Search,
): Promise<CheckedLedger['omissions']> => {
  const direction = directionOf(relationOf(await search.history(pair, search.asOf), pair, search.asOf))
  if (direction === 0) return []
  const named = mechanismsNamed(textOf(ledger))
  const weighed = await weighedMechanisms(search, pair, direction, search.asOf)
  return weighed
    .filter(({ driver, ...marks }) => driver.standing === 'suggestive' && marks.for.length > marks.against.length)
    .filter(({ driver }) =>
      mechanismWords().through.includes(driver.mechanism)
        ? !namesThird(driver, ledger.claims)
        : !named.includes(driver.mechanism),
    )
    .slice(0, thresholds().omissions.mechanisms)
    .map(({ driver, ...marks }) => {
      const through = driver.through.length > 0 ? `, by way of ${namesOf(driver.through)}` : ''
      return {
        says: `Not weighed, though on record while ${pairName(pair)} were ${direction === 1 ? 'warming' : 'cooling'}: ${driver.mechanism}${through}. What it would mean: ${driver.says}`,
        receipts: marks.for.map((r): Receipt => ({ ...r, bearing: 'context' })),
      }
    })
}
