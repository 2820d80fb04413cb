/** Turning points: the one surge rule, for history and for a watcher. */
export { turningPoints } from './history.ts'
export { type TurnSettings, turnSettings } from './settings.ts'
export {
  damp,
  dampedDays,
  excess,
  prefixSums,
  pulled,
  surgeSeenOn,
  surgesOfKind,
  TURN_KINDS,
  type TurnKind,
} from './surge.ts'
export { confidenceOf, type TurningPoint } from './turning-point.ts'
export { turnsAsKnown } from './watch.ts'
