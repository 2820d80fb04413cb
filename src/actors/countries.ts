import type { ActorId } from '../domain/index.ts'
import { lettersApart, personName, plain } from '../facts/index.ts'
import { readingsOf } from './ambiguity.ts'
import { actorLexicon } from './lexicon.ts'
import { listOf, readTable } from './tables.ts'

/** Names, codes, demonyms and capitals as a command line may bear them, without regard to case → states. */
let byName: ReadonlyMap<string, readonly ActorId[]> | null = null

const withoutArticle = (name: string): string => plain(name).replace(/^the /, '')

const table = (): ReadonlyMap<string, readonly ActorId[]> => {
  if (byName) return byName
  const map = new Map<string, ActorId[]>()
  const add = (name: string, id: ActorId) => {
    const key = withoutArticle(name)
    const ids = map.get(key)
    if (!ids) map.set(key, [id])
    else if (!ids.includes(id)) ids.push(id)
  }
  for (const row of readTable('states')) {
    const id = row.id ?? ''
    for (const name of [row.name ?? '', ...listOf(row.names), ...listOf(row.adjectives)]) add(name, id)
    for (const name of [...listOf(row.people), ...listOf(row.capitals)]) add(name, id)
  }
  byName = map
  return map
}

/** Typed alone, without a text around them, these names cannot be decided. */
const ASKS_BACK = new Set(['georgia', 'congo', 'congolese', 'korea', 'korean', 'koreans', 'dominican', 'dominicans'])

/** The name an output prints: "Azerbaijan", "the OSCE Minsk Group", "Hossein Dehqan". */
export const actorName = (id: ActorId): string => {
  const name = actorLexicon().names.get(id) ?? personName(id)
  if (name) return name
  if (id === 'loc:georgia-us') return 'Georgia (United States)'
  const words = id.replace(/^[a-z]+:/, '').split('-')
  return id.includes(':') ? words.map(w => w.charAt(0).toUpperCase() + w.slice(1)).join(' ') : id
}

/**
 * A state from a command line's argument: code, name, demonym or capital. Names that fit several states come back as
 * rivals, each with the code that says which; null when nothing fits.
 */
export const resolveCountry = (
  name: string,
):
  | { readonly id: ActorId }
  | { readonly rivals: readonly { readonly id: ActorId; readonly name: string }[] }
  | null => {
  const trimmed = name.trim()
  const codes = readTable('states')
  // A code typed in capitals is a code; "us" and "in" in small letters may be codes too, but names come first.
  const code = codes.find(row => row.id === trimmed || (row.iso2 !== '' && row.iso2 === trimmed))
  if (code?.id) return { id: code.id }
  const key = withoutArticle(trimmed)
  if (ASKS_BACK.has(key)) {
    const readings = readingsOf(trimmed.charAt(0).toUpperCase() + trimmed.slice(1).toLowerCase())
    const ids = readings.length > 0 ? readings.map(r => r.id) : (table().get(key) ?? [])
    return { rivals: ids.map(id => ({ id, name: actorName(id) })) }
  }
  const ids = table().get(key) ?? []
  if (ids.length > 1) return { rivals: ids.map(id => ({ id, name: actorName(id) })) }
  if (ids[0]) return { id: ids[0] }
  const lower = codes.find(row => row.id?.toLowerCase() === key || (row.iso2 && row.iso2.toLowerCase() === key))
  return lower?.id ? { id: lower.id } : null
}

/** Up to three names of states near a mistyped one: for "did you mean". */
export const nearestNames = (text: string): string[] => {
  const key = withoutArticle(text)
  const most = Math.max(1, Math.min(3, Math.floor(key.length / 3)))
  const near = new Map<string, number>()
  for (const [name, ids] of table()) {
    const far = lettersApart(key, name, most)
    if (far > most) continue
    for (const id of ids) near.set(id, Math.min(near.get(id) ?? far, far))
  }
  return [...near]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([id]) => actorName(id))
}
