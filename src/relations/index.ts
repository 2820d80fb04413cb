/** The door of relations: what acts weigh, series of pairs, how two states stand, how that changes, when it turned. */
export { type Change, changeBetween } from './change.ts'
export { type DayBalance, dayBalances, mean, withoutSecondAccounts } from './day-balance.ts'
export { type Level, levelOf, type Share } from './level.ts'
export {
  BANDS,
  type Band,
  type Phase,
  type PhaseGrounds,
  type PhaseName,
  phaseSentence,
  phasesOf,
} from './phases/index.ts'
export {
  type Act,
  actsOf,
  type Balance,
  balanceOfActs,
  balanceOfScores,
  byPeriod,
  type DayScore,
  emptyBalance,
  isCovered,
  ordinaryScore,
  type PairSeries,
  type PeriodPoint,
  type PeriodTally,
  pairSeries,
  QUADS,
  sliceOf,
} from './series/index.ts'
export {
  type PairMass,
  type Passed,
  type Temperature,
  type TemperatureSettings,
  temperatureOf,
  temperatureSettings,
  type World,
  type WorldMasses,
  worldFor,
  worldOf,
} from './temperature/index.ts'
export { strongestTurn, type Turn } from './turn.ts'
export {
  passedBetween,
  type Sums,
  sumsOf,
  surgesOfKind,
  type TurningPoint,
  type TurnKind,
  type TurnSettings,
  TurnWatch,
  turningPoints,
  turnSettings,
  turnsAsKnown,
} from './turns/index.ts'
export { deepens, weightOf, weightOfType } from './weights.ts'
