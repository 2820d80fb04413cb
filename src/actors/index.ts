/** The door of actors: a mention → an actor, as of a day, with rivals and reasons. */
export { askedActor, askedPair, writtenPair } from './asked.ts'
export { actorName, nearestNames, resolveCountry } from './countries.ts'
export type { How, Mention, OfficeMention, Rival } from './mention.ts'
export { readActors } from './read.ts'
export { type PickedRegion, pickedRegions, type TypedState, typedStates } from './states.ts'
