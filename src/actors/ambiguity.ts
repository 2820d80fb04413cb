import type { ActorId } from '../domain/index.ts'
import { kindOf, type Sense } from './lexicon.ts'
import type { Rival } from './mention.ts'
import { listOf, readTable } from './tables.ts'

/** A reading of an ambiguous name, from data/actors/ambiguous.tsv. */
interface Reading {
  readonly id: ActorId | null
  readonly state: ActorId | null
  readonly preferred: boolean
  readonly why: string
  readonly cues: readonly string[]
}

let table: ReadonlyMap<string, readonly Reading[]> | null = null

const readings = (): ReadonlyMap<string, readonly Reading[]> => {
  if (table) return table
  const byName = new Map<string, Reading[]>()
  for (const row of readTable('ambiguous')) {
    const list = byName.get(row.name ?? '') ?? []
    const id = row.id || null
    const state = row.state || (id && !id.includes(':') ? id : null)
    list.push({ id, state, preferred: row.default === 'default', why: row.why ?? '', cues: listOf(row.cues) })
    byName.set(row.name ?? '', list)
  }
  table = byName
  return table
}

const LETTER = /[\p{L}\p{N}]/u

/** Cues near the name (its sentence, roughly) weigh more than all far ones: an article may speak of both Georgias. */
const NEAR = 120
const FAR_MOST = 2

/** Counts cues of a text once for each name, and near a place for each mention. */
export class CueCounter {
  readonly #text: string
  readonly #found = new Map<string, readonly number[]>()

  constructor(text: string) {
    this.#text = text.toLowerCase()
  }

  score(cues: readonly string[], at: number): number {
    const places = cues.map(cue => this.#places(cue)).filter(found => found.length > 0)
    const near = places.filter(found => found.some(place => Math.abs(place - at) <= NEAR)).length
    return near * 3 + Math.min(FAR_MOST, places.length - near)
  }

  #places(cue: string): readonly number[] {
    const known = this.#found.get(cue)
    if (known) return known
    const wanted = cue.toLowerCase()
    const places: number[] = []
    for (let at = this.#text.indexOf(wanted); at >= 0; at = this.#text.indexOf(wanted, at + 1)) {
      const [left, right] = [this.#text[at - 1] ?? ' ', this.#text[at + wanted.length] ?? ' ']
      if (!LETTER.test(left) && !LETTER.test(right)) places.push(at)
    }
    this.#found.set(cue, places)
    return places
  }
}

export interface Choice {
  readonly sense: Sense
  readonly rivals: readonly Rival[]
}

/**
 * The sense of a form at a place of the text, with the rivals that lost and why. Null when the words are no actor.
 * A cue must outweigh the default by more than one: a single far cue does not turn a name.
 */
export const chooseSense = (name: string, senses: readonly Sense[], at: number, cues: CueCounter): Choice | null => {
  const options = readings().get(name)
  const first = senses[0]
  if (!first) return null
  if (!options) {
    if (first.id === null) return null
    const others = senses.slice(1).flatMap(s => (s.id ? [{ id: s.id, why: s.why }] : []))
    const claims = first.claims.map(id => ({ id, why: 'holds or claims it' }))
    return { sense: first, rivals: [...others, ...claims] }
  }
  const scored = options
    .map(o => ({ ...o, score: cues.score(o.cues, at) + (o.preferred ? 1 : 0) }))
    .sort((a, b) => b.score - a.score || Number(b.preferred) - Number(a.preferred))
  const best = scored[0]
  if (!best || best.id === null) return null
  const known = senses.find(s => s.id === best.id)
  const decided = best.score > (best.preferred ? 1 : 0) ? ', as the words around say' : ', for want of other cues'
  return {
    sense: {
      ...first,
      how: kindOf(best.id),
      ...known,
      id: best.id,
      state: best.state ?? known?.state ?? null,
      why: best.why + decided,
    },
    rivals: scored.slice(1).flatMap(o => (o.id ? [{ id: o.id, why: o.why }] : [])),
  }
}

/** For the command line: the readings of a name that are actors. */
export const readingsOf = (
  name: string,
): readonly { readonly id: ActorId; readonly why: string; readonly preferred: boolean }[] =>
  (readings().get(name) ?? []).flatMap(r => (r.id ? [{ id: r.id, why: r.why, preferred: r.preferred }] : []))

export const ambiguousNames = (): readonly string[] => [...readings().keys()]
