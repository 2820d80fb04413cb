import type { Features } from './document.ts'
import type { Tag } from './reading.ts'

/** UD features that a Penn tag alone tells. Mood and voice need the tree and are added by `verbFeatures`. */
const BY_FINE_TAG: Readonly<Record<string, Features>> = {
  NN: { Number: 'Sing' },
  NNP: { Number: 'Sing' },
  NNS: { Number: 'Plur' },
  NNPS: { Number: 'Plur' },
  JJ: { Degree: 'Pos' },
  JJR: { Degree: 'Cmp' },
  JJS: { Degree: 'Sup' },
  RBR: { Degree: 'Cmp' },
  RBS: { Degree: 'Sup' },
  MD: { VerbForm: 'Fin' },
  VB: { VerbForm: 'Inf' },
  VBD: { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' },
  VBG: { VerbForm: 'Ger' },
  VBN: { Tense: 'Past', VerbForm: 'Part' },
  VBP: { Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' },
  VBZ: { Mood: 'Ind', Number: 'Sing', Person: '3', Tense: 'Pres', VerbForm: 'Fin' },
}

const PRONOUNS: Readonly<Record<string, Features>> = {
  i: { Number: 'Sing', Person: '1', PronType: 'Prs' },
  me: { Number: 'Sing', Person: '1', PronType: 'Prs' },
  my: { Number: 'Sing', Person: '1', Poss: 'Yes', PronType: 'Prs' },
  we: { Number: 'Plur', Person: '1', PronType: 'Prs' },
  us: { Number: 'Plur', Person: '1', PronType: 'Prs' },
  our: { Number: 'Plur', Person: '1', Poss: 'Yes', PronType: 'Prs' },
  you: { Person: '2', PronType: 'Prs' },
  your: { Person: '2', Poss: 'Yes', PronType: 'Prs' },
  he: { Gender: 'Masc', Number: 'Sing', Person: '3', PronType: 'Prs' },
  him: { Gender: 'Masc', Number: 'Sing', Person: '3', PronType: 'Prs' },
  his: { Gender: 'Masc', Number: 'Sing', Person: '3', Poss: 'Yes', PronType: 'Prs' },
  she: { Gender: 'Fem', Number: 'Sing', Person: '3', PronType: 'Prs' },
  her: { Gender: 'Fem', Number: 'Sing', Person: '3', PronType: 'Prs' },
  it: { Gender: 'Neut', Number: 'Sing', Person: '3', PronType: 'Prs' },
  its: { Gender: 'Neut', Number: 'Sing', Person: '3', Poss: 'Yes', PronType: 'Prs' },
  they: { Number: 'Plur', Person: '3', PronType: 'Prs' },
  them: { Number: 'Plur', Person: '3', PronType: 'Prs' },
  their: { Number: 'Plur', Person: '3', Poss: 'Yes', PronType: 'Prs' },
}

const DETERMINERS: Readonly<Record<string, Features>> = {
  the: { Definite: 'Def', PronType: 'Art' },
  a: { Definite: 'Ind', PronType: 'Art' },
  an: { Definite: 'Ind', PronType: 'Art' },
  this: { Number: 'Sing', PronType: 'Dem' },
  that: { Number: 'Sing', PronType: 'Dem' },
  these: { Number: 'Plur', PronType: 'Dem' },
  those: { Number: 'Plur', PronType: 'Dem' },
}

const NONE: Features = {}
const NEGATIVE: Features = { Polarity: 'Neg' }
const RELATIVE: Features = { PronType: 'Rel' }
const ORDINAL: Features = { Degree: 'Pos', NumType: 'Ord' }
const CARDINAL: Features = { NumType: 'Card' }

/** Features of a word from its tags and its lower-case form. */
export const featuresOf = (lower: string, tag: Tag): Features => {
  if (tag.upos === 'PRON' && PRONOUNS[lower]) return PRONOUNS[lower]
  if (tag.xpos === 'WDT' || tag.xpos === 'WP') return RELATIVE
  if ((tag.upos === 'DET' || tag.upos === 'PRON') && DETERMINERS[lower]) return DETERMINERS[lower]
  if (tag.upos === 'PART' && tag.xpos === 'RB') return NEGATIVE
  if (tag.upos === 'NUM') return CARDINAL
  if (
    tag.upos === 'ADJ' &&
    /^(?:\d+(?:st|nd|rd|th)|first|second|third|(?:\w+-)?\w+th)$/.test(lower) &&
    tag.xpos === 'JJ'
  ) {
    return /\d|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|teenth|tieth/.test(lower)
      ? ORDINAL
      : { Degree: 'Pos' }
  }
  return BY_FINE_TAG[tag.xpos] ?? NONE
}

/** What the tree adds to a verb: the passive, the progressive, the imperative. */
export const verbFeatures = (
  feats: Features,
  tag: Tag,
  deprel: string,
  childRelations: ReadonlySet<string>,
): Features => {
  if (tag.upos !== 'VERB') return feats
  if (tag.xpos === 'VBN') {
    const active = childRelations.has('aux') && !childRelations.has('aux:pass')
    return active ? feats : { ...feats, Voice: 'Pass' }
  }
  if (tag.xpos === 'VBG' && childRelations.has('aux')) return { Tense: 'Pres', VerbForm: 'Part' }
  const bare =
    tag.xpos === 'VB' && !['aux', 'mark', 'nsubj', 'nsubj:pass', 'expl'].some(relation => childRelations.has(relation))
  if (bare && (deprel === 'root' || deprel === 'parataxis')) return { Mood: 'Imp', VerbForm: 'Fin' }
  return feats
}
