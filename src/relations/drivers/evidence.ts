import type { ActorId, Day } from '../../domain/index.ts'
import type { AsOfEvent } from '../../record/index.ts'
import { readShippedYaml } from '../../shipped/index.ts'
import { weightOf } from '../weights.ts'

/** One piece of evidence for or against a mechanism: an event of the record, or a dated fact. */
export interface Evidence {
  readonly id: string
  readonly day: Day
  readonly says: string
}

/** A dated fact about two states that is no event: an alliance, a rivalry, an office taken. */
export interface Fact {
  readonly id: string
  readonly kind: 'office' | 'alliance' | 'union' | 'rivalry' | 'dispute'
  readonly states: readonly ActorId[]
  readonly from: Day
  readonly to: Day | null
  /** Who took an office, as texts name them. */
  readonly people?: readonly string[]
  readonly says: string
}

/** What a mechanism may look at, all of it known on the day. */
export interface Case {
  readonly pair: readonly [ActorId, ActorId]
  /** Towards which the relation moved: 1 warmer, -1 colder. */
  readonly direction: 1 | -1
  readonly from: Day
  readonly to: Day
  /** Every event of the days that has one of the pair on a side. */
  readonly events: readonly AsOfEvent[]
  readonly facts: readonly Fact[]
}

/**
 * How far the evidence goes. Timing alone: things happened in the right order and nothing more. Suggestive: a mechanism's own marks
 * are there. Contradicted: the marks of its opposite weigh more. Absent: nothing to be seen.
 */
export type Standing = 'absent' | 'timing alone' | 'suggestive' | 'contradicted'

/** What one mechanism says of a case. */
export interface Driver {
  readonly mechanism: string
  readonly says: string
  /** Third parties that the mechanism runs through. */
  readonly through: readonly ActorId[]
  readonly standing: Standing
  readonly for: readonly Evidence[]
  readonly against: readonly Evidence[]
  /** What would have to be seen and is not. */
  readonly missing: readonly string[]
}

/** A mechanism: one file each. */
export type Mechanism = (c: Case, s: DriverSettings) => Driver

/** data/relations/drivers.yaml, where each figure is explained. */
export interface DriverSettings {
  readonly window: number
  readonly shown: number
  readonly rival_share: number
  readonly rival_acts: number
  readonly patron_deeds: number
  readonly trade: readonly string[]
  readonly domestic: readonly string[]
  readonly leadership: readonly string[]
  readonly offices: readonly string[]
  readonly alliances: readonly ActorId[]
  readonly unions: readonly ActorId[]
}

let file: DriverSettings | null = null
export const driverSettings = (): DriverSettings => {
  file ??= readShippedYaml<DriverSettings>('relations', 'drivers.yaml')
  return file
}

export const evidenceOf = ({ id, day, summary }: AsOfEvent): Evidence => ({ id, day, says: summary })

export const factEvidence = ({ id, from, says }: Fact): Evidence => ({ id, day: from, says })

/** Whether a fact held in some of the days of a case. */
export const heldIn = (f: Fact, { from, to }: Pick<Case, 'from' | 'to'>): boolean =>
  f.from <= to && (f.to === null || f.to >= from)

/** Facts of some kinds between two states that held in the days of a case. */
export const factsBetween = (c: Case, a: ActorId, b: ActorId, kinds: readonly Fact['kind'][]): Fact[] =>
  c.facts.filter(f => kinds.includes(f.kind) && f.states.includes(a) && f.states.includes(b) && heldIn(f, c))

/** Heaviest first, then latest; as many as are shown. */
export const heaviest = (events: readonly AsOfEvent[], { shown }: DriverSettings): Evidence[] =>
  [...events]
    .sort((x, y) => Math.abs(weightOf(y)) - Math.abs(weightOf(x)) || (x.day + x.id > y.day + y.id ? -1 : 1))
    .slice(0, shown)
    .map(evidenceOf)

export const isBetween = ({ source, target }: AsOfEvent, a: ActorId, b: ActorId): boolean =>
  (source === a && target === b) || (source === b && target === a)

/** Whether a summary has a word that begins with one of these. */
export const speaksOf = ({ summary }: AsOfEvent, words: readonly string[]): boolean => {
  const text = ` ${summary.toLowerCase().replace(/[^\p{L}]+/gu, ' ')}`
  return words.some(word => text.includes(` ${word}`))
}

/** The other side of an act of one of the pair, where it is not the pair's own. */
export const thirdParty = ({ source, target }: AsOfEvent, [a, b]: readonly [ActorId, ActorId]): ActorId | null => {
  const own = (id: ActorId | null): boolean => id === a || id === b
  if (own(source) && target !== null && !own(target)) return target
  return own(target) && !own(source) ? source : null
}

/** Evidence that could as well be chance in its order, or more than that, or less. */
export const standingOf = (marks: number, before: number, contrary: number): Standing => {
  if (contrary > marks + before) return 'contradicted'
  if (marks === 0 && before === 0) return 'absent'
  return marks > 0 ? 'suggestive' : 'timing alone'
}
