import type { Claim } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { agrees, allows, countsAlike, type Figure, figuresIn } from './figures.ts'
import { contentKeys, isAmong } from './terms.ts'
import { termsFile } from './thresholds.ts'

/** A number of a claim, and another one that an account of the same act gives for the same thing. */
export interface OtherFigure {
  readonly claimed: number
  readonly told: number
}

/** The numbers of a claim with the words that tell what they count; numbers in its time and its names count nothing. */
const figuresOf = ({ quote, actors, time }: Claim): Figure[] => {
  const names = [...actors.map(a => a.mention), time?.mention ?? ''].filter(name => name !== '')
  const plain = names.reduce((text, name) => text.replaceAll(name, ' '), quote)
  const telling = new Set(contentKeys([plain], names))
  return figuresIn(plain).flatMap(figure => {
    const counts = new Set([...figure.counts].filter(key => telling.has(key) || isAmong(key, termsFile().people)))
    return counts.size > 0 ? [{ ...figure, counts }] : []
  })
}

/** What an act that fits a claim says of its numbers; null where it agrees, or does not count the same. */
export const otherFigure = (claim: Claim, { summary, magnitude }: AsOfEvent): OtherFigure | null => {
  const approximate = claim.hedge?.kind === 'approximation'
  const told = figuresIn(summary)
  for (const figure of figuresOf(claim)) {
    const alike = told.filter(other => countsAlike(figure.counts, other.counts))
    const fits = (other: Figure) =>
      agrees(other, figure.value, approximate) || allows(other, figure.value) || allows(figure, other.value)
    const sum = alike.reduce((all, { value }) => all + value, 0)
    const isSum = agrees({ ...figure, value: sum, bound: 'exact' }, figure.value, approximate)
    const [other] = alike
    if (other && !isSum && magnitude !== figure.value && !alike.some(fits))
      return { claimed: figure.value, told: other.value }
  }
  return null
}
