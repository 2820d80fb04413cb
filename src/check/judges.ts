import type { Claim, ClaimType } from '../domain/index.ts'
import { isAnnouncement, judgeAnnouncedEvent } from './announced-event.ts'
import { judgeAttribute } from './attribute.ts'
import { turned } from './by-facts.ts'
import type { Judge } from './case.ts'
import { judgeByMechanism, judgeCause } from './cause.ts'
import { judgeComparison } from './comparison.ts'
import { judgeConditional } from './conditional.ts'
import { judgeEvent, judgeHistory } from './event.ts'
import { judgeForecast } from './forecast.ts'
import { judgeInterest } from './interest.ts'
import { judgeGap, judgeNotCheckable } from './not-checkable.ts'
import { judgeQuantity } from './quantity.ts'
import { judgeLevel } from './relation-level.ts'
import { judgeTrend } from './relation-trend.ts'
import { judgeAccusation, judgeStatement } from './statement.ts'
import { termsFile } from './thresholds.ts'
import { judgeTurningPoint } from './turning-point.ts'

/** The test of each claim type. */
const BY_TYPE: Readonly<Record<ClaimType, Judge>> = {
  normative: judgeNotCheckable,
  gap: judgeGap,
  conditional_or_advice: judgeConditional,
  forecast: judgeForecast,
  cause: judgeCause,
  comparison: judgeComparison,
  turning_point: judgeTurningPoint,
  relation_trend: judgeTrend,
  relation_level: judgeLevel,
  announced_event: judgeAnnouncedEvent,
  accusation: judgeAccusation,
  statement: judgeStatement,
  interest_or_fear: judgeInterest,
  quantity: judgeQuantity,
  history_or_analogy: judgeHistory,
  attribute: judgeAttribute,
  event: judgeEvent,
}

/** Types whose claims may be about relations or ranks as well; how they were read then decides. */
const READ: ReadonlySet<ClaimType> = new Set([
  ...(['comparison', 'turning_point', 'relation_trend', 'relation_level'] as const),
  ...(['history_or_analogy', 'attribute', 'event'] as const),
])

/** "Relations have not improved": the verdict on "have improved", turned round. A thin record does not contradict. */
const turnedRound =
  (judge: Judge): Judge =>
  async c => {
    const finding = await judge(c)
    const receipts = (finding.receipts ?? []).map(turned)
    const verdict = finding.verdict === 'supported' ? (finding.coverage?.adequate ? 'contradicted' : 'disputed') : null
    return {
      ...finding,
      receipts,
      verdict: verdict ?? (finding.verdict === 'contradicted' ? 'supported' : finding.verdict),
    }
  }

/** "Ties warmed because both fear it": the measures show that they did; the reason is judged by its mechanism, or left open in so many words. */
const withReason =
  (judge: Judge): Judge =>
  async c => {
    const finding = await judge(c)
    if (finding.verdict !== 'supported' || !new RegExp(termsFile().links, 'iu').test(c.claim.quote)) return finding
    const explained = c.claim.negated ? null : await judgeByMechanism(c)
    return explained ?? { ...finding, because: `${finding.because} (that it went so; not why)` }
  }

const BY_ASPECT = { level: judgeLevel, trend: judgeTrend, turn: judgeTurningPoint } as const

export const judgeOf = (claim: Claim): Judge => {
  const { type, reading, checkable, negated } = claim
  if (!checkable && type !== 'gap') return judgeNotCheckable
  const plain = (judge: Judge) => (negated ? turnedRound(judge) : judge)
  if (READ.has(type) && reading.kind === 'relation') return withReason(plain(BY_ASPECT[reading.aspect]))
  if (READ.has(type) && reading.kind === 'extremum') return plain(judgeComparison)
  if (type === 'statement' && isAnnouncement(claim)) return judgeAnnouncedEvent
  return BY_TYPE[type]
}

/** Claims whose verdict may rest on others' verdicts: nobody asks for theirs, so that no two wait for each other. */
const RESTS_ON_OTHERS: ReadonlySet<ClaimType> = new Set(['gap', 'cause', 'comparison'])

export const restsOnOthers = (claim: Claim): boolean =>
  RESTS_ON_OTHERS.has(claim.type) || claim.reading.kind === 'extremum'

/** Claims about relations at large: the acts that carry their verdicts are not told in them. */
export const isAboutRelations = ({ type, reading }: Claim): boolean =>
  reading.kind === 'relation' ||
  reading.kind === 'extremum' ||
  (['relation_level', 'relation_trend', 'turning_point', 'comparison'] as readonly ClaimType[]).includes(type)
