import type { Token } from '../../text/index.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Behind these a bare verb is an infinitive: "let Baku decide". */
const CAUSATIVES = new Set(['let', 'make', 'help', 'have', 'see', 'watch', 'hear', 'do'])

/** "would create instability and provide a pretext": a bare verb behind "and" that shares the modal of the verb before. */
export const sharesModal = (tokens: readonly Token[], group: VerbGroup, before: VerbGroup | undefined): boolean => {
  if (!before?.modal || before.form !== 'finite') return false
  // Whether such a verb is tagged as an infinitive or a present is a toss-up.
  if (!/^VBP?$/.test(tokens[group.from]?.xpos ?? '')) return false
  const link = tokens.slice(before.to + 1, group.from).findLast(t => !['ADV', 'PART'].includes(t.upos))
  return link?.upos === 'CCONJ'
}

/** "Both confront a challenge": a present that the tagger took for an infinitive, since no "to" and no modal is there. */
const isBarePresent = (tokens: readonly Token[], group: VerbGroup, before: VerbGroup | undefined): boolean => {
  if (group.form !== 'infinitive' || tokens[group.from]?.xpos !== 'VB') return false
  if (before && CAUSATIVES.has(tokens[before.head]?.lemma ?? '')) return false
  const left = tokens[group.from - 1]
  return left !== undefined && (/^(NOUN|PROPN|PRON)$/.test(left.upos) || left.form === ',')
}

/** The verb groups of a sentence that make a clause. In a sentence without any, the first that may be one counts. */
export const finiteGroups = (tokens: readonly Token[], groups: readonly VerbGroup[]): VerbGroup[] => {
  const finite = groups.filter((group, i) => {
    const before = groups[i - 1]
    return group.form === 'finite' || sharesModal(tokens, group, before) || isBarePresent(tokens, group, before)
  })
  if (finite.length > 0) return finite
  const likely = groups.find(
    g => g.from > 0 && /^VB[ND]?$/.test(tokens[g.head]?.xpos ?? '') && tokens[g.from]?.upos !== 'PART',
  )
  return likely ? [{ ...likely, form: 'finite', tense: 'past' }] : []
}
