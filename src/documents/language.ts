import { inputFailure } from '../domain/index.ts'
import { nameOf } from './limits.ts'

/** Words that hold English sentences together and are rare in other languages: "a", "in", "is" are left out, others have them too. */
const ENGLISH = new Set(
  'the of and to that for with was are his this from by has have had which not be been were would will it its they their at who but as on'.split(
    ' ',
  ),
)
/** Characters that are judged: the head of a long text says what the rest is written in. */
const JUDGED = 20_000
/** Below this many words a text is too short to be refused for its looks. */
const FEWEST_WORDS = 25

/** Refuses a text in another language; lists of names and short notes pass, since nothing tells what they are. */
export const requireEnglish = async (text: string, path: string): Promise<void> => {
  const found = await otherLanguage(text.slice(0, JUDGED))
  if (found === null) return
  throw inputFailure(
    `${nameOf(path)} is not in English${found === '' ? '' : `: it reads like ${languageName(found)}`}`,
    'Détente reads English only: translate the text first.',
  )
}

/** The code of the language that a text is written in when it surely is not English; '' when it is none that is known. */
const otherLanguage = async (text: string): Promise<string | null> => {
  const words = text.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
  const letters = text.match(/\p{L}/gu) ?? []
  const foreign = letters.filter(letter => !/\p{Script=Latin}/u.test(letter))
  if (foreign.length > letters.length * 0.5) return detect(text)
  if (words.length < FEWEST_WORDS) return null
  const share = words.filter(word => ENGLISH.has(word.toLowerCase())).length / words.length
  if (share > 0.1) return null
  // Names have capitals: where most words do, a text is a list, and no language can be told by it.
  const small = words.filter(word => /^\p{Ll}/u.test(word)).length
  if (small < words.length * 0.5) return null
  const language = await detect(words.join(' '))
  return language === 'en' ? null : language
}

/** Loaded when first needed: most texts are told to be English by their small words. */
const detect = async (text: string): Promise<string> => {
  const { default: eld } = await import('eld/small')
  return eld.detect(text).language
}

const languageName = (code: string): string =>
  new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'code' }).of(code) ?? code
