import type { Sentence } from '../../text/index.ts'
import type { NounPhrase } from './noun-phrases.ts'
import type { VerbGroup } from './verb-groups.ts'

/** How a clause hangs in its sentence. */
export type ClauseKind = 'main' | 'complement' | 'relative' | 'adverbial' | 'conjunct'

/** Token indexes, both included. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A finite verb with its subject and all that follows it, up to the next clause. */
export interface Clause {
  readonly kind: ClauseKind
  readonly group: VerbGroup
  /** The word that opens it ("that", "which", "if"), in lower case. */
  readonly marker: string | null
  /** The subject's words; of a relative clause without one, those of its antecedent. Null where there is none. */
  readonly subject: Range | null
  /** From the verb, with the adverbs before it, to the end. */
  readonly body: Range
  /** Index of the clause that this one depends on, within the sentence; null for a main clause. */
  readonly parent: number | null
}

/** A sentence cut into its clauses. */
export interface ClausedSentence {
  readonly sentence: Sentence
  readonly phrases: readonly NounPhrase[]
  readonly groups: readonly VerbGroup[]
  readonly clauses: readonly Clause[]
}

/** Words that take a clause as their content ("say", "announcement"): the caller's lexicon, by lemma. */
export type TakesContent = (lemma: string) => boolean
