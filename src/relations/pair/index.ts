/** A pair in the record: its data sets as one course, turns with their events, phases with their sentences, temperature. */
export { type Course as MixedCourse, courseOfSets, type Factors, type Part } from './calibrate.ts'
export { type DataSet, setOfEvents } from './data-set.ts'
export { leadsOf } from './leading.ts'
export { type PairSets, readAllPairs, readCarried, readMeasures, readRelation, readTurns } from './read.ts'
export {
  type CarriedTurn,
  dayOfNumber,
  type FoundTurn,
  foundTurns,
  measure,
  type PairMeasures,
  type PairRelation,
  pairCourse,
  phaseOn,
  relationOf,
  type ToldPhase,
} from './relation.ts'
export { parseTurnId, type TurnName, turnId } from './turn-id.ts'
