import { readShippedYaml } from '../shipped/index.ts'

/** data/relations/thresholds.yaml, where each figure is explained. */
export interface RelationThresholds {
  readonly z: number
  readonly least_deviation: number
  readonly least_days_compared: number
  readonly least_days_level: number
  readonly turn_z: number
  readonly turn_share: number
}

let file: RelationThresholds | null = null
export const thresholds = (): RelationThresholds => {
  file ??= readShippedYaml<RelationThresholds>('relations', 'thresholds.yaml')
  return file
}
