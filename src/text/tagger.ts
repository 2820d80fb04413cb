import { FeatureList, hashText } from './hashing.ts'
import type { Scorer } from './linear-model.ts'
import { type TagLexicon, tagFeaturesOf } from './tag-features.ts'

export interface Tag {
  readonly upos: string
  readonly xpos: string
}

/** A class of the tagger's model is both tags in one: they constrain each other. */
export const tagClass = (tag: Tag): string => `${tag.upos} ${tag.xpos}`

export const tagOfClass = (name: string): Tag => {
  const [upos = 'X', xpos = 'FW'] = name.split(' ')
  return { upos, xpos }
}

export const bestClass = (scores: Float64Array): number => {
  let best = 0
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i
  return best
}

/** Tags of no word: what stands before a sentence's first. */
export const NO_TAG = hashText('<start>')

export type Tagger = (forms: readonly string[]) => readonly Tag[]

/** Greedy, left to right; each decision sees the two before it. */
export const taggerOf = (scorer: Scorer, lexicon: TagLexicon): Tagger => {
  const tags = scorer.classes.map(tagOfClass)
  const tagHashes = scorer.classes.map(hashText)
  const features = new FeatureList()
  const scores = new Float64Array(scorer.classes.length)
  return forms => {
    const fill = tagFeaturesOf(forms, lexicon)
    let before = NO_TAG
    let beforeThat = NO_TAG
    return forms.map((_, i) => {
      fill(i, before, beforeThat, features)
      scorer.score(features, scores)
      const best = bestClass(scores)
      beforeThat = before
      before = tagHashes[best] as number
      return tags[best] as Tag
    })
  }
}
