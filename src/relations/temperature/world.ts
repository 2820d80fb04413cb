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
  readonly cooperation: Side
  readonly conflict: Side
  /** Co-operation and conflict together, a day. */
  readonly reported: number
}

interface Side {
  readonly total: number
  readonly byState: ReadonlyMap<string, number>
}

export const worldOf = (masses: Iterable<PairMass>, days: number): WorldMasses => {
  const [cooperation, conflict] = [new Map<string, number>(), new Map<string, number>()]
  let [pairs, good, bad] = [0, 0, 0]
  const add = (side: Map<string, number>, state: string, mass: number): void => {
    side.set(state, (side.get(state) ?? 0) + mass)
  }
  for (const pair of masses) {
    if (pair.cooperation + pair.conflict === 0) continue
    pairs++
    good += pair.cooperation
    bad += pair.conflict
    for (const state of [pair.a, pair.b]) {
      add(cooperation, state, pair.cooperation)
      add(conflict, state, pair.conflict)
    }
  }
  return {
    pairs,
    days,
    cooperation: { total: good, byState: cooperation },
    conflict: { total: bad, byState: conflict },
    reported: (good + bad) / days,
  }
}

/**
 * What would be expected of two states: the share of each in the world's masses, multiplied (as in a table of who meets whom,
 * were meetings blind). `reference`: what the world reports a day in the days that are the yardstick.
 */
export const worldFor = (world: WorldMasses, a: string, b: string, reference: number, least: number): World | null => {
  if (world.pairs < least) return null
  const expected = ({ total, byState }: Side): number =>
    total === 0 ? 0 : ((byState.get(a) ?? 0) * (byState.get(b) ?? 0)) / (2 * total) / world.days
  return {
    cooperation: expected(world.cooperation),
    conflict: expected(world.conflict),
    reporting: reference > 0 ? world.reported / reference : 1,
  }
}
