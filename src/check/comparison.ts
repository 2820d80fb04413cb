import type { Reading } from '../domain/index.ts'
import { judgeAnnouncedEvent } from './announced-event.ts'
import { hasOwnTime, type Judge } from './case.ts'
import { judgeFirstAct } from './first.ts'
import { judgeFirstSigns } from './first-signs.ts'
import { judgeLatest } from './latest.ts'
import { judgeMost } from './most.ts'
import { judgeOnly } from './only.ts'
import { pairOf, sideOf } from './pair-acts.ts'
import { judgeStated } from './stated.ts'
import { contentKeys, isAmong } from './terms.ts'
import { termsFile } from './thresholds.ts'

type Extremum = Extract<Reading, { kind: 'extremum' }>

/** "The first signs of warming" are about contacts at large; "the first visit of a minister" is about one kind of act. */
const isAboutSigns = ({ terms }: Extremum): boolean => contentKeys(terms).every(key => isAmong(key, termsFile().signs))

/** "More than any other member spends" ranks no relations, however warm its words. */
const isAboutRelations = (quote: string): boolean => new RegExp(termsFile().relations, 'iu').test(quote)

/** "Worse in 1997 than in 1993" ranks two times that are named, not one among all. */
const isBetweenTwo = (quote: string): boolean => /\bthan (?:in|during|under|after|before|at)\b(?! any\b)/i.test(quote)

/** First, latest, only, most: a search for counter-examples up to the document's date. Other comparisons must be on record as such. */
export const judgeComparison: Judge = c => {
  const { reading, time } = c.claim
  const pair = pairOf(c)
  if (reading.kind !== 'extremum' || !pair) return judgeStated(c, 'source that makes this comparison')
  const leaning = sideOf(c.claim)
  const side = leaning === 0 || !isAboutSigns(reading) ? null : leaning
  // "It will be the first visit": an act to come. What is the latest, is so already.
  const isAhead = reading.order !== 'latest' && hasOwnTime(c.claim) && (time?.from ?? '') > c.until
  if (isAhead) return judgeAnnouncedEvent(c)
  if (reading.order === 'first') return side ? judgeFirstSigns(c, pair, side) : judgeFirstAct(c)
  if (reading.order === 'latest') return judgeLatest(c, pair, side)
  if (reading.order === 'only') return judgeOnly(c)
  return leaning === 0 || !isAboutRelations(c.claim.quote) || isBetweenTwo(c.claim.quote)
    ? judgeStated(c, 'source that ranks this so')
    : judgeMost(c, pair, leaning)
}
