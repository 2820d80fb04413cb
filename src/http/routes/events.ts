import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { actorName, askedActor, askedPair } from '../../actors/index.ts'
import { checkRange, usageFailure } from '../../domain/index.ts'
import { type AsOfEvent, type EventQuery, lastKnownDay, type OpenRecord } from '../../record/index.ts'
import { eventsJson, eventsTerminal, PIPED } from '../../report/index.ts'
import { answer } from '../answer.ts'
import { answerText, formatParameter, inFormats, TABLES, wantedFormat } from '../formats.ts'
import {
  actorParameter,
  asOfParameter,
  dayParameter,
  flagParameter,
  limitParameter,
  offsetParameter,
  typesParameter,
} from '../parameters.ts'
import { PROBLEMS } from '../problem.ts'
import { Events } from '../schemas/events.ts'
import type { Service } from '../service.ts'

const Query = z.strictObject({
  a: actorParameter('a country').optional(),
  b: actorParameter('another: only events between the two').optional(),
  from: dayParameter('events that last beyond this day').optional(),
  to: dayParameter('events that began by this day').optional(),
  as_of: asOfParameter,
  type: typesParameter,
  search: z.string().optional().openapi({ description: 'words of the summary, the people or the place' }),
  best: flagParameter('with search: the best matches first'),
  limit: limitParameter,
  offset: offsetParameter,
  format: formatParameter(TABLES),
})

const route = createRoute({
  method: 'get',
  path: '/api/v1/events',
  operationId: 'events',
  summary: 'rows of the record with their sources; a Link header leads to the next page',
  middleware: [etag()] as const,
  request: { query: Query },
  responses: { 200: inFormats('events by day', Events, TABLES), ...PROBLEMS },
})

const whose = ({ a, b }: z.output<typeof Query>): Pick<EventQuery, 'pair' | 'actors'> => {
  if (a === undefined && b !== undefined)
    throw usageFailure('b is given without a', 'name one country as a, or two as a and b')
  if (a === undefined) return {}
  return b === undefined ? { actors: [askedActor(a)] } : { pair: askedPair(a, b) }
}

const rowsOf = async (
  record: OpenRecord,
  query: EventQuery,
  { search, best }: z.output<typeof Query>,
): Promise<AsOfEvent[]> => {
  if (search === undefined) return record.events(query)
  if (!best) return record.events({ ...query, search })
  return (await record.search({ ...query, search })).map(({ event }) => event)
}

const linkNext = (c: Context, offset: number): void => {
  const { pathname, search } = new URL(c.req.url)
  const next = new URLSearchParams(search)
  next.set('offset', String(offset))
  c.header('Link', `<${pathname}?${next}>; rel="next"`)
}

export const eventsRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const asked = c.req.valid('query')
    const { from, to, type, search, best, limit, offset } = asked
    checkRange({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
    if (best && (search === undefined || offset > 0))
      throw usageFailure('best needs search, and has one page', 'best matches are those of the words searched for')
    const pair = whose(asked)
    const [rows, asOf] = await record.use(async open => {
      const day = asked.as_of ?? (await lastKnownDay(open))
      // One row more than asked for tells whether there are more.
      const query: EventQuery = {
        asOf: day,
        ...pair,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(type === undefined ? {} : { types: type }),
        limit: limit + 1,
        offset,
      }
      return [await rowsOf(open, query, asked), day] as const
    })
    if (rows.length > limit && !best) linkNext(c, offset + limit)
    const events = rows.slice(0, limit)
    const format = wantedFormat(c, asked.format, TABLES)
    if (format === 'json') return answer(c, eventsJson(events, asOf))
    const names = (pair.pair ?? pair.actors ?? []).map(actorName)
    const shown = { asOf, names, cutOff: events.length < rows.length }
    return answerText(c, format, `events-${asOf}`, eventsTerminal(events, shown, PIPED))
  })
}
