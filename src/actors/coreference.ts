import { isState } from '../domain/index.ts'
import type { Mention } from './mention.ts'

/** "the two countries", "both sides", "the neighbours": words for two states named before. */
const PAIR =
  /\b(?:(?:the|these|those|both|our|their) two|both|the two|between the)\s+(?:neighbou?ring\s+)?(?:countries|states|nations|sides|neighbou?rs|capitals|governments|powers|leaders|presidents|ministers|parties|peoples|rivals|republics)\b|\bthe\s+(?:neighbou?rs|sides)\b/gi

const SENTENCE_END = /[.!?]["'”’)]*\s+(?=["'“‘(]?\p{Lu})|\n\s*/gu

/** Where the sentence around `at` begins; close enough for what stands "before in the same sentence". */
const sentenceStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(SENTENCE_END)].map(m => m.index + m[0].length),
]

/** The last two different states named before `at`, of the same sentence or of the one that names two last. */
const lastPair = (mentions: readonly Mention[], starts: readonly number[], at: number): readonly Mention[] | null => {
  const sentences = starts
    .filter(s => s <= at)
    .slice(-4)
    .reverse()
  let until = at
  for (const start of sentences) {
    const here = mentions.filter(m => m.start >= start && m.end <= until && m.state !== null && isState(m.state))
    const pair: Mention[] = []
    for (const m of here.toReversed()) {
      if (!pair.some(p => p.state === m.state)) pair.push(m)
      if (pair.length === 2) return pair.reverse()
    }
    until = start
  }
  return null
}

/** Two mentions over the same words for each "the two countries" whose states are plain. */
export const pairMentions = (text: string, mentions: readonly Mention[]): Mention[] => {
  const starts = sentenceStarts(text)
  return [...text.matchAll(PAIR)].flatMap(match => {
    const start = match.index + (/^between /i.exec(match[0])?.[0].length ?? 0)
    const end = match.index + match[0].length
    const pair = lastPair(mentions, starts, start)
    return (pair ?? []).map(
      (m): Mention => ({
        start,
        end,
        mention: text.slice(start, end),
        id: m.state ?? m.id,
        state: m.state,
        how: 'coreference',
        rivals: [],
        why: `the two states named last before, here by "${m.mention}"`,
      }),
    )
  })
}
