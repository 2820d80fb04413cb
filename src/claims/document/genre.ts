import type { Genre } from '../../domain/index.ts'
import { documentWords, shapeOf } from './vocabulary.ts'

/** What kind of text this is, from its form: who speaks in it, and how it opens. */
export const genreOf = (
  text: string,
  sentences: readonly string[],
  { inScope, hasDateline }: { readonly inScope: boolean; readonly hasDateline: boolean },
): Genre => {
  const { press_release, news } = documentWords()
  const edges = `${text.slice(0, 600)}\n${text.slice(-400)}`
  if (shapeOf(press_release).test(edges)) return 'press-release'
  const speech = shapeOf(news.speech)
  const share = sentences.length === 0 ? 0 : sentences.filter(s => speech.test(s)).length / sentences.length
  if (!inScope) return 'other'
  return hasDateline || share >= news.least_speech ? 'news' : 'analysis'
}
