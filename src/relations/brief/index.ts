/** The one-page brief of a pair, as data. */
export { type Arrow, arrowOf } from './arrow.ts'
export { type Brief, type BriefCells, readBrief } from './brief.ts'
export type { ChangedEvent } from './changed.ts'
export type { Confidence } from './confidence.ts'
export { type Course, type CoursePoint, courseOf } from './course.ts'
export type { BriefCoverage } from './coverage.ts'
export type { Flip } from './flip.ts'
export { likelihoodWord, normalShare } from './likelihood.ts'
