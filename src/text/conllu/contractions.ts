import type { Token } from '../document.ts'

/**
 * Which neighbours are written as one word: "don't", "Iran's", "cannot". UD English gives them a range; words that merely touch
 * (hyphens, brackets) have none.
 */
const CLITIC = /^(?:['’ʼ′](?:s|m|d|ll|ve|re)|n['’ʼ′]t)$/iu
const FUSED = new Set(['can not', 'gon na', 'got ta', 'wan na', 'lem me', 'gim me'])

/** The first and the last token of each contraction. */
export const contractions = (tokens: readonly Token[]): (readonly [first: number, last: number])[] => {
  const found: [number, number][] = []
  tokens.forEach((token, i) => {
    const before = tokens[i - 1]
    if (!before || !leans(before, token)) return
    const open = found[found.length - 1]
    if (open && open[1] === i - 1) open[1] = i
    else found.push([i - 1, i])
  })
  return found
}

const leans = (before: Token, token: Token): boolean =>
  before.end === token.start &&
  /[\p{L}\p{N}\p{M}.]$/u.test(before.form) &&
  (CLITIC.test(token.form) || token.xpos === 'POS' || FUSED.has(`${before.form} ${token.form}`.toLowerCase()))
