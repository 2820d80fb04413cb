/** Turning points: the one surge rule, for history and for a watcher. */
export { surgesOfKind, turningPoints } from './history.ts'
export { type TurnSettings, turnSettings } from './settings.ts'
export { passedBetween, type Sums, sumsOf, type Window } from './sums.ts'
export { surgeSeenOn, TURN_KINDS, type TurnKind } from './surge.ts'
export { confidenceOf, type TurningPoint } from './turning-point.ts'
export { TurnWatch, turnsAsKnown } from './watch.ts'
