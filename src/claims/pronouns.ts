import type { Mention } from '../actors/index.ts'
import { actorKind, isState } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import type { Page, PageSentence } from './page.ts'
import { unlistedNames } from './unlisted-names.ts'

interface PronounsFile {
  readonly person: readonly string[]
  readonly state: readonly string[]
  readonly several: readonly string[]
}

/** What a pronoun at a token stands for; several mentions where it stands for several. */
export type Resolve = (s: PageSentence, token: number) => readonly Mention[]

let file: PronounsFile | null = null
const pronouns = (): PronounsFile => {
  file ??= readShippedYaml<PronounsFile>('claims', 'pronouns.yaml')
  return file
}

/** How many sentences back a pronoun may reach. */
const REACH = 2

const isPerson = (m: Mention): boolean => actorKind(m.id) === 'person'
const isSide = (m: Mention): boolean => m.state !== null && isState(m.state) && m.how !== 'region' && m.how !== 'place'

/** Mentions of a sentence that are subjects stand before those that are not; then the later before the earlier. */
const inSentence = (text: string, s: PageSentence, before: number): Mention[] => {
  const offset = s.sentence.tokens[before]?.start ?? Number.POSITIVE_INFINITY
  const all = [...s.mentions, ...unlistedNames(text, s)].sort((a, b) => a.start - b.start)
  const earlier = all.filter(m => m.end <= offset && m.how !== 'coreference')
  const isSubject = (m: Mention) =>
    s.clauses.some(({ subject }) => {
      const [from, to] = [s.sentence.tokens[subject?.from ?? -1], s.sentence.tokens[subject?.to ?? -1]]
      return from !== undefined && to !== undefined && m.start >= from.start && m.end <= to.end
    })
  return [...earlier.filter(isSubject).toReversed(), ...earlier.filter(m => !isSubject(m)).toReversed()]
}

/** Pronouns by the nearest fit: he and she by people, it by states, they by the last two states or a people. */
export const resolverOf = (page: Page): Resolve => {
  const candidates = (s: PageSentence, token: number): Mention[] => {
    const own = inSentence(page.text, s, token)
    const back = page.sentences.slice(Math.max(0, s.index - REACH), s.index).toReversed()
    return [...own, ...back.flatMap(b => inSentence(page.text, b, b.sentence.tokens.length))]
  }
  return (s, token) => {
    const word = s.sentence.tokens[token]?.form.toLowerCase() ?? ''
    const { person, state, several } = pronouns()
    if (person.includes(word)) return candidates(s, token).filter(isPerson).slice(0, 1)
    if (state.includes(word))
      return candidates(s, token)
        .filter(m => isSide(m) && !isPerson(m))
        .slice(0, 1)
    if (!several.includes(word)) return []
    const sides = candidates(s, token).filter(isSide)
    const first = sides[0]
    const second = sides.find(m => m.state !== first?.state)
    return [first, second].flatMap(m => m ?? [])
  }
}
