import { EVENT_TYPES, type QuadClass, quadClass } from '../domain/index.ts'
import { literals } from './sql-text.ts'

/** The acts of one side, or of both, in a period. */
export interface Tally {
  readonly events: number
  readonly verbal_cooperation: number
  readonly material_cooperation: number
  readonly verbal_conflict: number
  readonly material_conflict: number
  /** To three decimals, of the acts that have a weight; null where none has. */
  readonly goldstein_mean: number | null
  readonly goldstein_sum: number | null
}

/** Equal acts of one period, counted: what the engine gives. */
export interface ActCount {
  readonly quad: QuadClass | null
  readonly acts: number
  /** How many of them have a weight, and the sum of these weights in tenths. */
  readonly weighted: number
  readonly tenths: number
}

const MEAN_DECIMALS = 1000

/** Statements and appeals (CAMEO 01, 02) have no PLOVER type; CAMEO, ICEWS and GDELT count them as verbal co-operation. */
const TYPELESS_VERBAL = ['01', '02']

export const QUAD_CLASSES: readonly QuadClass[] = [
  'verbal_cooperation',
  'material_cooperation',
  'verbal_conflict',
  'material_conflict',
]

/** Whether a row of the roll-up belongs to a class, as SQL. */
export const inClass = (quad: QuadClass): string => {
  const typed = `type in ${literals(EVENT_TYPES.filter(type => quadClass(type) === quad))}`
  return quad === 'verbal_cooperation' ? `(${typed} or (type is null and root in ${literals(TYPELESS_VERBAL)}))` : typed
}

/** The class of a row of the roll-up, as SQL. */
export const QUAD = `case ${QUAD_CLASSES.map(quad => `when ${inClass(quad)} then '${quad}'`).join(' ')} end`

/** Tenths over a count, to three decimals, halves away from zero: whole numbers up to the last step, so the same everywhere. */
const mean = (tenths: number, count: number): number => {
  const scaled = (Math.abs(tenths) * MEAN_DECIMALS) / 10
  const rounded = Math.floor((2 * scaled + count) / (2 * count))
  return rounded === 0 ? 0 : (Math.sign(tenths) * rounded) / MEAN_DECIMALS
}

export const tally = (counts: readonly ActCount[]): Tally => {
  const classes: Record<QuadClass, number> = {
    verbal_cooperation: 0,
    material_cooperation: 0,
    verbal_conflict: 0,
    material_conflict: 0,
  }
  let [events, weighted, tenths] = [0, 0, 0]
  for (const count of counts) {
    events += count.acts
    weighted += count.weighted
    tenths += count.tenths
    if (count.quad !== null) classes[count.quad] += count.acts
  }
  return {
    events,
    ...classes,
    goldstein_mean: weighted === 0 ? null : mean(tenths, weighted),
    goldstein_sum: weighted === 0 ? null : tenths / 10,
  }
}
