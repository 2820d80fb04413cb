import { type ActorId, actorKind, isState, usageFailure } from '../domain/index.ts'
import { actorName, nearestNames, resolveCountry } from './countries.ts'

/** A country as the user names it (name, code, demonym, capital), or another actor by its id (`org:osce-minsk-group`). */
export const askedActor = (name: string): ActorId => {
  if (name.includes(':') && actorKind(name) !== null) return name
  const found = resolveCountry(name)
  const said = JSON.stringify(name)
  if (found && 'id' in found) return found.id
  if (found) {
    const rivals = found.rivals.map(rival => `${rival.name} (${rival.id})`).join(', ')
    const codes = found.rivals.map(({ id }) => id).filter(isState)
    throw usageFailure(`${said} could be ${rivals}: which?`, `type the code: ${codes.join(' or ')}`)
  }
  const near = nearestNames(name)
  throw usageFailure(
    `unknown country ${said}`,
    near.length > 0 ? `did you mean ${near.join(', ')}?` : 'give a name, a code such as AZE, or a demonym',
  )
}

/** "AZE-IRN", or two names with a hyphen between; names that have one of their own go by their code. */
export const writtenPair = (text: string): readonly [ActorId, ActorId] => {
  const parts = text.split('-')
  if (parts.length !== 2)
    throw usageFailure(`${JSON.stringify(text)} is no pair`, 'write two countries with a hyphen between, as in AZE-IRN')
  return askedPair(parts[0] ?? '', parts[1] ?? '')
}

/** Two different actors, in the order of their ids, in which a pair is written. */
export const askedPair = (one: string, other: string): readonly [ActorId, ActorId] => {
  const [a, b] = [askedActor(one), askedActor(other)]
  if (a === b) throw usageFailure(`${one} and ${other} are the same: ${actorName(a)}`, 'name two different countries')
  return a < b ? [a, b] : [b, a]
}
