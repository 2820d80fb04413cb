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

/** "at the Belarus–Poland border" names a place, not two sides. */
const BORDER = /^(?:[-–]\p{Lu}\p{L}+)? (?:border|frontier)/u

/** How far back "the two countries" may reach, in sentences. */
const REACH = 6

const lastTwo = (mentions: readonly Mention[]): readonly Mention[] => {
  const pair: Mention[] = []
  for (const m of mentions.toReversed()) if (pair.length < 2 && !pair.some(p => p.state === m.state)) pair.push(m)
  return pair.reverse()
}

/**
 * The two states that "the two countries" at `at` speaks of: the last two of the same sentence, else of the sentences
 * before. States that are named count; people stand in for theirs only where nothing else does.
 */
const lastPair = (
  text: string,
  mentions: readonly Mention[],
  starts: readonly number[],
  at: number,
): readonly Mention[] | null => {
  const sentences = starts
    .filter(s => s <= at)
    .slice(-REACH)
    .reverse()
  const before = mentions.filter(
    m => m.end <= at && m.state !== null && isState(m.state) && !BORDER.test(text.slice(m.end, m.end + 30)),
  )
  for (const candidates of [before.filter(m => !m.id.startsWith('per:')), before])
    for (const start of sentences) {
      const pair = lastTwo(candidates.filter(m => m.start >= start))
      if (pair.length === 2) return pair
    }
  return null
}

/** Two mentions over the same words for each "the two countries" whose states are plain. */
export const pairMentions = (text: string, mentions: readonly Mention[]): Mention[] => {
  const starts = sentenceStarts(text)
  return [...text.matchAll(PAIR)].flatMap(match => {
    const start = match.index + (/^between /i.exec(match[0])?.[0].length ?? 0)
    const end = match.index + match[0].length
    const pair = lastPair(text, mentions, starts, start)
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
