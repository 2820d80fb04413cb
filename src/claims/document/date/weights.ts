import { readShippedYaml } from '../../../shipped/index.ts'

/** How fast a kind of sign grows old. */
export interface Fresh {
  readonly half_life: number
  readonly further: number
  readonly most: number
  readonly stray: number
  readonly stray_days: number
}

/** What days before a sign still weigh. */
export interface Before {
  readonly soon_days: number
  readonly soon: number
  readonly earlier: number
}

/** data/claims/dating.yaml. */
export interface DatingWeights {
  readonly interval: {
    readonly holds: number
    readonly fewest: number
    readonly beside: number
    readonly widest_years: number
    readonly most_reasons: number
  }
  readonly fresh: { readonly acts: Fresh; readonly unsaid: Fresh; readonly offices: Fresh }
  readonly early_falls_in: number
  readonly same_year: number
  readonly behind: {
    readonly dates: Before
    readonly either: Before
    readonly sudden: Before
    readonly foreseen: Before
  }
  readonly foreseen: string
  readonly foreseen_must: readonly string[]
  readonly foreseen_must_not: readonly string[]
  readonly ahead: number
  readonly sought: number
  readonly ahead_words: string
  readonly behind_words: string
  readonly behind_must: readonly string[]
  readonly behind_must_not: readonly string[]
  readonly ahead_after: string
  readonly ahead_after_must: readonly string[]
  readonly ahead_after_must_not: readonly string[]
  readonly ahead_present: string
  readonly ahead_present_must: readonly string[]
  readonly ahead_present_must_not: readonly string[]
  readonly ahead_must: readonly string[]
  readonly ahead_must_not: readonly string[]
  readonly nearest_month: { readonly falls_in: number; readonly least: number; readonly same: number }
  readonly office: {
    readonly soon_days: number
    readonly soon: number
    readonly before: number
    readonly grace_days: number
    readonly present: number
    readonly loose: number
    readonly past: number
    readonly dated: number
    readonly former: number
    readonly unknown_falls_in: number
  }
  readonly person: Before
  readonly since: { readonly share: number; readonly off: number }
  readonly rights_year: { readonly off: number }
  readonly dateline: { readonly off: number; readonly weekday_off: number }
  readonly era: { readonly soon_days: number; readonly soon: number; readonly before: number; readonly after: number }
}

let kept: DatingWeights | null = null
export const dating = (): DatingWeights => {
  kept ??= readShippedYaml<DatingWeights>('claims', 'dating.yaml')
  return kept
}
