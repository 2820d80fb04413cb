import { readFileSync } from 'node:fs'
import { opens, styleOf } from '../src/text/capitals.ts'
import { type Ending, exceptionKey, type LemmaTables, LONGEST_SUFFIX, lemmatizerOf } from '../src/text/lemmas.ts'
import type { TreebankSentence } from './conllu.ts'

const counted = (map: Map<string, Map<string, number>>, key: string, value: string, by: number) => {
  const counts = map.get(key) ?? new Map<string, number>()
  counts.set(value, (counts.get(value) ?? 0) + by)
  map.set(key, counts)
}

const mostFrequent = (counts: ReadonlyMap<string, number>): readonly [string, number] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0]

const endingOf = (lower: string, lemma: string): Ending => {
  let same = 0
  while (same < lower.length && same < lemma.length && lower[same] === lemma[same]) same++
  return { cut: lower.length - same, add: lemma.slice(same) }
}

/** A form that follows no rule, with its tag. */
export interface IrregularForm {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  readonly lemma: string
}

/** The lists beside this file: verbs as lemma, past, participle; nouns as lemma, plural. */
export const readIrregularForms = (): IrregularForm[] => {
  const rows = (name: string) =>
    readFileSync(new URL(name, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split(' '))
  return [
    ...rows('./irregular-verbs.txt').flatMap(([lemma = '', past = '', participle = '']) => [
      { form: past, upos: 'VERB', xpos: 'VBD', lemma },
      { form: participle, upos: 'VERB', xpos: 'VBN', lemma },
    ]),
    ...rows('./irregular-nouns.txt').map(([lemma = '', form = '']) => ({ form, upos: 'NOUN', xpos: 'NNS', lemma })),
  ]
}

/** Verbs and nouns of WordNet, as `VERB hoard`; its names of places and days stand in small letters there and are left out. */
const readDictionaryWords = (): string[] =>
  readFileSync(new URL('../data/claims/word-classes.tsv', import.meta.url), 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .filter(([lemma = '', , kind]) => /^[a-z]{3,}$/.test(lemma) && kind !== 'location' && kind !== 'time')
    .map(([lemma = '', pos = '']) => `${pos.toUpperCase()} ${lemma}`)

/** Endings from the inflected words, then an exception for each form that endings and known lemmas get wrong. */
export const learnLemmas = (
  sentences: readonly TreebankSentence[],
  irregularForms: readonly IrregularForm[],
): LemmaTables => {
  const lemmasOfForm = new Map<string, Map<string, number>>()
  const uposOf = new Map<string, Map<string, number>>()
  const known = new Set<string>()
  for (const { words } of sentences) {
    const style = styleOf(words)
    for (const [i, { form, lemma, upos, xpos }] of words.entries()) {
      if (lemma === '_' || upos === 'X') continue
      // "Innate" of a headline is no "Dutch".
      const isHeadline = style === 'title' || style === 'capitals' || opens(words, i)
      if (isHeadline && !xpos.startsWith('NNP') && /^\p{Lu}\p{Ll}/u.test(lemma) && upos !== 'PROPN') continue
      const key = exceptionKey(form, { upos, xpos })
      // Names keep their capitals: a name is an exception in one spelling only, so it is left to the form; "Dec." is spelt out.
      const isName = xpos !== 'NNPS' && (upos === 'PROPN' || xpos === 'NNP')
      const spelt = upos === 'PROPN' && form.endsWith('.') && /^\p{Lu}\p{Ll}+$/u.test(lemma)
      if (!isName || spelt) counted(lemmasOfForm, key, lemma, 1)
      counted(uposOf, key, upos, 1)
      // "Dutch" keeps its capital and is not known without it.
      const capital = upos === 'ADJ' && /^\p{Lu}\p{Ll}/u.test(lemma)
      if (['NOUN', 'VERB', 'AUX', 'ADJ', 'ADV'].includes(upos) && !capital) known.add(`${upos} ${lemma.toLowerCase()}`)
    }
  }
  const votes = new Map<string, Map<string, number>>()
  for (const [key, counts] of lemmasOfForm) {
    const [lower = '', xpos = ''] = key.split(' ')
    if (!/^(?:NNS|VB[DGNZ]|JJ[RS]|RB[RS])$/.test(xpos)) continue
    const [lemma] = mostFrequent(counts)
    const { cut, add } = endingOf(lower, lemma)
    if (cut > 4) continue
    for (let n = 1; n <= Math.min(LONGEST_SUFFIX, lower.length - 1); n++)
      counted(votes, `${xpos} ${lower.slice(-n)}`, `${cut} ${add}`, 1)
  }
  const endings = new Map<string, Ending>()
  for (const [key, counts] of votes) {
    const [best, n] = mostFrequent(counts)
    if (n < 2) continue
    const [cut = '0', add = ''] = best.split(' ')
    endings.set(key, { cut: Number(cut), add })
  }
  const dictionary = new Set(readDictionaryWords())
  for (const word of dictionary) known.add(word)
  for (const { upos, lemma } of irregularForms) known.add(`${upos} ${lemma}`)
  const regular = lemmatizerOf({ irregular: new Map(), endings, known })
  const irregular = new Map<string, string>()
  for (const [key, counts] of lemmasOfForm) {
    const [lower = '', xpos = ''] = key.split(' ')
    const [lemma, n] = mostFrequent(counts)
    const [upos] = mostFrequent(uposOf.get(key) ?? new Map())
    // A lemma seen once that cuts nothing off (a slip, or a name's spelling) is no exception worth shipping, but for "Dutch".
    if (xpos === 'NN' && lemma !== lower && lemma.toLowerCase() === lower && dictionary.has(`NOUN ${lower}`)) continue
    const spelling = xpos === 'NNPS' ? lower.slice(0, 1).toUpperCase() + lower.slice(1) : lower
    if (regular(spelling, { upos, xpos }) !== lemma && (n > 1 || xpos === 'JJ' || lemma === lemma.toLowerCase()))
      irregular.set(key, lemma)
  }
  // The treebank lacks many: "won", "fled", "crises". What it has is right already.
  for (const { form, xpos, lemma } of irregularForms)
    if (!lemmasOfForm.has(`${form} ${xpos}`)) irregular.set(`${form} ${xpos}`, lemma)
  return { irregular, endings: withoutRepeats(endings), known }
}

/** A longer suffix that says the same as the next shorter one adds nothing. */
const withoutRepeats = (endings: ReadonlyMap<string, Ending>): ReadonlyMap<string, Ending> =>
  new Map(
    [...endings].filter(([key, { cut, add }]) => {
      const [xpos = '', suffix = ''] = key.split(' ')
      for (let n = suffix.length - 1; n >= 1; n--) {
        const shorter = endings.get(`${xpos} ${suffix.slice(-n)}`)
        if (shorter) return shorter.cut !== cut || shorter.add !== add
      }
      return true
    }),
  )
