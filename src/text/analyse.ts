import type { Document, Sentence, Token, Word } from './document.ts'
import { type English, english } from './english.ts'
import { featuresOf, verbFeatures } from './features.ts'
import { groupSentences } from './sentences.ts'
import type { Tag } from './tagger.ts'
import { tokenize } from './tokenizer.ts'
import { plainForm } from './word-form.ts'

/** Reads English text: sentences, words, tags, lemmas and a dependency tree of each sentence. */
export const analyse = (text: string): Document => {
  const model = english()
  return { text, sentences: groupSentences(text, tokenize(text)).map(words => analyseWords(words, model)) }
}

const analyseWords = (words: readonly Word[], model: English): Sentence => {
  const forms = words.map(word => word.form)
  const tags = model.tag(forms)
  const arcs = model.parse(forms, tags)
  const relationsBelow = words.map(() => new Set<string>())
  for (const { head, deprel } of arcs) relationsBelow[head]?.add(deprel)
  const tokens = words.map((word, i): Token => {
    const tag = tags[i] as Tag
    const { head, deprel } = arcs[i] as (typeof arcs)[number]
    const lower = plainForm(word.form).toLowerCase()
    return {
      i,
      start: word.start,
      end: word.end,
      form: word.form,
      lemma: isShortHave(lower, tag, deprel, tags[head]) ? 'have' : model.lemma(word.form, tag),
      upos: tag.upos,
      xpos: tag.xpos,
      feats: verbFeatures(featuresOf(lower, tag), tag, deprel, relationsBelow[i] as ReadonlySet<string>),
      head,
      deprel,
    }
  })
  return { start: tokens[0]?.start ?? 0, end: tokens[tokens.length - 1]?.end ?? 0, tokens }
}

/** "Iran's agreed": before a participle that it helps into the perfect, 's is "has"; before the passive it is aux:pass. */
const isShortHave = (lower: string, tag: Tag, deprel: string, head: Tag | undefined): boolean =>
  lower === "'s" && tag.upos === 'AUX' && deprel === 'aux' && head?.xpos === 'VBN'
