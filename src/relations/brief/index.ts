/** The one-page brief of a pair, as data. */
export { type Arrow, arrowOf } from './arrow.ts'
export { type Brief, type Confidence, readBrief } from './brief.ts'
export { likelihoodWord, normalShare } from './likelihood.ts'
