/** How many texts each working remembers: more than the events of the pairs and actors of an analysis. */
const MOST = 20_000
/** Longer texts are whole documents, which come once. */
const LONGEST = 2000

/** Work on texts that come again with every claim and on every day of judgement, as those of events do. */
export const remembered = <V>(work: (text: string) => V): ((text: string) => V) => {
  const known = new Map<string, V>()
  return text => {
    if (text.length > LONGEST) return work(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const made = work(text)
    if (known.size >= MOST) known.clear()
    known.set(text, made)
    return made
  }
}
