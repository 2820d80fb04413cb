/** Turning points: the one surge rule, for history and for a watcher. */
export { strengthsOfKind, turningPoints } from './history.ts'
export { type TurnSettings, turnSettings } from './settings.ts'
export { damp, passedBetween, type Sums, sumsOf, type Window } from './sums.ts'
export { type Surge, surgeSeenOn, TURN_KINDS, type TurnKind } from './surge.ts'
export { confidenceOf, type TurningPoint } from './turning-point.ts'
export { TurnWatch, turnsAsKnown } from './watch.ts'
