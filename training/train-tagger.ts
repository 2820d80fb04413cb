import { FeatureList, hashText } from '../src/text/hashing.ts'
import { type TagLexicon, tagFeaturesOf } from '../src/text/tag-features.ts'
import { bestClass, NO_TAG, type Tag, tagClass } from '../src/text/tagger.ts'
import { lowerForm, plainForm } from '../src/text/word-form.ts'
import { AveragedPerceptron } from './averaged-perceptron.ts'
import { seededRandom, shuffled } from './seeded-shuffle.ts'

export interface TaggedSentence {
  readonly forms: readonly string[]
  readonly tags: readonly Tag[]
}

/**
 * Forms seen at least `least` times, each with the tags that take 5 % of its uses or more. Words of `groups` share their
 * group's entry, seen or not: so what is learned of "Iraqi" holds for "Azerbaijani".
 */
export const learnLexicon = (sentences: readonly TaggedSentence[], groups: TagLexicon, least = 4): TagLexicon => {
  const seen = new Map<string, Map<string, number>>()
  for (const { forms, tags } of sentences) {
    forms.forEach((form, i) => {
      const lower = lowerForm(plainForm(form))
      const counts = seen.get(lower) ?? new Map<string, number>()
      const name = tagClass(tags[i] as Tag)
      counts.set(name, (counts.get(name) ?? 0) + 1)
      seen.set(lower, counts)
    })
  }
  const lexicon = new Map<string, string>()
  for (const [lower, counts] of seen) {
    const total = [...counts.values()].reduce((a, b) => a + b, 0)
    if (total < least) continue
    const frequent = [...counts]
      .filter(([, n]) => n >= total * 0.05)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    lexicon.set(lower, frequent.map(([name]) => name).join('|'))
  }
  for (const [lower, group] of groups) lexicon.set(lower, group)
  return lexicon
}

export const trainTagger = (
  sentences: readonly TaggedSentence[],
  lexicon: TagLexicon,
  epochs: number,
  seed: number,
) => {
  const counts = new Map<string, number>()
  for (const { tags } of sentences)
    for (const tag of tags) counts.set(tagClass(tag), (counts.get(tagClass(tag)) ?? 0) + 1)
  // A pair of tags seen once or twice is rather a slip of annotation than something to learn.
  const classes = [...counts]
    .filter(([, n]) => n >= 3)
    .map(([name]) => name)
    .sort()
  const index = new Map(classes.map((name, i) => [name, i]))
  const hashes = classes.map(hashText)
  const perceptron = new AveragedPerceptron(classes)
  const features = new FeatureList()
  const scores = new Float64Array(classes.length)
  const random = seededRandom(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { forms, tags } of shuffled(sentences, random)) {
      const fill = tagFeaturesOf(forms, lexicon)
      let before = NO_TAG
      let beforeThat = NO_TAG
      forms.forEach((_, i) => {
        fill(i, before, beforeThat, features)
        perceptron.score(features, scores)
        const guess = bestClass(scores)
        const truth = index.get(tagClass(tags[i] as Tag))
        if (truth !== undefined && truth !== guess) perceptron.update(features, truth, guess)
        perceptron.step()
        beforeThat = before
        before = hashes[guess] as number
      })
    }
  }
  return perceptron
}
