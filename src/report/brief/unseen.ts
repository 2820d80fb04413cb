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

const lookedWords = ({ actor_events, independent_sources }: Brief['coverage']): string => {
  if (actor_events === 0) return 'In these days the record holds no single event of either state.'
  const from =
    independent_sources === 0
      ? 'from data sets that name no publishers'
      : `from ${plural(independent_sources, 'independent publisher')}`
  return `In these days the record holds ${plural(actor_events, 'event')} of either state, ${from}: that is how closely it looked.`
}

const lookedItem = (brief: Brief, receipts: Receipts): Item => ({
  sentences: [
    sentence(
      lookedWords(brief.coverage),
      receipts.question(eventsOfEither(brief, { from: brief.coverage.from, to: brief.as_of })),
    ),
  ],
})

const setsItem = ({ coverage, cells }: Brief, receipts: Receipts): Item[] => {
  const { asked, not_asked } = coverage
  const [only, ...more] = asked
  if (!only) return []
  const others = not_asked.map(name => printable(name))
  const rest =
    others.length === 0
      ? 'what only others tell is not here'
      : `${list(others)} ${others.length === 1 ? 'holds' : 'hold'} rows of the pair too, and data sets are never added up`
  const sets =
    more.length === 0
      ? `One data set was asked, ${printable(only.source)}`
      : `Data sets were asked one after another, ${list(asked.map(({ source, from, to }) => `${printable(source)} for ${span(from, to)}`))}`
  return [{ sentences: [sentence(`${sets}: ${rest}.`, receipts.rows(cells.now, 'rows of the pair in the half year'))] }]
}

/** Of the events that the page has named so far. */
const sourcingItem = (receipts: Receipts): Item[] => {
  const events = receipts.all.flatMap((receipt): CitedEvent[] => (receipt.kind === 'event' ? [receipt.event] : []))
  const [single, undated] = [
    events.filter(({ witnesses, sources }) => witnesses <= 1 && sources.length > 0),
    events.filter(({ known_basis }) => known_basis === 'occurred'),
  ]
  if (events.length === 0 || single.length + undated.length === 0) return []
  const parts = [
    ...(single.length > 0 ? [`${single.length} ${single.length === 1 ? 'rests' : 'rest'} on one publisher`] : []),
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
