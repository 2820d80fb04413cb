import type { Tag } from './reading.ts'
import { plainForm } from './word-form.ts'

/** Cut `cut` letters off the end and add `add`. */
export interface Ending {
  readonly cut: number
  readonly add: string
}

/** What was learned of lemmas: forms that no ending explains, endings by tag, and the lemmas themselves. */
export interface LemmaTables {
  /** `lower XPOS` → lemma. */
  readonly irregular: ReadonlyMap<string, string>
  /** `XPOS suffix` → how such words are cut; the longest suffix wins. */
  readonly endings: ReadonlyMap<string, Ending>
  /** `UPOS lemma`, to choose between `hoping → hope` and `hop`. */
  readonly known: ReadonlySet<string>
}

export type Lemmatizer = (form: string, tag: Tag) => string

export const LONGEST_SUFFIX = 6

/** Adjectives from names keep their capital: "Swedish", "Israeli". */
const NAME_ADJECTIVE = /^\p{Lu}\p{Ll}+(?:an|ese|ish|i)$/u

/** A name in capitals that is too long for an abbreviation: "TEHRAN". */
const CAPITALS = /^\p{Lu}{6,}$/u

/** "L2", "FM78": a designation. */
const LETTERS_AND_DIGITS = /^\p{Lu}+\d+$/u

const ROMAN = /^[IVXLC]+$/

const INFLECTED = new Set(['NNS', 'VBD', 'VBG', 'VBN', 'VBZ', 'JJR', 'JJS', 'RBR', 'RBS'])

/** "hoped" is of "hope": "hop" would have doubled its p. */
const silentE = (ending: string): readonly [RegExp, string] => [
  new RegExp(`^([^aeiou]*[aeiou][^aeiouwxy])${ending}$`),
  '$1e',
]

/** Ways to undo a regular inflection, tried in this order against the lemmas known. */
const UNDONE: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  NNS: [
    [/ies$/, 'y'],
    [/s$/, ''],
    [/es$/, ''],
    [/ves$/, 'f'],
    [/men$/, 'man'],
  ],
  VBZ: [
    [/ies$/, 'y'],
    [/s$/, ''],
    [/es$/, ''],
  ],
  VBG: [silentE('ing'), [/ing$/, ''], [/ing$/, 'e'], [/([^aeiou])\1ing$/, '$1'], [/ying$/, 'ie']],
  VBD: [silentE('ed'), [/ied$/, 'y'], [/ed$/, ''], [/d$/, ''], [/([^aeiou])\1ed$/, '$1']],
  VBN: [silentE('ed'), [/ied$/, 'y'], [/ed$/, ''], [/d$/, ''], [/([^aeiou])\1ed$/, '$1']],
  JJR: [
    [/ier$/, 'y'],
    [/er$/, ''],
    [/r$/, ''],
    [/([^aeiou])\1er$/, '$1'],
  ],
  JJS: [
    [/iest$/, 'y'],
    [/est$/, ''],
    [/st$/, ''],
    [/([^aeiou])\1est$/, '$1'],
  ],
  RBR: [
    [/ier$/, 'y'],
    [/er$/, ''],
    [/r$/, ''],
  ],
  RBS: [
    [/iest$/, 'y'],
    [/est$/, ''],
    [/st$/, ''],
  ],
}

/** Under which an exception is kept: marks as they are written, as a dash of one kind may be another's lemma. */
export const exceptionKey = (form: string, { upos, xpos }: Tag): string =>
  `${upos === 'PUNCT' ? form : plainForm(form).toLowerCase()} ${xpos}`

