import type { ClaimType } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { type PatternWord, type TokenPattern, type TreePattern, tokenPattern, treePattern } from '../text/index.ts'
import type { ClauseTree } from './clause-words.ts'

/** What a rule may ask of a clause beyond its words. */
export type Need =
  | 'condition'
  | 'because'
  | 'old'
  | 'main'
  | 'no_subject'
  | 'actor_subject'
  | 'no_actor_subject'
  | 'abstract_subject'
  | 'without'
  | 'speaker'
  | 'active'
  | 'no_modal'
  | 'past'
  | 'told_future'
  | 'than'
  | 'ahead_time'
  | 'mind_subject'

/** An entry of data/claims/types.yaml. */
export interface TypeRule {
  readonly type: ClaimType
  readonly name: string
  readonly needs?: readonly Need[]
  /** Over the clause's tree, from its predicate. */
  readonly trees?: readonly string[]
  /** Over the row of its words. */
  readonly patterns?: readonly string[]
  readonly unlessTrees?: readonly string[]
  readonly unless?: readonly string[]
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

interface TypesFile {
  readonly rules: readonly TypeRule[]
  readonly frames: readonly string[]
}

interface Compiled {
  readonly rule: TypeRule
  readonly trees: readonly TreePattern[]
  readonly patterns: readonly TokenPattern[]
  readonly unlessTrees: readonly TreePattern[]
  readonly unless: readonly TokenPattern[]
}

interface Rules {
  readonly rules: readonly Compiled[]
  readonly frames: readonly TokenPattern[]
}

export const typesFile = (): TypesFile => readShippedYaml<TypesFile>('claims', 'types.yaml')

let compiled: Rules | null = null
const read = (): Rules => {
  if (compiled) return compiled
  const { rules, frames } = typesFile()
  compiled = {
    rules: rules.map(rule => ({
      rule,
      trees: (rule.trees ?? []).map(treePattern),
      patterns: (rule.patterns ?? []).map(tokenPattern),
      unlessTrees: (rule.unlessTrees ?? []).map(treePattern),
      unless: (rule.unless ?? []).map(tokenPattern),
    })),
    frames: frames.map(tokenPattern),
  }
  return compiled
}

const matches = (patterns: readonly TokenPattern[], words: readonly PatternWord[]): boolean =>
  patterns.some(pattern => pattern(words) !== null)

const holds = (trees: readonly TreePattern[], { words, at }: ClauseTree): boolean =>
  trees.some(pattern => pattern(words, at) !== null)

/** The first rule that fits a clause, or null. */
export const ruleFor = (
  words: readonly PatternWord[],
  tree: ClauseTree,
  has: (need: Need) => boolean,
): TypeRule | null =>
  read().rules.find(
    ({ rule, trees, patterns, unlessTrees, unless }) =>
      (rule.needs ?? []).every(has) &&
      (holds(trees, tree) || matches(patterns, words)) &&
      !holds(unlessTrees, tree) &&
      !matches(unless, words),
  )?.rule ?? null

/** Whether a clause only frames another: "it is clear that …". */
export const isFrame = (words: readonly PatternWord[]): boolean => matches(read().frames, words)
