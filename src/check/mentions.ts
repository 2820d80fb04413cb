import { actorName, resolveCountry } from '../actors/index.ts'
import { type ActorId, actorKind, type RecordEvent } from '../domain/index.ts'
import { keysOf } from './terms.ts'

const stateOfWord = new Map<string, ActorId | null>()
/** The state that a name, demonym or capital stands for; null for other words. */
export const stateNamed = (words: string): ActorId | null => {
  const known = stateOfWord.get(words)
  if (known !== undefined) return known
  const found = resolveCountry(words)
  const id = found && 'id' in found ? found.id : null
  stateOfWord.set(words, id)
  return id
}

const mentioned = new WeakMap<RecordEvent, ReadonlySet<ActorId>>()

/** States that an event's sides or summary name: by name, demonym or capital. */
const statesIn = (event: RecordEvent): ReadonlySet<ActorId> => {
  const known = mentioned.get(event)
  if (known) return known
  const names = event.summary.match(/\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)*/gu) ?? []
  // "Turkish Foreign Minister": single words of a run of capitals count as well as the whole of it.
  const words = names
    .flatMap(name => [name, ...name.split(' ')])
    .map(word => word.replace(/['’]s?$|[.-]+$/u, ''))
    .filter(word => word.length > 1)
  const ids = new Set([event.source, event.target, ...words.map(stateNamed)].flatMap(id => id ?? []))
  mentioned.set(event, ids)
  return ids
}

/** Whether an event has an actor on a side or names it. */
export const involves = (event: RecordEvent, id: ActorId): boolean => {
  if (event.source === id || event.target === id) return true
  if (actorKind(id) === 'state') return statesIn(event).has(id)
  const text = keysOf([event.summary, ...event.people, event.place ?? ''].join(' '))
  const words = [...keysOf(actorName(id))].filter(word => word.length > 2 && word !== 'the')
  // "The Revolutionary Guards" are the Islamic Revolutionary Guard Corps: half the words of a long name will do.
  const hits = words.filter(word => text.has(word)).length
  return words.length > 0 && hits >= Math.max(Math.min(2, words.length), Math.ceil(words.length / 2))
}
