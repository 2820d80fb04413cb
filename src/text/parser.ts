import type { Arc } from './arc.ts'
import { FeatureList } from './hashing.ts'
import { withoutHeadingMarks } from './heading-marks.ts'
import type { Scorer } from './linear-model.ts'
import { parseFeaturesOf } from './parse-features.ts'
import type { Tag } from './tagger.ts'
import { ParseState, type Transition, transitionOfClass } from './transitions.ts'

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

/** Greedy: the best allowed transition, until the sentence is a tree. A `guide` must be the parser that it was trained with. */
export const parserOf = (scorer: Scorer, guide?: Parser): Parser => {
  const transitions = scorer.classes.map(transitionOfClass)
  const features = new FeatureList()
  const scores = new Float64Array(transitions.length)
  return (forms, tags) => {
    const state = new ParseState(forms.length)
    const fill = parseFeaturesOf(forms, tags, guide?.(forms, tags))
    while (!state.done) {
      fill(state, features)
      scorer.score(features, scores)
      const { move, label } = transitions[bestAllowed(state, transitions, scores)] as Transition
      state.apply(move, label)
    }
    const arcs = forms.map((_, i) => {
      const head = state.heads[i] as number
      return { head: head === forms.length ? -1 : head, deprel: state.labels[i] as string }
    })
    return withoutHeadingMarks(arcs, tags)
  }
}

/** The same parser reading from the end: it meets a sentence's words in reversed order. */
export const reversed =
  (parse: Parser): Parser =>
  (forms, tags) => {
    const last = forms.length - 1
    const arcs = parse([...forms].reverse(), [...tags].reverse())
    return [...arcs].reverse().map(({ head, deprel }) => ({ head: head < 0 ? -1 : last - head, deprel }))
  }
