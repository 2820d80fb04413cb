/** Clauses of a sentence: verbs with their subjects, and how they hang together. */
export type { Clause, ClausedSentence, ClauseKind, Range, TakesContent } from './clause.ts'
export { clausesOf } from './clauses.ts'
export { longPhrase, type NounPhrase } from './noun-phrases.ts'
export { isModifier, type Tense, type VerbGroup } from './verb-groups.ts'
