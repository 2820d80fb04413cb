import type { EventType } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'

interface CoverageThreshold {
  readonly a_year: number
  readonly in_all: number
  readonly sources: number
}

/** data/check/thresholds.yaml, where each figure is explained. */
export interface Thresholds {
  readonly match: {
    readonly witness: number
    readonly near: number
    readonly weights: Readonly<Record<'type' | 'people' | 'place' | 'terms', number>>
    readonly same_quad_class: number
    readonly same_side: number
    readonly least_terms: number
    readonly least_hits: number
    readonly spoken_of: number
    readonly of_best: number
    readonly elsewhere: number
  }
  readonly tolerance: Readonly<Record<string, number>> & { readonly other: number }
  readonly lookback: Readonly<
    Record<'event' | 'statement' | 'accusation' | 'interest' | 'announcement' | 'succession' | 'history', number>
  >
  readonly near_miss: number
  readonly announced: { readonly grace: number; readonly open_due: number }
  readonly forecast: { readonly open: number }
  readonly conditional: { readonly follows_within: number }
  readonly extremum: Readonly<
    Record<'first_signs' | 'contradicted_from' | 'same_act' | 'clearly' | 'least_days', number>
  >
  readonly z: number
  readonly level: {
    readonly windows: readonly number[]
    readonly lasting: readonly number[]
    readonly enough_days: number
    readonly least_days: number
    readonly least_part: number
  }
  readonly trend: {
    readonly windows: readonly number[]
    readonly after: number
    readonly sure: number
    readonly surely_not: number
    readonly least_days: number
    readonly least_part: number
  }
  readonly turn: { readonly after: number; readonly search: number; readonly slack: number }
  readonly coverage: {
    readonly least_window: number
    readonly pair: CoverageThreshold
    readonly actor: CoverageThreshold
  }
  readonly quantity: { readonly exact: number; readonly approximate: number }
  readonly rank: number
  readonly receipts: { readonly most: number; readonly for: number; readonly against: number; readonly context: number }
  readonly saying: { readonly least_share: number; readonly least_hits: number; readonly party: number }
  readonly stated: { readonly least_share: number }
  readonly landmark: { readonly least_share: number }
  readonly interest: { readonly least_terms: number; readonly least_share: number }
  readonly witness: { readonly days: number; readonly title_share: number }
  readonly omissions: Readonly<Record<'days' | 'weight' | 'most' | 'mechanisms', number>>
  readonly query: { readonly rows: number; readonly years: number; readonly part: number }
}

let file: Thresholds | null = null
export const thresholds = (): Thresholds => {
  file ??= readShippedYaml<Thresholds>('check', 'thresholds.yaml')
  return file
}

interface Sides {
  readonly good: string
  readonly bad: string
}

/** data/check/terms.yaml. */
export interface TermsFile {
  readonly groups: readonly (readonly string[])[]
  readonly weak: readonly string[]
  readonly irregular: Readonly<Record<string, string>>
  readonly succession: {
    readonly pattern: string
    readonly must: readonly string[]
    readonly mustNot: readonly string[]
    readonly offices: readonly string[]
  }
  readonly high_offices: readonly string[]
  readonly general_titles: readonly string[]
  readonly descriptions: string
  readonly ranks: readonly string[]
  readonly mediation: readonly string[]
  readonly signs: readonly string[]
  readonly majority: readonly string[]
  readonly faiths: Readonly<Record<string, string>>
  readonly announcements: string
  readonly announcing: readonly string[]
  readonly links: string
  readonly relations: string
  readonly enmity: string
  readonly ever: string
  readonly bonds: Sides
  readonly moves: Sides
  readonly directions: Sides & Readonly<Record<'must_good' | 'must_bad' | 'must_none', readonly string[]>>
  readonly prospects: string
  readonly manner: { readonly distance: string; readonly presence: string }
  readonly same_people: string
  readonly people: readonly string[]
  readonly visits: string
}

let terms: TermsFile | null = null
export const termsFile = (): TermsFile => {
  terms ??= readShippedYaml<TermsFile>('check', 'terms.yaml')
  return terms
}

/** data/check/acts.yaml. */
interface ActsFile {
  readonly acts: readonly {
    readonly words: readonly string[]
    readonly types: readonly EventType[]
    readonly general?: readonly string[]
  }[]
}

let acts: ActsFile['acts'] | null = null
export const actWords = (): ActsFile['acts'] => {
  acts ??= readShippedYaml<ActsFile>('check', 'acts.yaml').acts
  return acts
}

interface SayingGroup {
  readonly words: readonly string[]
  readonly about?: readonly string[]
  readonly types: readonly EventType[]
}

/** data/check/sayings.yaml. */
interface SayingsFile {
  readonly sided: readonly SayingGroup[]
  readonly neutral: SayingGroup
  readonly charges: readonly EventType[]
}

let sayings: SayingsFile | null = null
export const sayingWords = (): SayingsFile => {
  sayings ??= readShippedYaml<SayingsFile>('check', 'sayings.yaml')
  return sayings
}
