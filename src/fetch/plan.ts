import { type Day, inputFailure, usageFailure } from '../domain/index.ts'
import { GDELT } from './gdelt.ts'
import { get, type Manners } from './request.ts'
import type { FetchSource, OfferedFile } from './source.ts'

export const FETCH_SOURCES: readonly FetchSource[] = GDELT

export interface Plan {
  readonly source: string
  readonly from: Day
  readonly to: Day
  readonly files: readonly OfferedFile[]
  /** Of the files whose size is known. */
  readonly bytes: number
}

/** The longest list, GDELT 2.0's of every quarter of an hour, has about 150 MB. */
const MAX_LIST = 600_000_000

/** Names become files of a folder: whatever could lead out of it is no name of a published file. */
const isPlain = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)

const read = async (url: string, manners: Manners): Promise<string> => {
  const answer = await get(url, {}, manners)
  if (answer.statusCode !== 200) {
    answer.resume()
    throw inputFailure(`${url}: the server answers ${answer.statusCode}`, 'try again later')
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_LIST) throw inputFailure(`${url} is too long for a list of files`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Which files of a source cover some days, and how much they are. `base` is where they are, unless the publisher's own place is meant. */
export const makePlan = async (
  name: string,
  { from, to }: { readonly from: Day; readonly to: Day },
  manners: Manners,
  base?: string,
): Promise<Plan> => {
  const source = FETCH_SOURCES.find(known => known.name === name)
  if (source === undefined)
    throw usageFailure(
      `nothing is known to fetch under the name ${JSON.stringify(name)}`,
      `sources: ${FETCH_SOURCES.map(known => known.name).join(', ')}`,
    )
  if (to < source.first) throw usageFailure(`${name} begins on ${source.first}`)
  const place = base ?? source.base
  const lists: string[] = []
  for (const list of source.lists) lists.push(await read(`${place}${list}`, manners))
  const files = source.files(lists, place, from, to).filter(file => isPlain(file.name))
  return { source: name, from, to, files, bytes: files.reduce((sum, file) => sum + (file.bytes ?? 0), 0) }
}