export const lemmatizerOf = ({ irregular, endings, known }: LemmaTables): Lemmatizer => {
  const fromKnown = (lower: string, { upos, xpos }: Tag): string | undefined => {
    for (const [ending, add] of UNDONE[xpos] ?? []) {
      const lemma = lower.replace(ending, add)
      if (lemma !== lower && known.has(`${upos} ${lemma}`)) return lemma
    }
    return undefined
  }
  const fromEnding = (lower: string, xpos: string): string => {
    for (let n = Math.min(LONGEST_SUFFIX, lower.length - 1); n >= 1; n--) {
      const ending = endings.get(`${xpos} ${lower.slice(-n)}`)
      if (!ending) continue
      const lemma = lower.slice(0, lower.length - ending.cut) + ending.add
      return lemma.length > 2 && /[aeiouy]/.test(lemma) ? lemma : lower
    }
    return lower
  }
  /** "kerala"; but "bin" of a name, and "party" of one, stay small. */
  const isNameInSmallLetters = (plain: string): boolean =>
    /^\p{Ll}{4,}$/u.test(plain) && !['NOUN', 'ADJ', 'VERB', 'ADV'].some(upos => known.has(`${upos} ${plain}`))
  /** "Senators" is of "Senator"; "Athens" and "Duns" are no plurals. */
  const singularName = (plain: string): string => {
    const singular = plain.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')
    const isKnown =
      /(?:an|day)$/.test(singular) || ['NOUN', 'ADJ'].some(upos => known.has(`${upos} ${singular.toLowerCase()}`))
    return isKnown ? singular : plain
  }
  /** "wrongdoing": what is a noun or adjective itself and comes from no verb that is known. */
  const isWordItself = (lower: string, xpos: string): boolean =>
    (xpos === 'VBG' && known.has(`NOUN ${lower}`)) || (xpos === 'VBN' && known.has(`ADJ ${lower}`))
  /** "United" as UD reads it in "United States": a participle that is part of a name. */
  const verbInName = (lower: string): string | undefined =>
    ['VBN', 'VBG', 'VBZ']
      .map(xpos => irregular.get(`${lower} ${xpos}`) ?? fromKnown(lower, { upos: 'VERB', xpos }))
      .find(Boolean)
  /** "sooo", "prettty". */
  const drawnOut = (lower: string, upos: string): string | undefined =>
    /(\p{Ll})\1\1/u.test(lower)
      ? [lower.replace(/(.)\1{2,}/gu, '$1'), lower.replace(/(.)\1{2,}/gu, '$1$1')].find(word =>
          known.has(`${upos} ${word}`),
        )
      : undefined
  const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
  return (form, tag) => {
    const plain = plainForm(form)
    const lower = plain.toLowerCase()
    if (form === '–') return '-'
    const exception = irregular.get(exceptionKey(form, tag))
    if (exception !== undefined) return exception
    if (tag.xpos === 'NNPS') return singularName(plain)
    if (tag.upos === 'VERB' && tag.xpos === 'NNP') {
      const verb = verbInName(lower)
      if (verb !== undefined) return capitalised(verb)
    }
    if (tag.upos === 'PROPN' || tag.xpos === 'NNP') {
      if (CAPITALS.test(plain)) return plain.slice(0, 1) + lower.slice(1)
      return isNameInSmallLetters(plain) ? capitalised(plain) : plain
    }
    if (LETTERS_AND_DIGITS.test(plain)) return plain
    if (tag.xpos === 'CD') return ROMAN.test(plain) ? plain : lower.replace(/(?<=\d),(?=\d{3})/g, '')
    if (tag.upos === 'ADJ' && NAME_ADJECTIVE.test(plain) && !known.has(`ADJ ${lower}`)) return plain
    if (tag.xpos === 'NN' && /^\p{Lu}{2,5}$/u.test(plain) && !known.has(`NOUN ${lower}`)) return plain
    if (tag.xpos === 'NN' && (/^\p{Lu}$/u.test(plain) || /^[IVX]{2,}$/.test(plain))) return plain
    const drawn = drawnOut(lower, tag.upos)
    if (drawn !== undefined) return drawn
    if (!INFLECTED.has(tag.xpos)) return tag.xpos === 'ADD' || tag.xpos === 'FW' ? plain : lower
    return fromKnown(lower, tag) ?? (isWordItself(lower, tag.xpos) ? lower : fromEnding(lower, tag.xpos))
  }
}
