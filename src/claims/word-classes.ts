import { readShippedText } from '../shipped/index.ts'

/** WordNet's classes of verbs and nouns (data/claims/word-classes.tsv): what a word nobody listed is likely to mean. */
interface Classes {
  readonly noun: ReadonlyMap<string, string>
  readonly verb: ReadonlyMap<string, string>
}

let classes: Classes | null = null
const read = (): Classes => {
  if (classes) return classes
  const noun = new Map<string, string>()
  const verb = new Map<string, string>()
  for (const line of readShippedText('claims', 'word-classes.tsv').split('\n').slice(2)) {
    const [lemma, pos, name] = line.split('\t')
    if (lemma && name) (pos === 'noun' ? noun : verb).set(lemma, name)
  }
  classes = { noun, verb }
  return classes
}

/** `n-feeling`, `v-communication`: the label of a word's class, or null where WordNet has none. */
export const classLabel = (lemma: string, upos: string): string | null => {
  if (upos === 'NOUN') {
    const name = read().noun.get(lemma)
    return name ? `n-${name}` : null
  }
  if (upos !== 'VERB') return null
  const name = read().verb.get(lemma)
  return name ? `v-${name}` : null
}
