/** The door of relations: what acts weigh, series of pairs, how two states stand, how that changes, when it turned. */
export { askedTurns, type TurnsOfPair, type TurnsQuestion } from './asked-turns.ts'
export * from './brief/index.ts'
export * from './drivers/index.ts'
export {
  type MeasuredDyad,
  type MeasuredPart,
  type MeasuredPoint,
  type MeasuredTurn,
  measuredDyad,
  readDyad,
} from './measured-dyad.ts'
export { type Mover, readMovers } from './movers.ts'
export * from './pair/index.ts'
export * from './phases/index.ts'
export * from './series/index.ts'
export * from './temperature/index.ts'
export { type AnyTrace, readTrace, type TurnTrace } from './trace.ts'
export * from './turns/index.ts'
export { deepens, weightOf, weightOfType } from './weights.ts'
