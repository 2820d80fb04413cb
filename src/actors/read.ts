import type { ActorId, Day, Span } from '../domain/index.ts'
import { isState } from '../domain/index.ts'
import { pairMentions } from './coreference.ts'
import type { Found } from './find.ts'
import type { Mention, OfficeMention } from './mention.ts'
import { findOffices } from './offices.ts'
import { pageOf } from './page.ts'
import { findPeople } from './person-mentions.ts'

const asMention = (text: string, { start, end, choice }: Found): Mention[] => {
  if (!choice?.sense.id) return []
  const { id, state, how, why } = choice.sense
  return [{ start, end, mention: text.slice(start, end), id, state, how, rivals: choice.rivals, why }]
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const inOrder = (a: Mention, b: Mention): number => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)

/**
 * All actors of a text, as of a day, with what else the words could have meant; and the offices it names.
 * Mentions come in the order of the text; what lies in boilerplate is left out.
 */
export const readActors = (
  text: string,
  options: { readonly on: Day | null; readonly boilerplate?: readonly Span[] },
): { readonly mentions: readonly Mention[]; readonly offices: readonly OfficeMention[] } => {
  const page = pageOf(text, options.on)
  const offices = findOffices(page)
  const named = page.found.flatMap(f => asMention(text, f))
  const states = new Set<ActorId>(named.flatMap(m => (m.state && isState(m.state) ? [m.state] : [])))
  const people = findPeople(page, offices, states)

  // A form inside a person's name is no actor of its own.
  const names = people.filter(m => m.how === 'person' && !isState(m.id))
  const free = named.filter(m => !names.some(name => overlaps(name, m)))
  const direct = [...free, ...people].sort(inOrder)
  const all = [...direct, ...pairMentions(text, direct)].sort(inOrder)

  const outside = (span: Span) => !options.boilerplate?.some(b => overlaps(b, span))
  return {
    mentions: all.filter(outside),
    offices: offices.filter(outside).map(({ nameFrom: _f, nameTo: _t, resolved: _r, ...office }) => office),
  }
}
