import { peopleNamed } from '../facts/index.ts'
import { notActors } from './not-actors.ts'
import { isBlank, type Word } from './words.ts'

/** Words that start with a capital and end a name: days, months, and what stands first in a sentence. */
export const STOP: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday the this that these those in on at by for from to with and but or as if when ' +
    'while where after before since although though however he she it they we i you his her its their our my first ' +
    'second third fourth finally meanwhile moreover furthermore both either neither not no yes there here what who why how ' +
    'islamic republic'
  ).split(' '),
)

export const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december'.split(' '),
)

/** Small words inside names. */
const PARTICLES = new Set('al el ul ur bin ibn ben bint von van der den de da dos du di la le'.split(' '))

const MOST_WORDS = 6

/** Joints inside a person's name: a blank, a hyphen, an apostrophe, the dot of an initial. */
const nameJoint = (text: string, left: Word, right: Word): boolean => {
  const gap = text.slice(left.end, right.start)
  if (isBlank(gap) || gap === '-' || gap === '‑') return true
  if (/^['’]$/.test(gap)) return right.key !== 's' && (left.text.length <= 2 || right.key === 'i')
  return /^\. ?$/.test(gap) && (left.text.length === 1 || /^(?:jr|st)$/.test(left.key))
}

/** The words of a name, with line breaks made blanks. */
export const nameText = (text: string, words: readonly Word[], from: number, to: number): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0).replace(/\s+/g, ' ')

/**
 * The capitalised words that may be a person's name from `at`, as an end (excluded); `at` when there are none.
 * `barrier`: words that cannot be part of a name because they name a state or an office.
 */
export const nameRunEnd = (
  text: string,
  words: readonly Word[],
  at: number,
  barrier: (index: number) => boolean,
): number => {
  const canOpen = (i: number): boolean => {
    const word = words[i]
    if (word?.capital !== true || STOP.has(word.key) || barrier(i)) return false
    // "May" ends a name, but not Theresa May's.
    return !MONTHS.has(word.key) || (i > at && peopleNamed(nameText(text, words, at, i + 1)).length > 0)
  }
  if (!canOpen(at) && !(PARTICLES.has(words[at]?.key ?? '') && canOpen(at + 1))) return at
  let end = at + 1
  while (end < words.length && end - at < MOST_WORDS) {
    const [left, word] = [words[end - 1], words[end]]
    if (!left || !word || !nameJoint(text, left, word)) break
    if (canOpen(end)) end += 1
    else if (PARTICLES.has(word.key)) {
      // "von der" needs a name behind it.
      let next = end + 1
      while (PARTICLES.has(words[next]?.key ?? '') && next - end < 3) next += 1
      if (!canOpen(next)) break
      end = next + 1
    } else if (/[-‑]/.test(text.slice(left.end, word.start)) && !barrier(end)) end += 1
    else break
  }
  return end
}

/**
 * The longest part of a run, from its beginning, that some table knows as a full name; `from` when none is. A part of
 * the run must be a whole name: "Mohammad Ali" is no one while "Hosseini" follows.
 */
export const knownNameEnd = (text: string, words: readonly Word[], from: number, to: number): number => {
  for (let end = to; end - from >= 2; end--)
    if (peopleNamed(nameText(text, words, from, end), end === to ? 'part' : 'whole').length > 0) return end
  return from
}

/** Where the name that begins at `at` ends; `at` when none does. A name that some table knows ends where it says. */
export const nameEnd = (
  text: string,
  words: readonly Word[],
  at: number,
  barrier: (index: number) => boolean,
): { readonly end: number; readonly known: boolean } => {
  const run = nameRunEnd(text, words, at, barrier)
  // Israel Katz, Jordan Bardella: a state's name that people bear, in front of a name that is known.
  const isBorne = run === at && words[at]?.capital === true && notActors('also-person').has(words[at]?.key ?? '')
  // Amir-Abdollahian: a title joined to a name is part of it.
  const [title, joined] = [words[run], words[run + 1]]
  const isJoined = run > at && title && joined && /^[-‑]$/.test(text.slice(title.end, joined.start))
  const longest = isBorne || isJoined ? nameRunEnd(text, words, at, () => false) : run
  const known = knownNameEnd(text, words, at, longest)
  return known > at ? { end: known, known: true } : { end: run, known: false }
}
