import type { ActorId, Day, Landmark } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { sourceOf } from './provenance.ts'

/** An entry of data/facts/landmarks.yaml; one day where `to` is missing. */
interface LandmarkEntry {
  readonly id: string
  readonly names: readonly string[]
  readonly from: Day
  readonly to?: Day
  readonly actors: readonly ActorId[]
  readonly summary: string
  readonly sources: readonly string[]
}

let list: readonly Landmark[] | null = null

/** Dated landmarks by which texts name a time: "the annexation of Crimea". */
export const landmarks = (): readonly Landmark[] => {
  list ??= readShippedYaml<LandmarkEntry[]>('facts', 'landmarks.yaml').map(entry => ({
    id: entry.id,
    names: entry.names,
    from: entry.from,
    to: entry.to ?? entry.from,
    actors: entry.actors,
    summary: entry.summary,
    sources: entry.sources.map(code => sourceOf(code)),
  }))
  return list
}

/** Those whose names stand in a text at all: most texts name two or three of a hundred. */
export const landmarksNamed = (text: string): readonly Landmark[] => {
  const lower = text.toLowerCase().replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ')
  return landmarks().filter(({ names }) => names.some(name => lower.includes(name.toLowerCase().replace(/^the /u, ''))))
}
