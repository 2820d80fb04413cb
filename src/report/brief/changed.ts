import type { Brief, ChangedEvent } from '../../relations/index.ts'
import { longDay } from '../day-words.ts'
import { printable } from '../printable.ts'
import type { Item, Section } from './page.ts'
import type { Receipts } from './receipts.ts'
import { ACTS, list, type NameOf, plural, sentence, told } from './words.ts'

/** What changed: dated events, each with a note on what it is, its part in the change and who told of it. */

const doers = ({ source, target, reciprocal }: ChangedEvent, nameOf: NameOf): string => {
  const by = printable(nameOf(source))
  return target === null ? by : reciprocal ? 'both sides' : `${by} towards ${printable(nameOf(target))}`
}

const BEARINGS = (bearing: ChangedEvent['bearing'], brief: Brief): string[] => {
  if (bearing === 'turn' && brief.turn) return [`part of the ${brief.turn.kind}`]
  if (bearing === 'before') return ['from before the change']
  return bearing === 'against' ? ['goes against the direction'] : []
}

const item = (event: ChangedEvent, brief: Brief, nameOf: NameOf, receipts: Receipts): Item => ({
  lead: longDay(event.day),
  sentences: [sentence(told(event.summary), receipts.events([event.id]))],
  note: [
    ...(event.type === null ? [] : [`${ACTS[event.type]}, ${doers(event, nameOf)}`]),
    ...BEARINGS(event.bearing, brief),
    ...(event.sources.length === 0 ? [] : [plural(event.witnesses, 'independent publisher')]),
  ].join('; '),
})

const title = ({ explained }: Brief): string => {
  return explained ? 'What changed' : 'What passed of late'
}

export const changedSection = (brief: Brief, nameOf: NameOf, receipts: Receipts): Section => ({
  id: 'changed',
  title: title(brief),
  items:
    brief.changed.length > 0
      ? brief.changed.map(event => item(event, brief, nameOf, receipts))
      : [nothing(brief, receipts)],
})

/** What the record told last of a pair of which it tells nothing now. */
export const lastSection = ({ last }: Brief, receipts: Receipts): Section => ({
  id: 'last',
  title: 'What it told last',
  items: last.map(({ id, day, summary }) => ({
    lead: longDay(day),
    sentences: [sentence(told(summary), receipts.events([id]))],
  })),
})

const nothing = (brief: Brief, receipts: Receipts): Item => ({
  sentences: [
    sentence(
      brief.coverage.standing === 'told'
        ? `No single events stand behind these figures: ${list([printable(brief.source ?? 'the data set')])} holds scores of days.`
        : 'No act of the pair that takes a side is on record for the last year.',
      receipts.rows(brief.cells.now, 'rows of the pair in the half year'),
    ),
  ],
})
