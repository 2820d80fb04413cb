import { type FeatureList, hashText } from './hashing.ts'
import { lowerForm, plainForm, shapeOf } from './word-form.ts'

/** What the tagger looks at of one word, hashed once a sentence. */
interface WordAtoms {
  readonly word: number
  readonly lower: number
  readonly shape: number
  readonly suffixes: readonly number[]
  readonly prefixes: readonly number[]
  readonly lexicon: number
  readonly flags: number
}

/** For a frequent lower-case form the tags it was seen with, most frequent first; undefined for rare forms. */
export type TagLexicon = ReadonlyMap<string, string>

const outside = (name: string): WordAtoms => {
  const atom = hashText(name)
  return {
    word: atom,
    lower: atom,
    shape: atom,
    suffixes: [atom, atom, atom, atom],
    prefixes: [atom],
    lexicon: atom,
    flags: 0,
  }
}
const BEFORE = outside('<before>')
const AFTER = outside('<after>')

const flagsOf = (plain: string): number =>
  (/[0-9]/.test(plain) ? 1 : 0) |
  (/-/.test(plain) ? 2 : 0) |
  (/^\p{Lu}/u.test(plain) ? 4 : 0) |
  (/\p{Lu}/u.test(plain) && !/\p{Ll}/u.test(plain) ? 8 : 0) |
  (/^\P{L}*$/u.test(plain) ? 16 : 0)

const atomsOf = (form: string, lexicon: TagLexicon): WordAtoms => {
  const plain = plainForm(form)
  const lower = lowerForm(plain)
  return {
    word: hashText(plain),
    lower: hashText(lower),
    shape: hashText(shapeOf(plain)),
    suffixes: [1, 2, 3, 4, 5].map(n => hashText(lower.slice(-n))),
    prefixes: [1, 2, 3, 4].map(n => hashText(lower.slice(0, n))),
    lexicon: hashText(lexicon.get(lower) ?? '<rare>'),
    flags: flagsOf(plain),
  }
}

/** The features of a sentence's words, asked for from left to right. */
export const tagFeaturesOf = (forms: readonly string[], lexicon: TagLexicon) => {
  const atoms = forms.map(form => atomsOf(form, lexicon))
  // In a heading or a shouted line capitals say nothing: the share of capitalised words tells.
  const letters = forms.filter(form => /\p{L}/u.test(form))
  const capitals = letters.filter(form => /^\p{Lu}/u.test(form)).length
  const casing = letters.length > 3 ? Math.round((capitals / letters.length) * 3) : 0
  const at = (i: number): WordAtoms => (i < 0 ? BEFORE : (atoms[i] ?? AFTER))

  /** `before` and `beforeThat` are the hashes of the two tags already given. */
  return (i: number, before: number, beforeThat: number, into: FeatureList): void => {
    const here = at(i)
    const left = at(i - 1)
    const right = at(i + 1)
    const farLeft = at(i - 2)
    const farRight = at(i + 2)
    const initial = i === 0 ? 1 : 0
    into.length = 0
    into.add(0, 0)
    into.add(1, here.word)
    into.add(2, here.lower)
    into.add(3, here.shape, initial)
    for (let n = 0; n < here.suffixes.length; n++) into.add(4 + n, here.suffixes[n] as number)
    for (let n = 0; n < here.prefixes.length; n++) into.add(10 + n, here.prefixes[n] as number)
    into.add(15, here.flags, initial, casing)
    into.add(16, here.lexicon)
    into.add(17, before)
    into.add(18, before, beforeThat)
    into.add(19, before, here.lower)
    into.add(20, before, here.lexicon)
    into.add(21, before, beforeThat, here.lower)
    into.add(22, left.lower)
    into.add(23, right.lower)
    into.add(24, farLeft.lower)
    into.add(25, farRight.lower)
    into.add(26, left.lower, here.lower)
    into.add(27, here.lower, right.lower)
    into.add(28, left.lower, right.lower)
    into.add(29, right.lexicon, here.lexicon)
    into.add(30, right.lexicon, here.lower)
    into.add(31, right.lexicon, farRight.lexicon, here.lexicon)
    into.add(32, right.suffixes[2] as number, here.lexicon)
    into.add(33, left.suffixes[2] as number)
    into.add(34, right.suffixes[2] as number)
    into.add(35, right.shape)
    into.add(36, left.shape, here.shape)
    into.add(37, here.shape, right.shape)
    into.add(38, before, right.lexicon)
    into.add(39, before, right.lexicon, here.lexicon)
    into.add(40, here.suffixes[2] as number, before)
    into.add(41, here.suffixes[2] as number, right.lexicon)
    into.add(42, before, beforeThat, here.lexicon)
    into.add(43, here.suffixes[1] as number, here.flags, casing)
    into.add(44, here.suffixes[2] as number, here.prefixes[1] as number)
    into.add(45, farLeft.lower, left.lower)
    into.add(46, right.lower, farRight.lower)
    into.add(47, right.lower, here.lexicon, before)
    into.add(48, here.flags, left.flags, right.flags)
    into.add(49, farRight.lexicon, right.lexicon)
    into.add(50, here.lexicon, here.flags, initial)
  }
}
