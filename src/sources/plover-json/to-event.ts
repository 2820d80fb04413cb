import type { SplitRecord } from '../format.ts'

type Fields = Readonly<Record<string, unknown>>

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value !== 'NULL' ? value : undefined

const placeOf = (location: unknown): string | undefined => {
  const [first] = Array.isArray(location) ? (location as Fields[]) : []
  if (first === undefined) return undefined
  const parts = [first.city, first.district, first.province, first.country].map(text).filter(part => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** An object as the JSON text of an event with the contract's fields; what is absent stays absent, and the record judges it. */
export const toEventText = (line: number, object: string): SplitRecord => {
  let fields: Fields
  try {
    fields = JSON.parse(object) as Fields
  } catch {
    return { line, text: null, problem: 'not JSON: torn or damaged object' }
  }
  const published = text(fields.date)
  const publisher = text(fields.publication)
  const event = {
    id: text(fields.id) === undefined ? undefined : `plover-json:${fields.id}`,
    day: published,
    day_to: text(fields.enddate),
    source: text(fields.ccode),
    status: 'occurred',
    cameo: text(fields.event),
    type: text(fields.event)?.startsWith('14') ? 'PROTEST' : undefined,
    summary: [text(fields.eventText), text(fields.headline)].filter(part => part !== undefined).join(': '),
    place: placeOf(fields.location),
    sources: publisher === undefined ? [] : [{ publisher, title: text(fields.headline) ?? '', url: '', published }],
  }
  return { line, text: JSON.stringify(event), problem: null }
}
