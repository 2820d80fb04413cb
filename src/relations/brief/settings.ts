import type { EventType } from '../../domain/index.ts'
import { readShippedYaml } from '../../shipped/index.ts'

/** data/relations/brief.yaml, where each figure is explained. */
export interface BriefSettings {
  readonly shown: number
  readonly look_back: number
  readonly witnesses: number
  readonly weight_a_point: number
  readonly together: number
  readonly confidence: Readonly<Record<'high' | 'moderate', readonly [events: number, publishers: number]>>
  readonly quiet_needs: number
  readonly quiet_years: number
  readonly course: number
  readonly step: number
  readonly flip_by: Readonly<Record<'warmer' | 'colder', EventType>>
}

let file: BriefSettings | null = null
export const briefSettings = (): BriefSettings => {
  file ??= readShippedYaml<BriefSettings>('relations', 'brief.yaml')
  return file
}
