import type { Command } from 'commander'
import { actorName, askedActor as actorOf, askedPair as pairOf } from '../actors/index.ts'
import {
  checkRange,
  type Day,
  askedDay as day,
  type EventType,
  askedEventTypes as eventTypes,
  askedCount as positive,
  usageFailure,
} from '../domain/index.ts'
import type { AsOfEvent, EventQuery, OpenRecord } from '../record/index.ts'
import { eventJson, eventsJson, eventsTerminal, jsonDocument, jsonLines } from '../report/index.ts'
import { type CommonOptions, command, type JsonOptions, jsonlOption, jsonOption, optionsOf } from './command.ts'
import { print } from './output.ts'
import { screenFor } from './terminal.ts'
import { lastKnownDay, withRecord } from './with-record.ts'

interface EventsOptions extends JsonOptions {
  readonly from?: Day
  readonly to?: Day
  readonly asOf?: Day
  readonly type?: EventType[]
  readonly search?: string
  readonly limit?: number
  readonly best?: true
}

/** Whose events: a pair's, one actor's, or all. */
const whose = (a: string | undefined, b: string | undefined): Pick<EventQuery, 'pair' | 'actors'> => {
  if (a === undefined) return {}
  return b === undefined ? { actors: [actorOf(a)] } : { pair: pairOf(a, b) }
}

/** By day, or the best matches of a search first. */
const rowsOf = async (
  record: OpenRecord,
  query: EventQuery,
  search: string | undefined,
  best: boolean,
): Promise<AsOfEvent[]> => {
  if (search === undefined) return record.events(query)
  if (!best) return record.events({ ...query, search })
  return (await record.search({ ...query, search })).map(({ event }) => event)
}

const show = async (a: string | undefined, b: string | undefined, options: EventsOptions & CommonOptions) => {
  checkRange(options)
  const asked = whose(a, b)
  const { from, to, type, search, limit, best } = options
  if (best && search === undefined)
    throw usageFailure('--best needs --search', 'best matches are those of the words searched for')
  await withRecord(options, async record => {
    const asOf = options.asOf ?? (await lastKnownDay(record))
    // One row more than asked for tells whether there are more.
    const query: EventQuery = {
      asOf,
      ...asked,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(type === undefined ? {} : { types: type }),
      ...(limit === undefined ? {} : { limit: limit + 1 }),
    }
    const rows = await rowsOf(record, query, search, best === true)
    const events = rows.slice(0, limit)
    if (options.jsonl) return print(jsonLines(events.map(eventJson)))
    if (options.json) return print(jsonDocument(eventsJson(events, asOf)))
    const names = (asked.pair ?? asked.actors ?? []).map(actorName)
    await print(eventsTerminal(events, { asOf, names, cutOff: events.length < rows.length }, screenFor(options)))
  })
}

export const events = (): Command =>
  command(
    'events',
    'list rows of the record with their sources',
    'detente events Azerbaijan Iran --from 2014-04-01 --to 2014-04-30',
  )
    .argument('[A]', 'a country: name, code or demonym')
    .argument('[B]', 'another: only events between the two')
    .option('--from <DAY>', 'events that last beyond this day', day)
    .option('--to <DAY>', 'events that began by this day', day)
    .option('--as-of <DAY>', 'as the record knew them on this day (default: its last known day)', day)
    .option('--type <TYPE>', 'PLOVER types, between commas: CONSULT, AGREE …', eventTypes)
    .option('--search <WORDS>', 'words of the summary, the people or the place', undefined)
    .option('--best', 'with --search: the best matches first, fifty unless --limit says otherwise')
    .option('--limit <N>', 'at most so many rows', positive)
    .addOption(jsonOption())
    .addOption(jsonlOption())
    .action((a: string | undefined, b: string | undefined, _options, self: Command) =>
      show(a, b, optionsOf<EventsOptions>(self)),
    )
