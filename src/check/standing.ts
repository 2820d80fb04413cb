import { dayNumber } from '../domain/index.ts'
import {
  dayOfNumber,
  type PairRelation,
  type PhaseName,
  passedBetween,
  phaseOn,
  phaseSettings,
  sumsOf,
  type ToldPhase,
} from '../relations/index.ts'
import type { Pair } from './pair-acts.ts'
import type { Days } from './search.ts'
import { thresholds } from './thresholds.ts'
import { counted, fromTo, inWords, pairName } from './wording.ts'

/** A share with the interval that the number of days allows. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** How a pair stood in some days: which share of what passed was conflict, in the masses that phases are made of. */
export interface Standing {
  readonly days: Days
  /** Days with acts that take a side: as much evidence as there is. */
  readonly acts: number
  readonly conflict: Share
  /** The phase of the last day. */
  readonly phase: PhaseName | null
}

/** Wilson's interval of a share: right for few cases and for none. */
export const shareOf = (value: number, cases: number, z: number): Share => {
  if (cases === 0) return { value: 0, low: 0, high: 1 }
  const z2 = z * z
  const centre = (value + z2 / (2 * cases)) / (1 + z2 / cases)
  const half = (z * Math.sqrt((value * (1 - value)) / cases + z2 / (4 * cases * cases))) / (1 + z2 / cases)
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

export const standingIn = (relation: PairRelation, days: Days): Standing => {
  const { balance } = relation
  const [from, to] = [dayNumber(days.from), dayNumber(days.to)]
  const { cooperation, conflict } = passedBetween(sumsOf(balance), from, to)
  let acts = 0
  for (let i = Math.max(0, from - balance.from); i <= Math.min(balance.rows.length - 1, to - balance.from); i++)
    if ((balance.cooperation[i] ?? 0) + (balance.conflict[i] ?? 0) > 0) acts += 1
  const all = cooperation + conflict
  return {
    days,
    acts,
    conflict: shareOf(all > 0 ? conflict / all : 0, acts, thresholds().z),
    phase: phaseOn(relation, days.to)?.name ?? null,
  }
}

export type Answer = 'yes' | 'no' | 'open'

const COLD: readonly PhaseName[] = ['cool', 'tense', 'hostile', 'crisis']
const WARM: readonly PhaseName[] = ['warm', 'close']

/** Whether a phase goes against "good" (1) or "bad" (-1). */
export const isAgainst = (phase: PhaseName | null, side: 1 | -1): boolean =>
  phase !== null && (side === 1 ? COLD : WARM).includes(phase)

/**
 * What a share of conflict says to "good" or "bad", by the edges of phases (data/relations/phases.yaml): good is warm or better and surely
 * not cool; bad is cool or worse and surely not warm; enmity is a band colder than bad. Too few days say nothing.
 */
export const answerOf = ({ acts, conflict }: Standing, side: 1 | -1, isEnmity = false): Answer => {
  const { warm, normal, cool } = phaseSettings().edges
  if (acts < thresholds().level.least_days) return 'open'
  const { value, low, high } = conflict
  if (side === 1) {
    if (value < warm && high < normal) return 'yes'
    return low > normal ? 'no' : 'open'
  }
  const [least, surely] = isEnmity ? [cool, normal] : [normal, warm]
  if (value >= least && low > surely) return 'yes'
  return high < (isEnmity ? normal : warm) ? 'no' : 'open'
}

/** Phases of one side in a row, with the name of the one that lasted longest. */
export interface Spell extends Days {
  readonly phase: PhaseName
}

/** The spells of a side that reach into some days; a quiet time between two of one side ends none. */
export const spellsIn = (relation: PairRelation, days: Days, side: 1 | -1): Spell[] => {
  const [from, to] = [dayNumber(days.from), dayNumber(days.to)]
  const runs: ToldPhase[][] = []
  let open: ToldPhase[] | null = null
  for (const phase of relation.phases) {
    if (phase.name === 'quiet') continue
    if (!isAgainst(phase.name, side === 1 ? -1 : 1)) open = null
    else if (open) open.push(phase)
    else {
      open = [phase]
      runs.push(open)
    }
  }
  return runs.flatMap(run => {
    const longest = run.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a))
    // A spell that ebbs away is told as long as it lasted: its ends are milder phases on the way in and out.
    const alike = run.filter(phase => phase.name === longest.name)
    const [first = longest, last = longest] = [alike[0], alike.at(-1)]
    if (last.to < from || first.from > to) return []
    return [{ from: dayOfNumber(first.from), to: dayOfNumber(Math.min(to, last.to)), phase: longest.name }]
  })
}

const inHundred = (share: number): number => Math.round(100 * share)

/** "conflict was 34 in 100 of what passed between X and Y from … to … (between 25 and 44, from 64 days with acts)". */
export const standingInWords = ({ acts, conflict, days }: Standing, pair: Pair): string =>
  `conflict was ${inHundred(conflict.value)} in 100 of what passed between ${pairName(pair)} from ${fromTo(days)} (90 in 100 between ${inHundred(conflict.low)} and ${inHundred(conflict.high)}; ${counted(acts, 'day')} with acts)`

/** "relations were warm on 17 July 2014", "… tense from 29 February to 28 October 2012"; empty where the phase says nothing. */
export const phaseInWords = (phase: PhaseName | null, days: Days): string => {
  if (phase === null || phase === 'quiet') return ''
  const when = days.from === days.to ? `on ${inWords(days.to)}` : `from ${fromTo(days)}`
  return `relations were ${phase === 'crisis' ? 'in crisis' : phase} ${when}`
}
