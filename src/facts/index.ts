/** The door of facts: who held which office, who belongs to what, what lies where, and dated landmarks. */
export { isMember, memberships } from './groups.ts'
export { landmarks, landmarksNamed } from './landmarks.ts'
export { type OfficeHeld, offices, peopleNamed, personName } from './offices.ts'
export { regionIds, regionMembers, regionName, religionMajority } from './regions.ts'
export { lettersApart, personIdFromName, plain, spellingKey } from './spelling.ts'
