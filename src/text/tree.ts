import type { Sentence, Token } from './document.ts'

/**
 * Questions asked of one sentence's dependency tree. Token positions are indexes into the sentence, relations are UD version 2;
 * a relation asked for without subtype matches all its subtypes (`nsubj` also matches `nsubj:pass`).
 */
export interface Tree {
  readonly sentence: Sentence
  /** Dependents of a token, in text order. */
  children(i: number): readonly number[]
  /** The first dependent with one of these relations, or null. */
  child(i: number, ...relations: readonly string[]): number | null
  /** All dependents with one of these relations. */
  childrenBy(i: number, ...relations: readonly string[]): readonly number[]
  /** The token and all below it, in text order; branches whose top token `cut` accepts are left out. */
  subtree(i: number, cut?: (token: number) => boolean): readonly number[]
  /** From the token's head up to the root. */
  ancestors(i: number): readonly number[]
  token(i: number): Token
}

/** True when `deprel` is one of the relations, or a subtype of one. */
export const isRelation = (deprel: string, ...relations: readonly string[]): boolean =>
  relations.some(relation => deprel === relation || (!relation.includes(':') && deprel.startsWith(`${relation}:`)))

export const treeOf = (sentence: Sentence): Tree => {
  const below: number[][] = sentence.tokens.map(() => [])
  for (const token of sentence.tokens) if (token.head >= 0) below[token.head]?.push(token.i)

  const token = (i: number): Token => {
    const found = sentence.tokens[i]
    if (!found) throw new RangeError(`no token ${i} in a sentence of ${sentence.tokens.length}`)
    return found
  }
  const children = (i: number): readonly number[] => below[i] ?? []
  const childrenBy = (i: number, ...relations: readonly string[]) =>
    children(i).filter(c => isRelation(token(c).deprel, ...relations))
  const child = (i: number, ...relations: readonly string[]) => childrenBy(i, ...relations)[0] ?? null

  const subtree = (i: number, cut: (token: number) => boolean = () => false): readonly number[] => {
    const found: number[] = []
    const stack = [i]
    while (stack.length > 0) {
      const next = stack.pop() as number
      found.push(next)
      for (const c of children(next)) if (!cut(c)) stack.push(c)
    }
    return found.sort((a, b) => a - b)
  }

  const ancestors = (i: number): readonly number[] => {
    const found: number[] = []
    for (let up = token(i).head; up >= 0 && found.length <= sentence.tokens.length; up = token(up).head) found.push(up)
    return found
  }

  return { sentence, children, child, childrenBy, subtree, ancestors, token }
}
