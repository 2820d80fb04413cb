import type { Brief, CitedEvent } from '../../relations/index.ts'
import { longDay, span } from '../day-words.ts'
import { printable } from '../printable.ts'
import { halfYear } from './bottom-line.ts'
import type { Item, Section } from './page.ts'
import type { Receipts } from './receipts.ts'
import { eventsOfEither, list, plural, sentence } from './words.ts'

/** What could not be seen: days without rows, how closely the record looked, and how well what it shows is sourced. */

const daysItem = (brief: Brief, receipts: Receipts): Item => {
  const { days_without_rows: days, longest_gap: gap, from } = brief.coverage
  const longest =
    gap && gap.days > 1 ? `; the longest stretch is ${span(gap.from, gap.to)} (${plural(gap.days, 'day')})` : ''
  const text =
    days === 0
      ? `Every day since ${longDay(from)} has a row of the pair.`
      : `${plural(days, 'day')} since ${longDay(from)} ${days === 1 ? 'has' : 'have'} no row of the pair${longest}.`
  return { sentences: [sentence(text, halfYear(brief, receipts))] }
}

const lookedItem = (brief: Brief, receipts: Receipts): Item => ({
  sentences: [
    sentence(
      `In these days the record holds ${plural(brief.coverage.actor_events, 'event')} of either state, from ${plural(brief.coverage.independent_sources, 'independent publisher')}: that is how closely it looked.`,
      receipts.question(eventsOfEither(brief, brief.coverage.from)),
    ),
  ],
})

const setsItem = ({ source, coverage, cells }: Brief, receipts: Receipts): Item[] => {
  if (source === null) return []
  const others = coverage.not_asked.map(name => printable(name))
  const rest =
    others.length === 0
      ? 'what only others tell is not here'
      : `${list(others)} ${others.length === 1 ? 'holds' : 'hold'} rows of the pair too, and data sets are never added up`
  return [
    {
      sentences: [
        sentence(
          `One data set was asked, ${printable(source)}: ${rest}.`,
          receipts.rows(cells.now, 'rows of the pair in the half year'),
        ),
      ],
    },
  ]
}

/** Of the events that the page has named so far. */
const sourcingItem = (receipts: Receipts): Item[] => {
  const events = receipts.all.flatMap((receipt): CitedEvent[] => (receipt.kind === 'event' ? [receipt.event] : []))
  const [single, undated] = [
    events.filter(({ witnesses }) => witnesses <= 1),
    events.filter(({ known_basis }) => known_basis === 'occurred'),
  ]
  if (events.length === 0 || single.length + undated.length === 0) return []
  const parts = [
    ...(single.length > 0
      ? [`${single.length} ${single.length === 1 ? 'rests' : 'rest'} on one publisher or none`]
      : []),
    ...(undated.length > 0 ? [`the day on which ${undated.length} became known is assumed`] : []),
  ]
  const named = [...new Set([...single, ...undated].map(({ id }) => id))]
  return [
    {
      sentences: [
        sentence(
          `Of the ${plural(events.length, 'event')} named above, ${parts.join(', and ')}.`,
          receipts.events(named),
        ),
      ],
    },
  ]
}

/** Told last: it counts the events that the sections before have named. */
export const unseenSection = (brief: Brief, receipts: Receipts): Section => ({
  id: 'unseen',
  title: 'What could not be seen',
  items: [
    daysItem(brief, receipts),
    lookedItem(brief, receipts),
    ...setsItem(brief, receipts),
    ...sourcingItem(receipts),
  ],
})
