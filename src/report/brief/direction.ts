import type { EventType } from '../../domain/index.ts'
import type { Brief } from '../../relations/index.ts'
import { dayOf, longDay, longSpan } from '../day-words.ts'
import { signedDegrees } from '../degrees.ts'
import { halfYear, recentTurn, turnRefs } from './bottom-line.ts'
import type { Item, Section, Sentence } from './page.ts'
import type { Receipts } from './receipts.ts'
import { ACTS, capital, PHASES, plural, sentence } from './words.ts'

/** Where it goes and since when: the arrow with its interval, the phase, the turn, and how little would undo it. */

const mass = (x: number): string => (x < 0.05 ? 'none' : x.toFixed(1))

/** In ordinary days: what a day with acts usually weighs. */
const passed = ({ cooperation, conflict }: { readonly cooperation: number; readonly conflict: number }): string =>
  `${mass(cooperation)} ordinary days of co-operation and ${mass(conflict)} of conflict`.replace(/^none/, 'no')

const arrowItem = (brief: Brief, receipts: Receipts): Item => {
  const { arrow, cells } = brief
  const now = halfYear(brief, receipts)
  const before = receipts.rows(cells.before, 'the rows of the pair in the half year before')
  if (!arrow)
    return {
      lead: 'No direction.',
      sentences: [sentence('One of the two half years that would be compared holds no row of the pair.', now, before)],
    }
  const range = `90 in 100: ${signedDegrees(arrow.low)} to ${signedDegrees(arrow.high)}`
  const change =
    arrow.direction === 'steady'
      ? sentence(
          `The temperature of the half year differs from that of the half year before by ${signedDegrees(arrow.change)} degrees (${range}), too little to name a direction.`,
          now,
          before,
        )
      : sentence(
          `The temperature of the half year lies ${Math.abs(arrow.change).toFixed(1)} degrees ${arrow.change > 0 ? 'above' : 'below'} that of the half year before (${range}).`,
          now,
          before,
        )
  const behind = sentence(`Behind it stand ${passed(arrow.now)}, against ${passed(arrow.before)} before.`, now, before)
  const lead = arrow.direction === 'steady' ? 'No clear direction.' : `${capital(arrow.word)} ${arrow.direction}.`
  return { lead, sentences: [change, behind], note: 'an ordinary day is what a day with acts usually weighs' }
}

const inHundred = (share: number): string =>
  Math.round(100 * share) === 0 ? 'nothing' : `${Math.round(100 * share)} in 100`

const phaseItem = ({ phase, cells, course }: Brief, receipts: Receipts): Item[] => {
  if (!phase) return []
  const { name, from, grounds, in_talks, contested } = phase
  const before = course?.phases.at(-2)
  const refs = cells.phase === null ? [] : receipts.rows(cells.phase, 'the rows of the pair before the phase began')
  const marks = [
    ...(in_talks ? ['the two talked meanwhile'] : []),
    ...(contested ? ['co-operation surged beside conflict'] : []),
  ]
  const why =
    name === 'quiet'
      ? 'nothing to speak of passed in the half year before'
      : `${inHundred(grounds.share)} of what passed in the half year before was conflict, with the years before in mind`
  return [
    {
      lead: `${capital(PHASES[name])} since ${longDay(dayOf(from))}${before ? `, ${PHASES[before.name]} before` : ''}.`,
      sentences: [sentence(`By that day, ${why}${marks.map(mark => `; ${mark}`).join('')}.`, refs)],
    },
  ]
}

const turnItem = (brief: Brief, receipts: Receipts): Item => {
  const { turn } = brief
  if (!turn)
    return {
      lead: 'No turning point.',
      sentences: [
        sentence(
          `These rows show none${brief.arrow && brief.arrow.direction !== 'steady' ? ' that goes this way' : ''}.`,
          halfYear(brief, receipts),
        ),
      ],
    }
  const marks = [...(turn.contested ? ['contested'] : []), ...(turn.gradual ? ['gradual'] : [])].join(' and ')
  const when = turn.from === turn.to ? '' : ` (${longSpan(dayOf(turn.from), dayOf(turn.to))})`
  const told: Sentence[] = [
    sentence(
      `It is dated ${longDay(dayOf(turn.day))}${when}${marks === '' ? '' : `, and is ${marks}`}.`,
      receipts.turn(turn),
      turnRefs(brief, receipts),
    ),
    turn.known_on === null
      ? sentence('No watcher would have been told of it at the time: hindsight shows it.', receipts.turn(turn))
      : sentence(`Rows known by ${longDay(dayOf(turn.known_on))} showed it.`, receipts.turn(turn)),
  ]
  const recent = recentTurn(brief) !== null
  return { lead: recent ? `The ${turn.kind}.` : `The last ${turn.kind} lies further back.`, sentences: told }
}

const FLIPS: Partial<Readonly<Record<EventType, string>>> = {
  SANCTION: 'ties curbed (a recall, an expulsion, a border closed)',
  AGREE: 'an accord',
}

const flipItem = (brief: Brief, receipts: Receipts): Item[] => {
  const { flip, arrow } = brief
  if (!flip || !arrow) return []
  return [
    {
      lead: 'What would undo it.',
      sentences: [
        sentence(
          `${plural(flip.days, 'more day')} with ${FLIPS[flip.type] ?? ACTS[flip.type]} in the same half year, and no direction could be named.`,
          halfYear(brief, receipts),
        ),
      ],
    },
  ]
}

export const directionSection = (brief: Brief, receipts: Receipts): Section => ({
  id: 'direction',
  title: 'Where it goes, and since when',
  items: [
    arrowItem(brief, receipts),
    ...phaseItem(brief, receipts),
    turnItem(brief, receipts),
    ...flipItem(brief, receipts),
  ],
})
