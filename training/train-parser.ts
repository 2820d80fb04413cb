import type { Arc } from '../src/text/arc.ts'
import { FeatureList } from '../src/text/hashing.ts'
import { parseFeaturesOf } from '../src/text/parse-features.ts'
import { bestAllowed } from '../src/text/parser.ts'
import type { Tag } from '../src/text/tagger.ts'
import { type Move, ParseState, type Transition, transitionClass, transitionOfClass } from '../src/text/transitions.ts'
import { AveragedPerceptron } from './averaged-perceptron.ts'
import { moveCost } from './dynamic-oracle.ts'
import { projective } from './projective.ts'
import { seededRandom, shuffled } from './seeded-shuffle.ts'

export interface ParsedSentence {
  readonly forms: readonly string[]
  /** As the tagger gives them, not gold: the parser should learn what it will see. */
  readonly tags: readonly Tag[]
  /** 0-based, -1 for the root. */
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
  /** Another parser's tree, made by one that has not seen the sentence. */
  readonly guide?: readonly Arc[]
}

/** The sentence as a parser meets it that reads from the end. */
export const backwards = ({ forms, tags, heads, deprels }: ParsedSentence): ParsedSentence => ({
  forms: [...forms].reverse(),
  tags: [...tags].reverse(),
  heads: [...heads].reverse().map(head => (head < 0 ? -1 : forms.length - 1 - head)),
  deprels: [...deprels].reverse(),
})

export interface ParserTraining {
  readonly epochs: number
  readonly seed: number
  /** How often a wrong guess is followed after the first epoch, so that training visits the states its mistakes lead to. */
  readonly exploration: number
}

export const trainParser = (sentences: readonly ParsedSentence[], { epochs, seed, exploration }: ParserTraining) => {
  const labels = [...new Set(sentences.flatMap(sentence => sentence.deprels))].filter(label => label !== 'root').sort()
  const classes = [
    transitionClass('shift'),
    transitionClass('left', 'root'),
    ...labels.map(label => transitionClass('left', label)),
    ...labels.map(label => transitionClass('right', label)),
  ]
  const transitions = classes.map(transitionOfClass)
  const perceptron = new AveragedPerceptron(classes)
  const features = new FeatureList()
  const scores = new Float64Array(classes.length)
  const random = seededRandom(seed)
  const examples = sentences.map(sentence => {
    const root = sentence.forms.length
    return { sentence, gold: projective(sentence.heads).map(head => (head < 0 ? root : head)) }
  })

  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { sentence, gold } of shuffled(examples, random)) {
      const state = new ParseState(gold.length)
      const fill = parseFeaturesOf(sentence.forms, sentence.tags, sentence.guide)
      while (!state.done) {
        fill(state, features)
        perceptron.score(features, scores)
        const guess = bestAllowed(state, transitions, scores)
        const truth = bestRight(state, transitions, scores, gold, sentence.deprels)
        if (guess !== truth) perceptron.update(features, truth, guess)
        perceptron.step()
        const followed = guess !== truth && epoch > 0 && random() < exploration ? guess : truth
        const { move, label } = transitions[followed] as Transition
        state.apply(move, label)
      }
    }
  }
  return perceptron
}

/** The best scored among the transitions of least cost; an arc that is gold must have its gold label. */
const bestRight = (
  state: ParseState,
  transitions: readonly Transition[],
  scores: Float64Array,
  gold: readonly number[],
  deprels: readonly string[],
): number => {
  const atEnd = state.buffer === state.n
  const cost = (move: Move) => (state.allows(move) ? moveCost(state, gold, move) : Number.POSITIVE_INFINITY)
  const costs = { shift: cost('shift'), left: cost('left'), right: cost('right') }
  const least = Math.min(costs.shift, costs.left, costs.right)
  const s0 = state.below(0)
  const goldHead = s0 < 0 ? -1 : (gold[s0] as number)
  let best = -1
  for (let i = 0; i < transitions.length; i++) {
    const { move, label } = transitions[i] as Transition
    if (costs[move] !== least || (best >= 0 && (scores[i] as number) <= (scores[best] as number))) continue
    if (move === 'left' && (label === 'root') !== atEnd) continue
    if (move !== 'shift') {
      const head = move === 'left' ? state.buffer : state.below(1)
      if (head === goldHead && label !== deprels[s0] && !(move === 'left' && atEnd)) continue
    }
    best = i
  }
  return best
}
