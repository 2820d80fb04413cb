import { readShippedYaml } from '../../shipped/index.ts'

/** From coldest to warmest; quiet and crisis stand apart. */
export const BANDS = ['hostile', 'tense', 'cool', 'normal', 'warm', 'close'] as const
export type Band = (typeof BANDS)[number]
export type PhaseName = Band | 'crisis' | 'quiet'

/** data/relations/phases.yaml, where each figure is explained. */
export interface PhaseSettings {
  readonly window: number
  readonly past: number
  readonly pull: number
  readonly quiet_below: number
  readonly edges: Readonly<Record<Exclude<Band, 'hostile'>, number>>
  readonly margin: number
  readonly close_needs: number
  readonly crisis_ends: number
  readonly crisis_share: number
  readonly talks: number
  readonly unseen_after: number
}

let file: PhaseSettings | null = null
export const phaseSettings = (): PhaseSettings => {
  file ??= readShippedYaml<PhaseSettings>('relations', 'phases.yaml')
  return file
}
