import { EVENT_TYPES, type EventType } from '../domain/index.ts'
import { readShippedText, readShippedYaml } from '../shipped/index.ts'

/**
 * Goldstein weights in tenths: whole numbers, because sums of floating numbers change with the number of threads.
 * A CAMEO code decides where a row has one; else its PLOVER type.
 */
export interface Weights {
  readonly byCameo: ReadonlyMap<string, number>
  readonly byType: ReadonlyMap<EventType, number>
}

const tenths = (weight: number): number => {
  if (!Number.isFinite(weight)) throw new Error(`data/codes: not a weight: ${weight}`)
  return Math.round(weight * 10)
}

const readCameo = (): ReadonlyMap<string, number> => {
  const [, ...lines] = readShippedText('codes', 'cameo-goldstein.csv').trim().split('\n')
  return new Map(
    lines.map(line => {
      const [code = '', weight = ''] = line.split(',')
      return [code, tenths(weight === '' ? Number.NaN : Number(weight))]
    }),
  )
}

const readTypes = (): ReadonlyMap<EventType, number> => {
  const table = readShippedYaml<Record<EventType, { weight: number }>>('codes', 'plover-goldstein.yaml')
  return new Map(EVENT_TYPES.map(type => [type, tenths(table[type].weight)]))
}

let weights: Weights | undefined

export const goldsteinWeights = (): Weights => {
  weights ??= { byCameo: readCameo(), byType: readTypes() }
  return weights
}
