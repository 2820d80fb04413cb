import type { Day } from '../domain/index.ts'
import type { KnownRange, OpenRecord } from '../record/index.ts'
import { type Kept, keep } from './kept.ts'

const MOST_DAYS = 1000

const once = async <T>(kept: Kept<T>, key: string, ask: () => Promise<T>): Promise<T> => {
  const known = kept.get(key)
  if (known !== undefined) return known
  const answer = await ask()
  kept.set(key, answer)
  return answer
}

/** A record that nobody writes to while it is open: what nearly every question asks first is asked once. */
export const steadyReader = (record: OpenRecord): OpenRecord => {
  const sources = keep<Awaited<ReturnType<OpenRecord['sources']>>>(1, () => 1)
  const ranges = keep<KnownRange>(MOST_DAYS, () => 1)
  return {
    ...record,
    sources: () => once(sources, '', () => record.sources()),
    knownRange: (asOf?: Day) => once(ranges, asOf ?? '', () => record.knownRange(asOf)),
  }
}
