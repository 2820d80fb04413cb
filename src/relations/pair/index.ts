/** A pair in the record: turns with their events, phases with their sentences, temperature. */
export {
  type CarriedTurn,
  dayOfNumber,
  type PairRelation,
  phaseOn,
  readRelation,
  relationOf,
  relationsOf,
  type ToldPhase,
} from './relation.ts'
export { parseTurnId, type TurnName, turnId } from './turn-id.ts'
