import type { World } from './temperature.ts'

/** Masses of many pairs in the same days. */
export interface PairMass {
  readonly a: string
  readonly b: string
  readonly cooperation: number
  readonly conflict: number
}

/** What each state and the world brought in some days; made once, asked for every pair. */
export interface WorldMasses {
  readonly pairs: number
  readonly days: number
  readonly total: number
  readonly byState: ReadonlyMap<string, number>
  /** Co-operation and conflict together, a day. */
  readonly reported: number
}

export const worldOf = (masses: Iterable<PairMass>, days: number): WorldMasses => {
  const byState = new Map<string, number>()
  let [pairs, total, conflict] = [0, 0, 0]
  for (const { a, b, cooperation, conflict: bad } of masses) {
    if (cooperation + bad === 0) continue
    pairs++
    total += cooperation
    conflict += bad
    byState.set(a, (byState.get(a) ?? 0) + cooperation)
    byState.set(b, (byState.get(b) ?? 0) + cooperation)
  }
  return { pairs, days, total, byState, reported: (total + conflict) / days }
}

/**
 * What would be expected of two states: the share of each in the world's co-operation, multiplied (as in a table of who meets
 * whom, were meetings blind). `reference`: what the world reports a day in the days that are the yardstick.
 */
export const worldFor = (world: WorldMasses, a: string, b: string, reference: number, least: number): World | null => {
  if (world.pairs < least || world.total === 0) return null
  const expected = ((world.byState.get(a) ?? 0) * (world.byState.get(b) ?? 0)) / (2 * world.total) / world.days
  return { expected, reporting: reference > 0 ? world.reported / reference : 1 }
}
