import { readShippedYaml } from '../../shipped/index.ts'

/** data/relations/temperature.yaml, where each figure is explained. */
export interface TemperatureSettings {
  readonly window: number
  readonly past: number
  readonly pull: number
  readonly conflict: number
  readonly of_expected: number
  readonly of_dealings: number
  readonly deed: number
  readonly z: number
  readonly least_pairs: number
}

let file: TemperatureSettings | null = null
export const temperatureSettings = (): TemperatureSettings => {
  file ??= readShippedYaml<TemperatureSettings>('relations', 'temperature.yaml')
  return file
}
