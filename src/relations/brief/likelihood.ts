/** Words of likelihood of ICD 203, by the upper end of each band (shares of one). */
const WORDS: readonly [upTo: number, word: string][] = [
  [0.05, 'almost no chance'],
  [0.2, 'very unlikely'],
  [0.45, 'unlikely'],
  [0.55, 'roughly even chance'],
  [0.8, 'likely'],
  [0.95, 'very likely'],
  [1, 'almost certainly'],
]

export const likelihoodWord = (p: number): string => WORDS.find(([upTo]) => p <= upTo)?.[1] ?? 'almost certainly'

/** The share of a standard normal below z (Abramowitz and Stegun 26.2.17, to seven decimals). */
export const normalShare = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}
