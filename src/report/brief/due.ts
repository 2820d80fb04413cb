import { daysBetween } from '../../domain/index.ts'
import type { Brief } from '../../relations/index.ts'
import { longDay } from '../day-words.ts'
import type { Section } from './page.ts'
import type { Receipts } from './receipts.ts'
import { plural, sentence, told } from './words.ts'

/** What was announced and not seen to happen: the latest first, each with its age. An announced visit is not a visit. */

const age = (days: number): string => (days === 0 ? 'announced on this day' : `announced ${plural(days, 'day')} before`)

export const dueSection = ({ announced, as_of, cells }: Brief, receipts: Receipts): Section => ({
  id: 'due',
  title: 'Announced and due',
  items:
    announced.length === 0
      ? [
          {
            sentences: [
              sentence(
                'No announcement of the last year is open, as far as the record tells.',
                receipts.rows(cells.now, 'rows of the pair in the half year'),
              ),
            ],
          },
        ]
      : [...announced].reverse().map(event => ({
          lead: longDay(event.day),
          sentences: [sentence(told(event.summary), receipts.events([event.id]))],
          note: `${age(daysBetween(event.day, as_of))}; no row shows that it took place`,
        })),
})
