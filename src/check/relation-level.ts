import { addDays, type Bearing, type Day, lengthInDays } from '../domain/index.ts'
import { type PairRelation, phaseSettings } from '../relations/index.ts'
import { type Case, daysOf, type Finding, hasOwnTime, isPastByTense, type Judge } from './case.ts'
import { coverageOf } from './coverage.ts'
import { namesBond } from './leaning.ts'
import { relationUntil } from './measured.ts'
import { nothingFound } from './nothing-found.ts'
import { pairOf, receiptsOfSides, sideOf } from './pair-acts.ts'
import type { Days } from './search.ts'
import { judgeSideless } from './sideless.ts'
import {
  type Answer,
  answerOf,
  isAgainst,
  phaseInWords,
  type Standing,
  spellsIn,
  standingIn,
  standingInWords,
} from './standing.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { pairName } from './wording.ts'

interface Measured {
  readonly standing: Standing
  readonly answer: Answer
  /** The phase that is told beside the share. */
  readonly told: string
}

interface Question {
  readonly relation: PairRelation
  readonly side: 1 | -1
  readonly isEnmity: boolean
  /** Foes and allies are so for years, whatever half a year brings. */
  readonly isLasting: boolean
}

const measureIn = ({ relation, side, isEnmity }: Question, days: Days): Measured => {
  const standing = standingIn(relation, days)
  const told = phaseInWords(standing.phase, { from: days.to, to: days.to })
  return { standing, answer: answerOf(standing, side, isEnmity), told }
}

const backFrom = (to: Day, length: number): Days => ({ from: addDays(to, 1 - length), to })

/** A spell of the side claimed among some days, told with the days that its phase looks back on; null where none is sure. */
const sureSpell = (question: Question, days: Days, least = 0): Measured | null => {
  const spells = spellsIn(question.relation, days, question.side).filter(spell => lengthInDays(spell) >= least)
  const told = spells.map(spell => ({
    ...measureIn(question, { from: addDays(spell.from, 1 - phaseSettings().window), to: spell.to }),
    told: phaseInWords(spell.phase, spell),
  }))
  return told.findLast(({ answer }) => answer === 'yes') ?? null
}

/** A time of its own: how they stood then, or in a good part of it. A short one is read with the days that a phase looks back on. */
const measuredThen = (question: Question, days: Days): Measured => {
  const { window } = phaseSettings()
  const whole = measureIn(question, lengthInDays(days) >= window ? days : backFrom(days.to, window))
  if (whole.answer !== 'open') return whole
  return sureSpell(question, days, thresholds().level.least_part * lengthInDays(days)) ?? whole
}

/**
 * The days in which a level is read. "Were" without a time: the last spell that shows it. "Are": what the phase of the day looks back
 * on, and more only while its days are too few to decide.
 */
const measuredFor = (c: Case, question: Question): Measured => {
  const { windows: all, lasting, enough_days } = thresholds().level
  const windows = question.isLasting ? lasting : all
  const [shortest = 180] = windows
  if (hasOwnTime(c.claim) && c.claim.time?.from) return measuredThen(question, daysOf(c, shortest))
  const past = isPastByTense(c.claim)
  const spell = past ? sureSpell(question, backFrom(c.until, Math.max(...windows))) : null
  if (spell) return spell
  let last = measureIn(question, backFrom(c.until, shortest))
  for (const length of windows) {
    last = measureIn(question, backFrom(c.until, length))
    if (last.answer === 'yes') return last
    if (!past && (last.answer === 'no' || last.standing.acts >= enough_days)) return last
  }
  return last
}

/** A share of some days that says yes, where the phase of the day itself says no: both are told. */
const isContested = (c: Case, { standing }: Measured, side: 1 | -1): boolean =>
  !isPastByTense(c.claim) && standing.days.to === c.until && isAgainst(standing.phase, side)

/** How two states stand: the share of conflict in what passed between them, by the bands of phases. */
export const judgeLevel: Judge = async (c): Promise<Finding> => {
  const pair = pairOf(c)
  const side = sideOf(c.claim)
  if (!pair || side === 0) return judgeSideless(c)
  const relation = await relationUntil(c, pair)
  const isEnmity = new RegExp(termsFile().enmity, 'iu').test(c.claim.quote)
  const isLasting = isEnmity || namesBond(c.claim.quote)
  const measured = measuredFor(c, { relation, side, isEnmity, isLasting })
  const { standing, answer, told } = measured
  const { days, conflict, acts } = standing
  const events = relation.events.filter(e => e.day_to >= days.from && e.day <= days.to)
  const actors = pair.flatMap(id => id ?? [])
  const coverage = await coverageOf(c.search, actors, days)
  const both = (bearings: readonly [Bearing, Bearing]) => receiptsOfSides(c, events, side, bearings)
  const numbers = standingInWords(standing, pair)
  const because = told === '' ? numbers : `${told}: ${numbers}`
  if (answer === 'yes' && isContested(c, measured, side))
    return {
      verdict: 'disputed',
      because: `${numbers}; but with the past in mind ${told}`,
      receipts: both(['for', 'against']),
      coverage,
    }
  if (answer === 'yes') return { verdict: 'supported', because, receipts: both(['for', 'context']), coverage }
  if (answer === 'no' && coverage.adequate)
    return { verdict: 'contradicted', because, receipts: both(['context', 'against']), coverage }
  if (acts >= thresholds().level.least_days && conflict.value > 0 && conflict.value < 1)
    return {
      verdict: 'disputed',
      because: `${because}, which ${answer === 'no' ? 'is too thin a record to contradict' : 'decides neither way'}`,
      receipts: both(['for', 'against']),
      coverage,
    }
  const what = `series of acts long enough to show how ${pairName(pair)} stood`
  return nothingFound(c, what, days, both(['context', 'context']), actors)
}
