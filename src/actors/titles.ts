import type { ActorId } from '../domain/index.ts'
import { listOf, readTable } from './tables.ts'
import { joins, type Word, wordsOf } from './words.ts'

/** A title found in a text: words `from` to `to` (excluded). */
export interface TitleFound {
  readonly from: number
  readonly to: number
  readonly title: string
  /** The state whose office it can only be. */
  readonly of: ActorId | null
}

interface TitleForm {
  readonly keys: readonly string[]
  readonly title: string
  readonly of: ActorId | null
}

interface Titles {
  readonly byFirst: ReadonlyMap<string, readonly TitleForm[]>
  readonly former: ReadonlySet<string>
  readonly modifier: ReadonlySet<string>
  readonly honorific: ReadonlySet<string>
  readonly rule: ReadonlySet<string>
}

const build = (): Titles => {
  const byFirst = new Map<string, TitleForm[]>()
  for (const row of readTable('titles'))
    for (const form of listOf(row.words)) {
      const keys = wordsOf(form).map(w => w.key)
      const first = keys[0] ?? ''
      const forms = byFirst.get(first) ?? []
      forms.push({ keys, title: row.title ?? '', of: row.of || null })
      byFirst.set(first, forms)
    }
  for (const forms of byFirst.values()) forms.sort((a, b) => b.keys.length - a.keys.length)
  const words = readTable('title-words')
  const set = (kind: string) => new Set(words.flatMap(row => (row.kind === kind ? listOf(row.words) : [])))
  return { byFirst, former: set('former'), modifier: set('modifier'), honorific: set('honorific'), rule: set('rule') }
}

let titles: Titles | null = null
export const titleWords = (): Titles => {
  titles ??= build()
  return titles
}

/** Titles of a text, longest first; "minister of defence" may cross a form of the lexicon, never the reverse. */
export const findTitles = (text: string, words: readonly Word[]): TitleFound[] => {
  const { byFirst } = titleWords()
  const found: TitleFound[] = []
  for (let at = 0; at < words.length; at++) {
    const forms = byFirst.get(words[at]?.key ?? '')
    const form = forms?.find(({ keys }) =>
      keys.every((key, i) => {
        const [left, word] = [words[at + i - 1], words[at + i]]
        return word?.key === key && (i === 0 || (left !== undefined && joins(text, left, word)))
      }),
    )
    if (!form) continue
    found.push({ from: at, to: at + form.keys.length, title: form.title, of: form.of })
    at += form.keys.length - 1
  }
  return found
}

/** Words of honorifics in front of a name ("Grand Ayatollah", "Mr."), as a count from `at`. */
export const honorificsAt = (text: string, words: readonly Word[], at: number): number => {
  const { honorific } = titleWords()
  let count = 0
  for (;;) {
    const [one, two] = [words[at + count], words[at + count + 1]]
    if (!one?.capital) return count
    if (two && honorific.has(`${one.key} ${two.key}`)) count += 2
    else if (honorific.has(one.key)) count += 1
    else return count
    const [last, next] = [words[at + count - 1], words[at + count]]
    if (!last || !next || !/^\.?\s{1,2}$/.test(text.slice(last.end, next.start))) return 0
  }
}
