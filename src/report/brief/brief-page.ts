import type { Brief } from '../../relations/index.ts'
import { longDay } from '../day-words.ts'
import { bottomLine, confidenceSentence } from './bottom-line.ts'
import { changedSection, lastSection } from './changed.ts'
import { directionSection } from './direction.ts'
import { dueSection } from './due.ts'
import type { BriefPage } from './page.ts'
import { Receipts } from './receipts.ts'
import { unseenSection } from './unseen.ts'
import { whySection } from './why.ts'
import { capital, goingWords, type NameOf, namesOf, PHASES } from './words.ts'

const verdictOf = ({ arrow, phase, coverage }: Brief): string => {
  if (coverage.standing === 'not covered') return 'not covered'
  return phase && coverage.standing === 'told' ? `${PHASES[phase.name]}, ${goingWords(arrow)}` : 'quiet'
}

/** The page in the order in which it is read: receipts are numbered on the way. */
export const briefPage = (brief: Brief, nameOf: NameOf): BriefPage => {
  const receipts = new Receipts(brief.cited, nameOf)
  const bottom = bottomLine(brief, nameOf, receipts)
  const confidence = confidenceSentence(brief, receipts)
  const shown = brief.coverage.standing === 'told'
  const sections = [
    ...(shown ? [directionSection(brief, receipts)] : []),
    ...(shown ? [changedSection(brief, nameOf, receipts)] : []),
    ...(brief.last.length > 0 ? [lastSection(brief, receipts)] : []),
    ...(shown ? [whySection(brief, nameOf, receipts)] : []),
    ...(shown || brief.announced.length > 0 ? [dueSection(brief, receipts)] : []),
    unseenSection(brief, receipts),
  ]
  return {
    title: `${capital(namesOf(brief, nameOf))}, as of ${longDay(brief.as_of)}`,
    verdict: verdictOf(brief),
    bottomLine: bottom,
    confidence,
    sections,
    receipts: receipts.all,
  }
}
