/**
 * A small pattern language over dependency trees, so that constructions can be data: a word, then what must hang from it, or what it must
 * hang from. `accuse >obj @actor >obl (NOUN >case of)`: "accuse" with an actor as its object and a noun under "of".
 *
 * A word is asked for as in `token-pattern.ts` (`want|seek`, `=led`, `NOUN`, `@actor`, `a|b&@c`, `!a`), `*` is any, and `who:@actor` gives it a name.
 * Edges stand behind the word they start from: `>obj` a dependent with that relation (subtypes too; `>obj|iobj` either, `>` any), `>>` any word below,
 * `<xcomp` its head, where the word itself is the xcomp, `<<` any word above; `!` before an edge: there is none such. Round brackets hold a word with
 * edges of its own. docs/method/tree-patterns.md explains it by examples.
 */
import { type PatternWord, type WordTest, wordTest } from './token-pattern.ts'
import { isRelation } from './tree.ts'
import { type Edge, type PatternNode, parseTreePattern } from './tree-pattern-source.ts'

/** A word with its place in a tree; `head` is an index, -1 for the root. */
export interface TreeWord extends PatternWord {
  readonly head: number
  readonly deprel: string
}

/** The word that the pattern begins with, and those it gave names to. */
export interface TreeMatch {
  readonly at: number
  readonly named: ReadonlyMap<string, number>
}

/** The first match, from word to word; with `at`, only one that begins there. */
export type TreePattern = (words: readonly TreeWord[], at?: number) => TreeMatch | null

type Named = readonly (readonly [string, number])[]
/** The names given when the pattern holds at a word, else null. */
type Matcher = (tree: Below, i: number) => Named | null

interface Below {
  readonly words: readonly TreeWord[]
  readonly children: readonly (readonly number[])[]
}

/** Compiles a pattern once; throws a RangeError that says what is wrong with it. */
export const treePattern = (source: string): TreePattern => {
  const matcher = matcherOf(parseTreePattern(source))
  return (words, at) => {
    const tree = { words, children: childrenOf(words) }
    const places = at === undefined ? words.keys() : [at]
    for (const i of places) {
      const named = words[i] ? matcher(tree, i) : null
      if (named) return { at: i, named: new Map(named) }
    }
    return null
  }
}

/** Many patterns are put to one tree. */
const kept = new WeakMap<readonly TreeWord[], readonly (readonly number[])[]>()

const childrenOf = (words: readonly TreeWord[]): readonly (readonly number[])[] => {
  const known = kept.get(words)
  if (known) return known
  const children: number[][] = words.map(() => [])
  for (const [i, { head }] of words.entries()) children[head]?.push(i)
  kept.set(words, children)
  return children
}

const matcherOf = ({ name, test, edges }: PatternNode): Matcher => {
  const holds: WordTest = test === '*' ? () => true : wordTest(test)
  const steps = edges.map(stepOf)
  return (tree, i) => {
    if (!holds(tree.words[i] as TreeWord)) return null
    const named: (readonly [string, number])[] = name === null ? [] : [[name, i]]
    for (const step of steps) {
      const found = step(tree, i)
      if (!found) return null
      named.push(...found)
    }
    return named
  }
}

const stepOf = (edge: Edge): Matcher => {
  const target = matcherOf(edge.target)
  const reach = REACHES[edge.kind]
  return (tree, i) => {
    for (const j of reach(tree, i, edge.relations)) {
      const found = target(tree, j)
      if (found) return edge.negated ? null : found
    }
    return edge.negated ? [] : null
  }
}

const isOneOf = (deprel: string, relations: readonly string[]): boolean =>
  relations.length === 0 || isRelation(deprel, ...relations)

type Reach = (tree: Below, i: number, relations: readonly string[]) => readonly number[]

const dependents: Reach = ({ words, children }, i, relations) =>
  (children[i] ?? []).filter(j => isOneOf(words[j]?.deprel ?? '', relations))

const below: Reach = (tree, i, relations) => {
  const found: number[] = []
  const waiting = [...(tree.children[i] ?? [])]
  for (let j = waiting.shift(); j !== undefined && found.length <= tree.words.length; j = waiting.shift()) {
    found.push(j)
    waiting.push(...(tree.children[j] ?? []))
  }
  return found.filter(j => isOneOf(tree.words[j]?.deprel ?? '', relations)).sort((a, b) => a - b)
}

/** Heads, nearest first; a relation is that by which the way up arrives, so that `a << b` with it holds where `b >>` does for a chain's last link. */
const above: Reach = ({ words }, i, relations) => {
  if (!isOneOf(words[i]?.deprel ?? '', relations)) return []
  const found: number[] = []
  for (let j = words[i]?.head ?? -1; j >= 0 && found.length < words.length; j = words[j]?.head ?? -1) found.push(j)
  return found
}

const REACHES: Readonly<Record<Edge['kind'], Reach>> = {
  '>': dependents,
  '>>': below,
  '<': (tree, i, relations) => above(tree, i, relations).slice(0, 1),
  '<<': above,
}
