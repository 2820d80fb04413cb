/** The door of relations: what acts weigh, how two states stand, how that changes. First version; docs/method/relations-first-version.md. */
export { type Change, changeBetween } from './change.ts'
export { type DayBalance, dayBalances, mean } from './day-balance.ts'
export { type Level, levelOf, type Share } from './level.ts'
export { strongestTurn, type Turn } from './turn.ts'
export { deepens, weightOf, weightOfType } from './weights.ts'
