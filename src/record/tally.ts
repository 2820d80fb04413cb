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

/** Acts of one side and period, added up: what the engine gives. Those without a class are in `acts` alone. */
export interface ActCount extends Readonly<Record<QuadClass, number>> {
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
const inClass = (quad: QuadClass): string => {
  const typed = `type in ${literals(EVENT_TYPES.filter(type => quadClass(type) === quad))}`
  return quad === 'verbal_cooperation' ? `(${typed} or (type is null and root in ${literals(TYPELESS_VERBAL)}))` : typed
}

/** The counts of some lines of the roll-up, as SQL, by the names of `ActCount`. */
export const ACT_COUNTS = [
  'sum(rows)::integer as acts, sum(weighted)::integer as weighted, sum(tenths)::integer as tenths',
  ...QUAD_CLASSES.map(quad => `sum(case when ${inClass(quad)} then rows else 0 end)::integer as ${quad}`),
].join(', ')

/** Tenths over a count, to three decimals, halves away from zero: whole numbers up to the last step, so the same everywhere. */
const mean = (tenths: number, count: number): number => {
  const scaled = (Math.abs(tenths) * MEAN_DECIMALS) / 10
  const rounded = Math.floor((2 * scaled + count) / (2 * count))
  return rounded === 0 ? 0 : (Math.sign(tenths) * rounded) / MEAN_DECIMALS
}

export const tally = (counts: readonly ActCount[]): Tally => {
  const sum = (field: keyof ActCount): number => counts.reduce((total, count) => total + count[field], 0)
  const [weighted, tenths] = [sum('weighted'), sum('tenths')]
  return {
    events: sum('acts'),
    verbal_cooperation: sum('verbal_cooperation'),
    material_cooperation: sum('material_cooperation'),
    verbal_conflict: sum('verbal_conflict'),
    material_conflict: sum('material_conflict'),
    goldstein_mean: weighted === 0 ? null : mean(tenths, weighted),
    goldstein_sum: weighted === 0 ? null : tenths / 10,
  }
}
