import type { ActorId, EventType } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import type { Case } from './case.ts'
import { type Content, contentShare, contentSize, isBorne, thirdParties } from './content.ts'
import { involves } from './mentions.ts'
import { namesPerson, sameName } from './names.ts'
import type { Days } from './search.ts'
import { termsOf } from './sought.ts'
import { contentKeys, keysOf, termKey } from './terms.ts'
import { sayingWords } from './thresholds.ts'

/** A saying that is looked for: by whom, to or about whom, of which kind, saying what. */
export interface Saying {
  /** Null: by anyone. */
  readonly speaker: ActorId | null
  readonly person: string | null
  readonly target: ActorId | null
  readonly types: readonly EventType[]
  /** Keys of words that tell such a saying, under whatever type a row files it; empty for talk of no side. */
  readonly words: ReadonlySet<string>
  readonly content: Content
}

const keysOfWords = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(termKey))

interface Kind {
  readonly types: readonly EventType[]
  /** Keys of the words that tell the side; empty for talk of no side. */
  readonly words: ReadonlySet<string>
}

/** The kind of a saying by its words: the first sided word decides, else any kind of talk. */
const kindOf = (quote: string): Kind => {
  const { sided, neutral } = sayingWords()
  const groups = sided.map(({ words, about = [], types }) => ({
    ...{ keys: keysOfWords([...words, ...about]), types },
    words: keysOfWords(words),
  }))
  for (const key of keysOf(quote)) {
    const group = groups.find(({ keys }) => keys.has(key))
    if (group) return group
  }
  return { types: neutral.types, words: new Set() }
}

/** A charge, whatever verb tells of it. */
const charge = (): Kind => {
  const { sided, charges } = sayingWords()
  return { types: charges, words: keysOfWords(sided.find(({ types }) => types[0] === charges[0])?.words ?? []) }
}

/** What was said, without the words that only tell that it was said, and by whom; the author's own charge has none. */
const saidIn = (c: Case, isOwn: boolean): string[] => {
  const { sided, neutral } = sayingWords()
  const terms = termsOf(c.claim)
  if (isOwn) return terms
  const speaker = keysOf(c.claim.attribution.to)
  const saying = new Set([...keysOfWords([...sided.flatMap(group => group.words), ...neutral.words]), ...speaker])
  const said = (keys: readonly string[]) => keys.filter(key => !saying.has(key))
  if (said(terms).length > 0) return said(terms)
  // Readers may give the verb alone and leave what it governs to another claim: it still stands in the quote.
  const names = [...c.claim.actors.map(a => a.mention), c.claim.attribution.to]
  return said(contentKeys([c.claim.quote], names))
}

/** The saying that a claim reports; `speaker` null where the author speaks for himself. */
export const sayingOf = (c: Case, speaker: ActorId | null, person: string | null): Saying => {
  const { claim } = c
  const listed = [c.target, c.source, ...c.actors].flatMap(id => id ?? [])
  const target = speaker === null ? c.source : (listed.find(id => id !== speaker) ?? null)
  const { types, words } = claim.type === 'accusation' ? charge() : kindOf(claim.quote)
  const read = claim.event?.type
  return {
    ...{ speaker, person, target },
    types: words.size > 0 && read && speaker !== null ? [...new Set([read, ...types])] : types,
    words,
    content: {
      terms: saidIn(c, speaker === null),
      parties: thirdParties(
        claim.actors.map(a => a.id),
        [speaker, target],
      ),
    },
  }
}

const isBy = (event: AsOfEvent, { speaker, person }: Saying): boolean => {
  if (person !== null && !event.people.some(p => sameName(p, person)) && !namesPerson(event.summary, person))
    return false
  return speaker === null || event.source === speaker || (event.reciprocal && event.target === speaker)
}

/** An act of talk that was called off never was; one that is denied or announced was still talked of. */
const wasSaid = (event: AsOfEvent): boolean => event.status !== 'cancelled' && event.status !== 'possible'

/** Of the types sought, or told in the very words: what was complained of in a talk is filed as the talk. */
const isOfKind = ({ type, summary }: AsOfEvent, { types, words, content }: Saying): boolean => {
  if ([...keysOf(summary)].some(key => words.has(key))) return true
  if (type === null) return false
  // Where nothing is known of what was said, only the very kind of saying tells.
  return contentSize(content) === 0 ? type === types[0] : types.includes(type)
}

const placeOf = ({ type }: AsOfEvent, types: readonly EventType[]): number => {
  const at = type === null ? -1 : types.indexOf(type)
  return at < 0 ? types.length : at
}

export interface Said {
  readonly witnesses: readonly AsOfEvent[]
  readonly near: readonly AsOfEvent[]
}

/** Sayings on record that fit, best first, then latest; `near`: of the right kind, by the right side, about something else. */
export const findSayings = async (c: Case, saying: Saying, days: Days): Promise<Said> => {
  const { speaker, target, types, words, content } = saying
  // "He spoke" and "he denied it" say nothing that a row could show; "he criticised Athens" at least says how and of whom.
  const isEmpty = content.terms.length + content.parties.length === 0
  const isSided = words.size > 0
  if (isEmpty && (target === null || !isSided)) return { witnesses: [], near: [] }
  const sift = (events: readonly AsOfEvent[]): Said => {
    const fitting = events
      .filter(e => wasSaid(e) && e.day <= days.to && isBy(e, saying) && (target === null || involves(e, target)))
      .filter(e => isOfKind(e, saying))
      .map(event => ({ event, share: contentShare(event, content), type: placeOf(event, types) }))
      .sort(
        (a, b) =>
          b.share - a.share ||
          a.type - b.type ||
          b.event.day.localeCompare(a.event.day) ||
          (a.event.id < b.event.id ? -1 : 1),
      )
    const isWitness = (share: number) => isBorne(share, content, isSided && target !== null)
    return {
      witnesses: fitting.filter(f => isWitness(f.share)).map(f => f.event),
      near: fitting.filter(f => !isWitness(f.share)).map(f => f.event),
    }
  }
  const own = speaker && target ? sift(await c.search.between([speaker, target], days)) : null
  const whose = speaker ?? target
  const wide = sift(await c.search.involving(whose ? [whose] : c.actors, days))
  // What was said of somebody to a third party is told in that talk, and may be told better there.
  const best = own?.witnesses[0] ? contentShare(own.witnesses[0], content) : 0
  const better = wide.witnesses.filter(e => contentShare(e, content) > best)
  return {
    witnesses: [...better, ...(own?.witnesses ?? [])],
    near: own && own.near.length > 0 ? own.near : wide.near,
  }
}
