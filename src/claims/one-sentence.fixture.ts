import type { Claim } from '../domain/index.ts'
import { readLedger } from './index.ts'

/** Sentences around a case, so that a single one of it stands in an analysis about two states. */
const AROUND =
  'The foreign ministers of Norway and Sweden met in Oslo to discuss the border. ' +
  'Relations between the two governments had been tense. The Norwegian parliament debated the treaty. '

/** The claims that one sentence makes, read as part of an analysis of 20 November 1999. */
export const claimsOf = (sentence: string, date = '1999-11-20'): Claim[] => {
  const text = `${AROUND}${sentence}`
  const input = { path: 'case.txt', text, title: null, author: null, publisher: null, url: null, published: null }
  return readLedger(input, { date }).claims.filter(c => c.start >= AROUND.length)
}
