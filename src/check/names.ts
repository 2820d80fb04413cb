import { lettersApart, plain, spellingKey } from '../facts/index.ts'
import { remembered } from './remembered.ts'
import { termsFile } from './thresholds.ts'

/** "Ayatollah Khamenei" is Khamenei: words of rank are no names, unless nothing else is left. */
export const withoutRank = (name: string): string => {
  const words = name.replace(/^per:/, '').replace(/-/g, ' ').split(/\s+/)
  const ranks = termsFile().ranks
  const names = words.filter(word => !ranks.includes(word.toLowerCase().replace(/\.$/, '')))
  return (names.length > 0 ? names : words).join(' ')
}

const keyOf = remembered((name: string): string => spellingKey(withoutRank(name)))

/** Of a text, between blanks. */
const spelling = remembered((text: string): string => ` ${spellingKey(text)} `)

/** Whether two names may be one person's: same last word in any usual spelling, and no first names that differ. */
export const sameName = (a: string, b: string): boolean => {
  const [first, second] = [keyOf(a).split(' '), keyOf(b).split(' ')]
  if (first.at(-1) !== second.at(-1)) return false
  if (first.length === 1 || second.length === 1) return true
  // Spellings of first names vary more than the key allows (Mohammad, Muhammad, M.): the first letter decides.
  return first[0]?.charAt(0) === second[0]?.charAt(0)
}

/** Shorter last names that differ by a letter or two are other families: Aliyev, Akiyev. */
const LONG_NAME = 9

/** Whether two full names may be spellings of one that the key does not bring together: Margvelashvili, Marghvilashvili. */
export const nearName = (a: string, b: string): boolean => {
  const [first, second] = [keyOf(a).split(' '), keyOf(b).split(' ')]
  const [x, y] = [first.at(-1) ?? '', second.at(-1) ?? '']
  if (first.length < 2 || second.length < 2 || Math.min(x.length, y.length) < LONG_NAME) return false
  return first[0] === second[0] && lettersApart(x, y, 2) <= 2
}

/** Whether a text names a person: the last name stands in it as a word. */
export const namesPerson = (text: string, person: string): boolean => {
  const last = keyOf(person).split(' ').at(-1) ?? ''
  return last.length > 2 && spelling(text).includes(` ${last} `)
}

const placeWords = remembered(
  (name: string): ReadonlySet<string> =>
    new Set(
      plain(name.replace(/^[a-z]+:/, '').replace(/-/g, ' '))
        .split(' ')
        .filter(w => w.length > 2 && !['the', 'and', 'city', 'region', 'province', 'district'].includes(w)),
    ),
)

/** Whether two names of places share a word that tells them apart from others. */
export const samePlace = (a: string, b: string): boolean => {
  const other = placeWords(b)
  return [...placeWords(a)].some(w => other.has(w))
}
