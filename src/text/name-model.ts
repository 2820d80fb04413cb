/**
 * Whether a word with a capital is a name. The network reads one sentence at a time; a document tells more: who writes "the Council" in
 * one sentence and "the council" in the next means a common noun. A logistic model weighs both, and tags are set right by it.
 */
import { type Capitals, isCapital, opens, type Style, styleOf } from './capitals.ts'
import type { Reading, Tag } from './reading.ts'
import { type Weights, weightOf } from './weights.ts'
import { plainForm } from './word-form.ts'

/** The format of the file of its weights. */
export const NAMES = 'detente.names/1'

/** Tags of a sentence's words, those of names set right. */
export type NameModel = (words: readonly Spelt[], reading: Reading, capitals: Capitals) => readonly Tag[]

interface Spelt {
  readonly form: string
}

/** A word in its sentence, as the model is asked about it. */
export interface NamePlace {
  readonly words: readonly Spelt[]
  readonly i: number
  readonly reading: Reading
  readonly style: Style
  readonly capitals: Capitals
}

/** What a lead of the network's adds, before what was learned. */
const LEAD_WEIGHT = 1 / 16

/** Words with a capital whose tags differ by being a name or not. */
export const mayBeName = (form: string, { upos, xpos }: Tag): boolean =>
  isCapital(form) && (/^NNP?S?$/.test(xpos) || xpos === 'JJ') && ['NOUN', 'PROPN', 'ADJ'].includes(upos)

export const startOf = ({ reading, i }: NamePlace): number => (reading.nameLeads[i] as number) * LEAD_WEIGHT

const formClass = (form: string): string => {
  if (/^\p{Lu}\p{Ll}/u.test(form)) return 'Xx'
  if (/^\p{Lu}$/u.test(form)) return 'X'
  if (/^\p{Lu}{2,5}$/u.test(form)) return 'XX'
  return /^\p{Lu}+$/u.test(form) ? 'XXXXXX' : 'XxX'
}

const neighbourClass = (form: string | undefined): string => {
  if (form === undefined) return '#'
  if (isCapital(form)) return 'X'
  return /^\p{Ll}/u.test(form) ? 'x' : /\p{N}/u.test(form) ? '0' : '.'
}

/** How sure the network is of a neighbour with a capital. */
const SURE = 16
const neighbourName = ({ words, reading }: NamePlace, at: number): string => {
  const form = words[at]?.form
  if (form === undefined) return '#'
  const lead = reading.nameLeads[at] as number
  return isCapital(form) ? (lead > SURE ? 'name' : lead < -SURE ? 'word' : '?') : '.'
}

/** Beyond this lead either way the network is rarely wrong. */
const FAR = 48
const MOST_COUNTED = 3

/** What is known of a place, each as a name; `isWord` tells of lower-case words of the dictionary. */
export const featuresOf = (place: NamePlace, isWord: (lower: string) => boolean): string[] => {
  const { words, i, reading, style, capitals } = place
  const { upos, xpos } = reading.tags[i] as Tag
  const form = plainForm(words[i]?.form ?? '')
  const lower = form.toLowerCase()
  const lead = reading.nameLeads[i] as number
  const far = lead > FAR ? 'name' : lead < -FAR ? 'word' : 'near'
  const kind = xpos.startsWith('NN') ? (xpos.endsWith('S') ? 'plural' : 'noun') : 'adjective'
  const first = opens(words, i) ? '^' : ''
  const own = first === '' && (style === 'mixed' || style === 'small') ? 1 : 0
  const written = capitals(lower)
  const [small, capital] = [Math.min(written.small, MOST_COUNTED), Math.min(written.capital - own, MOST_COUNTED)]
  const known = isWord(lower) ? 'known' : 'unknown'
  const shape = formClass(form)
  const around = `${neighbourClass(words[i - 1]?.form)}${neighbourClass(words[i + 1]?.form)}`
  const names = `${neighbourName(place, i - 1)} ${neighbourName(place, i + 1)}`
  return [
    'any',
    `lead ${Math.max(-12, Math.min(12, Math.round(lead / 8)))}`,
    `kind ${kind}`,
    `kind ${kind} ${far}`,
    `upos ${upos}`,
    `at ${first}${style}`,
    `shape ${shape}`,
    `shape ${shape} ${known} ${style === 'capitals'}`,
    known,
    `${known} ${first}${style}`,
    `written ${small} ${capital}`,
    `written ${small} ${capital} ${first}`,
    `small ${small} ${far}`,
    `capital ${capital} ${far}`,
    `capital ${capital} ${known}`,
    `around ${around} ${first}`,
    `names ${names}`,
    `names ${names} ${kind}`,
    `style ${style} ${far}`,
    `end ${lower.slice(-3)}`,
  ]
}

/** The tag of the same word as a name, or as no name. */
export const asName = (tag: Tag, isName: boolean): Tag => {
  const { upos, xpos } = tag
  if (isName === xpos.startsWith('NNP')) return tag
  if (upos === 'ADJ') return isName ? { upos, xpos: 'NNP' } : { upos, xpos: 'JJ' }
  const plural = xpos.endsWith('S')
  return isName ? { upos: 'PROPN', xpos: plural ? 'NNPS' : 'NNP' } : { upos: 'NOUN', xpos: plural ? 'NNS' : 'NN' }
}

export const nameModelOf =
  (weights: Weights, isWord: (lower: string) => boolean): NameModel =>
  (words, reading, capitals) => {
    const style = styleOf(words)
    return reading.tags.map((tag, i) => {
      if (!mayBeName(words[i]?.form ?? '', tag)) return tag
      const place = { words, i, reading, style, capitals }
      return asName(tag, startOf(place) + weightOf(featuresOf(place, isWord), weights) > 0)
    })
  }
