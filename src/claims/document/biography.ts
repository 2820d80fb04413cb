import { documentWords, shapeOf } from './vocabulary.ts'

/** A sentence that says who wrote the text: "Maria Rossi is a fellow at …", "The writer, a former ambassador, …". */
export interface Biography {
  /** Null where the sentence says "the author". */
  readonly name: string | null
  readonly affiliation: string | null
  /** The whole role as said, for who has no institution: "Brussels-based foreign policy expert". */
  readonly isWithInstitution: boolean
}

const AUTHOR = '(?:the|this)\\s+(?:author|writer|columnist|essayist|correspondent)s?'
const TITLE = '(?:(?:dr|prof|professor|sir|dame|lord|amb|ambassador|gen|col|rev)\\.?\\s+)?'
const HONORIFIC = '(?:mr|mrs|ms|miss|dr|prof|professor|amb|ambassador)\\.?\\s+(?<surname>{Word})'
const APPOSITION = ',\\s+(?<apposition>[^.;]{3,160}?),\\s*'

/** Reads a sentence as a biography, or says null. Whether it may stand where it stands is for `boilerplate.ts` to say. */
export const biographyIn = (sentence: string): Biography | null => {
  const { verbs } = documentWords().biography
  const subject = `^[*_“"(\\[–—-]*\\s*(?:${TITLE}(?<name>{NAME})|${HONORIFIC}|${AUTHOR})`
  const shape = shapeOf(
    `${subject}(?:${APPOSITION}|\\s+)(?:(?:currently|now|also|recently|formerly|previously)\\s+)?(?:(?<copula>is|was|are|has been|served as|serves as|works as)|(?<verb>${verbs.join('|')}))\\s+(?<rest>[\\s\\S]+)$`,
  )
  const found = shape.exec(sentence)?.groups
  if (found) return biographyOf(found)
  return bareBiography(shapeOf(`${subject},\\s+(?<rest>[^.;]{3,200})[.]?$`).exec(sentence)?.groups)
}

const biographyOf = (found: Readonly<Record<string, string | undefined>>): Biography | null => {
  const { apposition, copula, verb, rest = '' } = found
  const name = nameIn(found)
  if (!canBegin(name)) return null
  // An author is not praised or blamed in his own biography: modals and negations belong to the analysis.
  if (/^to\s|\b(?:would|could|should|may|might|must|cannot|not|never|whom|because|if)\b/iu.test(rest)) return null
  if (apposition && hasProfession(apposition)) return made(name, apposition)
  if (copula) return hasProfession(firstPhrase(rest)) || name === null ? made(name, rest) : null
  if (!verb) return null
  if (/^(?:works|worked)$/iu.test(verb)) return made(name, rest.replace(/^(?:at|for|with|in)\s+/iu, ''))
  return made(name, `${verb} ${rest}`)
}

/** "Maria Rossi, senior fellow at the Institute": a name and a role without a verb. */
const bareBiography = (found: Readonly<Record<string, string | undefined>> | undefined): Biography | null => {
  const { rest } = found ?? {}
  if (!found || !rest || !canBegin(nameIn(found)) || !hasProfession(firstPhrase(rest))) return null
  if (/,\s+(?!(?:and|at|in|of|for|author|formerly|now)\b)\p{Ll}/u.test(rest)) return null
  return /\b(?:said|says|told|will|would|had|has|have|is|are|was|were|did|does)\b/iu.test(rest)
    ? null
    : made(nameIn(found), rest)
}

const canBegin = (name: string | null): boolean =>
  name === null || !documentWords().name.not.includes(name.split(' ')[0] ?? '')

const nameIn = ({ name, surname }: Readonly<Record<string, string | undefined>>): string | null =>
  name ?? surname ?? null

const made = (name: string | null, role: string): Biography => {
  const affiliation = roleOf(role)
  return {
    name,
    affiliation,
    isWithInstitution:
      /\b(?:at|of|for|in|with|to|on)\b.*\p{Lu}|\p{Lu}\p{L}+ (?:Institute|University|Center|Centre)/u.test(
        affiliation ?? '',
      ),
  }
}

/** "… and a former diplomat", "…, where she directs": what follows the first role. */
const NEXT_ROLE = /,?\s+and\s+(?:an?|the|formerly)\s+\p{Ll}.*$/u
const NEXT_CLAUSE =
  /(?:;|,?\s+and\s+(?:is|was|has|writes|teaches|lives|author|editor|co-author)\b|,?\s+(?:who|where|whose|which)\s|\.\s).*$/iu

/** "a fellow at the Institute, and the author of …" → "fellow at the Institute". */
const roleOf = (role: string): string | null =>
  role
    .replace(/\s+/gu, ' ')
    .replace(/^(?:an?|the)\s+/iu, '')
    .replace(NEXT_ROLE, '')
    .replace(NEXT_CLAUSE, '')
    .replace(/[\s.,)\]*_]+$/u, '')
    .trim() || null

/** The role itself stands in front: what follows a comma or a relative is about something else. */
const firstPhrase = (rest: string): string => rest.replace(/(?:[,;]|\s(?:who|whose|where|which)\s)[\s\S]*$/u, '')

export const hasProfession = (words: string): boolean =>
  shapeOf(`(?<![\\p{L}-])(?:${documentWords().biography.professions.join('|')})s?(?![\\p{L}])`).test(words)
