import type { ActorId, Fact } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { sourceOf } from './provenance.ts'

/** data/facts/regions.yaml. */
interface RegionsFile {
  readonly regions: readonly {
    readonly id: ActorId
    readonly name: string
    /** Whether the list is the usual one; `false` where writers differ about who belongs. */
    readonly complete: boolean
    readonly members: string
    readonly source: string
  }[]
  readonly religion: readonly { readonly religion: string; readonly states: string; readonly source: string }[]
}

let file: RegionsFile | null = null
const read = (): RegionsFile => {
  file ??= readShippedYaml<RegionsFile>('facts', 'regions.yaml')
  return file
}

const short = (id: ActorId): string => id.replace(/^[a-z]+:/, '').toLowerCase()

/** The states of a region, each as a fact. Geography moves slowly: the facts bear no days. */
export const regionMembers = (
  region: ActorId,
): { readonly complete: boolean; readonly facts: readonly Fact[] } | null => {
  const entry = read().regions.find(r => r.id === region)
  if (!entry) return null
  const facts = entry.members.split(/\s+/).map(
    (state): Fact => ({
      fact: `fact:region:${short(region)}:${short(state)}`,
      subject: state,
      relation: 'part_of',
      object: region,
      of: null,
      from: null,
      to: null,
      sources: [sourceOf(entry.source)],
    }),
  )
  return { complete: entry.complete, facts }
}

/** What a region is called: "South Caucasus". */
export const regionName = (region: ActorId): string => read().regions.find(r => r.id === region)?.name ?? region

export const regionIds = (): readonly ActorId[] => read().regions.map(r => r.id)

/** The religion of most people of a state ("Shia Islam"), where op-eds speak of it; null where the data is silent. */
export const religionMajority = (state: ActorId): Fact | null => {
  const entry = read().religion.find(r => r.states.split(/\s+/).includes(state))
  if (!entry) return null
  return {
    fact: `fact:religion:${short(state)}:${entry.religion.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    subject: state,
    relation: 'has_majority_religion',
    object: entry.religion,
    of: null,
    from: null,
    to: null,
    sources: [sourceOf(entry.source)],
  }
}
