import { FeatureList } from './hashing.ts'
import type { Scorer } from './linear-model.ts'
import { parseFeaturesOf } from './parse-features.ts'
import type { Tag } from './tagger.ts'
import { ParseState, type Transition, transitionOfClass } from './transitions.ts'

export interface Arc {
  /** 0-based, -1 for the root. */
  readonly head: number
  readonly deprel: string
}

export type Parser = (forms: readonly string[], tags: readonly Tag[]) => readonly Arc[]

/** The best scored transition that the state allows; -1 never happens, as shift, left or right always is. */
export const bestAllowed = (state: ParseState, transitions: readonly Transition[], scores: Float64Array): number => {
  const atEnd = state.buffer === state.n
  let best = -1
  for (let i = 0; i < transitions.length; i++) {
    const { move, label } = transitions[i] as Transition
    if (best >= 0 && (scores[i] as number) <= (scores[best] as number)) continue
    if (!state.allows(move)) continue
    if (move === 'left' && (label === 'root') !== atEnd) continue
    best = i
  }
  return best
}

/** Greedy: the best allowed transition, until the sentence is a tree. */
export const parserOf = (scorer: Scorer): Parser => {
  const transitions = scorer.classes.map(transitionOfClass)
  const features = new FeatureList()
  const scores = new Float64Array(transitions.length)
  return (forms, tags) => {
    const state = new ParseState(forms.length)
    const fill = parseFeaturesOf(forms, tags)
    while (!state.done) {
      fill(state, features)
      scorer.score(features, scores)
      const { move, label } = transitions[bestAllowed(state, transitions, scores)] as Transition
      state.apply(move, label)
    }
    return forms.map((_, i) => {
      const head = state.heads[i] as number
      return { head: head === forms.length ? -1 : head, deprel: state.labels[i] as string }
    })
  }
}
