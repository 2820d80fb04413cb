import { z } from '@hono/zod-openapi'
import { askedCount, askedDay, askedDays, askedEventTypes, EVENT_TYPES, usageFailure } from '../domain/index.ts'
import { PERIODS } from '../record/index.ts'

/** Parameters of addresses. They are read as the options of the command line are, and refused with the same words. */

/** How the description of the API shows a parameter. */
interface Shown {
  readonly description: string
  readonly pattern?: string
  readonly example?: string
}

/** A text that a reader turns into a value; what the reader refuses is thrown as it is. */
const read = <T>(reader: (text: string) => T, shown: Shown) =>
  z
    .string()
    .openapi({ ...shown })
    .transform(reader)

const DAY = { pattern: '^\\d{4}-\\d{2}-\\d{2}$', example: '2014-07-17' }

export const dayParameter = (description: string) => read(askedDay, { ...DAY, description })

export const asOfParameter = dayParameter('as the record knew it on this day (default: its last known day)').optional()

export const asOfDaysParameter = read(askedDays, {
  description:
    'judge with what was known on these days, between commas (default: the document’s day and the last of the record)',
  example: '2014-07-17,2015-12-31',
}).optional()

export const dateParameter = dayParameter('the day on which the text was written, where it does not say so').optional()

export const actorParameter = (description: string) =>
  z.string().openapi({ description: `${description}: name, code, demonym or id`, example: 'Iran' })

export const typesParameter = read(askedEventTypes, {
  description: `PLOVER types, between commas: ${EVENT_TYPES.join(', ')}`,
  example: 'CONSULT,AGREE',
}).optional()

/** The most rows of one answer; more are asked for in stretches of days. */
const MOST_ROWS = 10_000

export const limitParameter = read(
  text => {
    const limit = askedCount(text)
    if (limit <= MOST_ROWS) return limit
    throw usageFailure(`an answer holds at most ${MOST_ROWS} rows`, 'ask for them in stretches of days: from, to')
  },
  { description: `at most so many rows (default and most: ${MOST_ROWS})`, pattern: '^[1-9]\\d*$', example: '50' },
)
  .optional()
  .transform(limit => limit ?? MOST_ROWS)

export const sourceParameter = z
  .string()
  .optional()
  .openapi({ description: 'one data set alone: /sources lists them', example: 'chronology' })

export const periodParameter = z.enum(PERIODS).default('month').openapi({ description: 'length of a point' })

export const flagParameter = (description: string) =>
  z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description })
    .transform(word => word === 'true')

/** How much of a check is told. */
export const detailParameter = z.enum(['full', 'summary']).optional().openapi({
  description:
    'full: the whole ledger (default); summary: its counts and the claims to be told first, with their weightiest receipts',
})

/** A count with a default and a most. */
export const countParameter = (description: string, usual: number, most: number) =>
  read(
    text => {
      const count = askedCount(text)
      if (count <= most) return count
      throw usageFailure(`${count} is too many: at most ${most}`, 'ask for fewer')
    },
    { description: `${description} (default: ${usual})`, pattern: '^[1-9]\\d*$', example: String(usual) },
  )
    .optional()
    .transform(count => count ?? usual)

export const offsetParameter = z
  .string()
  .default('0')
  .openapi({ description: 'how many rows to pass over', pattern: '^\\d+$' })
  .transform(text => (text === '0' ? 0 : askedCount(text)))
