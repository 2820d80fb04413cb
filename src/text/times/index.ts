/** The door of times: what a text says of when. */
export { readTimes } from './read-times.ts'
export type { Direction, Grain, Modifier, ReadTimesOptions, Signal, TimeLandmark, TimeMention } from './time-mention.ts'
