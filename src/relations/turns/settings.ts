import { readShippedYaml } from '../../shipped/index.ts'

/** data/relations/turning-points.yaml, where each figure is explained. */
export interface TurnSettings {
  readonly window: number
  readonly past: number
  readonly pull_days: number
  readonly own_past: number
  readonly damping: number
  readonly threshold: number
  readonly threshold_sparse: number
  readonly half_dense: number
  readonly to_thaw: number
  readonly online: number
  readonly apart: number
  readonly apart_online: number
  readonly stronger: number
  readonly other_kind: number
  readonly other_kind_online: number
  readonly contested: number
  readonly contested_within: number
  readonly gradual: number
  readonly ordinary_act_day: number
}

let file: TurnSettings | null = null
export const turnSettings = (): TurnSettings => {
  file ??= readShippedYaml<TurnSettings>('relations', 'turning-points.yaml')
  return file
}
