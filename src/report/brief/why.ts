import { addDays, type Day } from '../../domain/index.ts'
import type { Brief, Driver } from '../../relations/index.ts'
import { dayOf, longDay } from '../day-words.ts'
import { printable } from '../printable.ts'
import { contenders, throughWords } from './bottom-line.ts'
import type { Item, Section, Sentence } from './page.ts'
import type { Receipts } from './receipts.ts'
import { ended, eventsOfEither, list, type NameOf, PHASES, sentence, told } from './words.ts'

/** Why: the mechanism with most evidence of its own, its best rival, and what would turn the judgement. Order in time proves none. */

/** Pieces of evidence that are told in full; the others are in `--json`. */
const TOLD = 2

/** What lies near the change first, and heaviest first within. */
const nearest = (pieces: Driver['for'], asOf: Day): Driver['for'] => {
  const year = addDays(asOf, -365)
  return [...pieces.filter(({ day }) => day >= year), ...pieces.filter(({ day }) => day < year)]
}

const evidence = (head: string, pieces: Driver['for'], count: number, receipts: Receipts): Sentence[] =>
  pieces
    .slice(0, count)
    .map((piece, i) =>
      sentence(
        `${i === 0 ? head : 'And on '}${longDay(piece.day)}: ${told(receipts.says(piece))}`,
        receipts.evidence([piece]),
      ),
    )

interface Told {
  readonly role: string
  readonly driver: Driver
  /** Pieces of evidence for it. */
  readonly told: number
  /** Where was looked for what is missing. */
  readonly looked: readonly number[]
  readonly asOf: Day
}

const mechanism = ({ role, driver, told, looked, asOf }: Told, nameOf: NameOf, receipts: Receipts): Item => ({
  lead: `${role}: ${driver.mechanism}${throughWords(driver, nameOf)}, ${driver.standing}.`,
  sentences: [
    sentence(ended(driver.says), receipts.evidence(nearest(driver.for, asOf).slice(0, told))),
    ...evidence('For it, on ', nearest(driver.for, asOf), told, receipts),
    ...evidence('Against it, on ', nearest(driver.against, asOf), 1, receipts),
    ...(driver.missing.length > 0
      ? [sentence(`Not seen: ${driver.missing.map(text => printable(text)).join('; ')}.`, looked)]
      : []),
  ],
})

/** "no act of trade" was missed: "any act of trade" would tell. */
const sight = (missing: string): string => printable(missing.replace(/^no /, 'any '))

/** What the rival lacks would lift it; what the best lacks, or what stands against it, would sink it. */
const flip = (best: Driver, rival: Driver | undefined, looked: readonly number[], receipts: Receipts): Item => {
  const lifts = rival
    ? rival.missing[0] === undefined
      ? sentence('The rival would lead with more evidence of the same kind.', refsOf(rival.for, receipts))
      : sentence(`The rival would lead if this came to light: ${sight(rival.missing[0])}.`, looked)
    : sentence('No other mechanism has evidence; one that showed marks of its own would take its place.', looked)
  const sinks =
    best.against.length > 0
      ? sentence('The best would fall with more acts like those against it.', refsOf(best.against, receipts))
      : sentence(
          best.missing[0] === undefined
            ? 'The best would fall with acts that run against it.'
            : `The best would fall if this stayed unseen: ${sight(best.missing[0])}.`,
          looked,
        )
  return {
    lead: 'What would turn this judgement.',
    sentences: [sinks, lifts],
    note: 'order in time proves none of them',
  }
}

const refsOf = (pieces: Driver['for'], receipts: Receipts): number[] => receipts.evidence(pieces.slice(0, 1))

/** Where was looked for what is missing: a question that can be asked again. */
interface Looked {
  readonly looked: readonly number[]
  readonly receipts: Receipts
}

/** Some mechanisms by name, each with the first piece of its evidence as receipt. */
const naming = (
  lead: string,
  drivers: readonly Driver[],
  of: (driver: Driver) => Driver['for'],
  { looked, receipts }: Looked,
): Item[] => {
  if (drivers.length === 0) return []
  const pieces = drivers.flatMap(driver => of(driver).slice(0, 1))
  const refs = pieces.length > 0 ? receipts.evidence(pieces) : looked
  return [{ lead, sentences: [sentence(`${list(drivers.map(d => d.mechanism))}.`, refs)] }]
}

const ruledOut = ({ drivers }: Brief, looked: Looked): Item[] =>
  naming(
    'Weighing more against than for:',
    drivers.filter(({ standing }) => standing === 'contradicted'),
    ({ against }) => against,
    looked,
  )

const title = ({ explained, turn, phase }: Brief): string => {
  if (explained?.what === 'turn' && turn) return `Why the ${turn.kind} of ${longDay(dayOf(turn.day))}`
  return explained?.what === 'phase' && phase ? `Why ${PHASES[phase.name]} since ${longDay(dayOf(phase.from))}` : 'Why'
}

const unexplained = (brief: Brief, looked: Looked): Item[] => {
  const inTime = brief.drivers.filter(({ standing }) => standing === 'timing alone')
  const text = brief.explained ? 'No mechanism has marks of its own in the record.' : 'There is no change to explain.'
  return [
    { sentences: [sentence(text, looked.looked)] },
    ...naming('In the right order of time, and no more:', inTime, ({ for: pieces }) => pieces, looked),
    ...ruledOut(brief, looked),
  ]
}

export const whySection = (brief: Brief, nameOf: NameOf, receipts: Receipts): Section => {
  const [best, rival] = contenders(brief)
  const looked = receipts.question(eventsOfEither(brief, brief.looked))
  if (!best) return { id: 'why', title: title(brief), items: unexplained(brief, { looked, receipts }) }
  return {
    id: 'why',
    title: title(brief),
    items: [
      mechanism({ role: 'Best supported', driver: best, told: TOLD, looked, asOf: brief.as_of }, nameOf, receipts),
      ...(rival
        ? [mechanism({ role: 'Its best rival', driver: rival, told: 1, looked, asOf: brief.as_of }, nameOf, receipts)]
        : []),
      ...ruledOut(brief, { looked, receipts }),
      flip(best, rival, looked, receipts),
    ],
  }
}
