import { type ActorId, type Claim, isState, type Reading, type Receipt } from '../domain/index.ts'
import type { Case, Finding, Judge } from './case.ts'
import { coverageOf } from './coverage.ts'
import { asRelation } from './leaning.ts'
import { mainPair } from './main-pair.ts'
import { mechanismsNamed, namesThird, thirdsIn, type Weighed, weighedMechanisms } from './mechanisms.ts'
import { judgeTrend } from './relation-trend.ts'
import { judgeStated } from './stated.ts'
import { termsFile } from './thresholds.ts'
import { continued, listed, namesOf, pairName } from './wording.ts'

/** Claims that stand inside a claim: the ends of "X because of Y". */
const ends = (c: Case): readonly Claim[] =>
  c.ledger.claims.filter(
    o =>
      o.id !== c.claim.id &&
      o.start >= c.claim.start &&
      o.end <= c.claim.end &&
      o.end - o.start < c.claim.end - c.claim.start &&
      !['attribute', 'normative', 'gap'].includes(o.type),
  )

/** What is explained: two actors who moved one way. */
interface Effect {
  readonly pair: readonly [ActorId, ActorId]
  readonly direction: 1 | -1
}

const effectIn = ({ reading, negated }: Claim): Effect | null => {
  if (reading.kind !== 'relation' || reading.valence === 0 || reading.pair[1] === null || negated) return null
  return { pair: [reading.pair[0], reading.pair[1]], direction: reading.valence }
}

/** The states that a claim names as those concerned: in "X because of Y" those of X; a cause names others as well. */
const concerned = ({ quote, start, actors }: Claim): ActorId[] => {
  const link = new RegExp(termsFile().links, 'iu').exec(quote)
  const end = link ? start + link.index : Number.POSITIVE_INFINITY
  return actors.filter(a => isState(a.id) && a.start < end).map(a => a.id)
}

/**
 * "The thaw came because …": that of the document's main pair; "Ankara's rapprochement came …": that of the pair with it whose relations the text
 * spoke of last.
 */
const pairInHand = (c: Case): readonly [ActorId, ActorId] | null => {
  const states = concerned(c.claim)
  if (states.length === 0) return mainPair(c.ledger, c.until)
  const before = c.ledger.claims.filter(o => o.start < c.claim.start).toReversed()
  for (const { reading } of before) {
    if ((reading.kind !== 'relation' && reading.kind !== 'extremum') || reading.pair[1] === null) continue
    const pair = [reading.pair[0], reading.pair[1]] as const
    if (states.every(id => pair.includes(id))) return pair
  }
  return null
}

/** The move of relations that a claim explains: as read, in a claim inside it, or by its noun. */
const effectOf = (c: Case): Effect | null => {
  const pair = new Set(concerned(c.claim)).size > 1 ? null : pairInHand(c)
  const named = asRelation(pair ? { ...c, source: pair[0], target: pair[1] } : c, 'trend')
  const claims = [c.claim, ...ends(c), ...(named ? [named.claim] : [])]
  return claims.flatMap(claim => effectIn(claim) ?? [])[0] ?? null
}

/** Whether what is explained came about at all. */
const judgeEffect = (c: Case, { pair, direction }: Effect): Finding | Promise<Finding> => {
  const reading: Reading = { kind: 'relation', pair, aspect: 'trend', valence: direction }
  return judgeTrend({ ...c, claim: { ...c.claim, reading, negated: false } })
}

const ORDER = ['suggestive', 'contradicted', 'timing alone', 'absent'] as const
const byStanding = (a: Weighed, b: Weighed): number =>
  ORDER.indexOf(a.driver.standing) - ORDER.indexOf(b.driver.standing) || b.for.length - a.for.length

const inWords = ({ driver }: Weighed, effect: Effect): string => {
  const through = driver.through.length > 0 ? ` by way of ${namesOf(driver.through)}` : ''
  return `${driver.mechanism}${through}, between ${pairName(effect.pair)}`
}

const missingIn = ({ driver }: Weighed): string =>
  driver.missing.length === 0 ? '' : `; not seen: ${listed(driver.missing, 'or')}`

/** The mechanism that a claim names, as far as the record bears it out; null where it names none, or no move of relations. */
export const judgeByMechanism = async (c: Case): Promise<Finding | null> => {
  const effect = effectOf(c)
  const named = mechanismsNamed(c.claim.quote)
  if (!effect || named.length === 0) return null
  const thirds = thirdsIn(c.claim, effect.pair)
  const weighed = await weighedMechanisms(c.search, effect.pair, effect.direction, c.until)
  const [best] = weighed
    .filter(w => named.includes(w.driver.mechanism) && (thirds.length === 0 || namesThird(w.driver, [c.claim])))
    .sort(byStanding)
  if (!best) return null
  const { standing } = best.driver
  const receipts = [...best.for, ...best.against]
  if (standing === 'contradicted' && best.against.length > 0)
    return {
      verdict: 'disputed',
      because: `what it names has more against it on record than for it (${inWords(best, effect)})`,
      receipts,
    }
  if (standing !== 'suggestive' || best.for.length === 0) return null
  const came = await judgeEffect(c, effect)
  const context = (came.receipts ?? []).map((r): Receipt => ({ ...r, bearing: 'context' }))
  if (came.verdict !== 'supported')
    return {
      verdict: came.verdict === 'contradicted' ? 'contradicted' : 'disputed',
      because: `what it names has marks on record (${inWords(best, effect)}), but what it would explain does not stand out: ${continued(came.because)}`,
      receipts: [...(came.receipts ?? []), ...best.for.map((r): Receipt => ({ ...r, bearing: 'context' }))],
      ...(came.coverage ? { coverage: came.coverage } : {}),
    }
  const coverage = await coverageOf(c.search, c.actors, { from: c.until, to: c.until })
  return {
    verdict: best.against.length > 0 ? 'disputed' : 'supported',
    because: `what it names has marks of its own on record${best.against.length > 0 ? ', and others against it' : ''} (${inWords(best, effect)}), not its timing alone; what it explains shows: ${continued(came.because)}${missingIn(best)}`,
    receipts: [...receipts, ...context],
    coverage,
  }
}

/**
 * A cause is supported where a source on record states the link, or where the mechanism that it names has marks of its own. That both ends
 * happened, one after the other, is shown as context and proves nothing.
 */
export const judgeCause: Judge = async (c): Promise<Finding> => {
  const stated = await judgeStated(c, 'source that states this link', new RegExp(termsFile().links, 'iu'))
  if (stated.verdict === 'supported' || stated.verdict === 'disputed') return stated
  const weighed = c.claim.negated ? null : await judgeByMechanism(c)
  if (weighed) return weighed
  const shown: Receipt[] = []
  let ended = 0
  for (const end of ends(c)) {
    const finding = await c.consult(end)
    if (finding?.verdict !== 'supported') continue
    ended += 1
    shown.push(...(finding.receipts ?? []).filter(r => r.bearing === 'for').slice(0, 2))
  }
  if (shown.length === 0) return stated
  const what =
    ended > 1
      ? 'both ends are on record, but that one came after the other proves no link'
      : 'one end is on record, the link is not'
  return {
    ...stated,
    because: `${stated.because}; ${what}`,
    receipts: [...shown.map((r): Receipt => ({ ...r, bearing: 'context' })), ...(stated.receipts ?? [])],
  }
}
