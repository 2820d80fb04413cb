import { readShippedYaml } from '../../shipped/index.ts'

/** data/relations/mixed.yaml, where each figure is explained. */
export interface MixedSettings {
  readonly least_rows: number
  readonly least_days: number
  readonly least_mass: number
  readonly pull: number
  readonly heard: number
}

let file: MixedSettings | null = null
export const mixedSettings = (): MixedSettings => {
  file ??= readShippedYaml<MixedSettings>('relations', 'mixed.yaml')
  return file
}
