import type { Clause } from './clause/index.ts'
import type { Page, PageSentence } from './page.ts'

/** What the head of a subject is known to be: of "the election of Rouhani" the election, of "officials in Baku" the officials. */
export const subjectHead = (s: PageSentence, { subject }: Clause): ReadonlySet<string> => {
  const phrase = subject ? s.phrases.find(p => p.from >= subject.from && p.to <= subject.to) : undefined
  if (!phrase) return new Set()
  const labels = s.labels[phrase.head] ?? new Set<string>()
  // A name that no list knows is somebody's too: "Farida Lodhi".
  const isName =
    phrase.head > 0 && s.sentence.tokens[phrase.head]?.upos === 'PROPN' && !labels.has('time') && !labels.has('region')
  return isName ? new Set([...labels, 'name']) : labels
}

/** "It" stands for a doer where the subject before it was one. */
export const itIsActor = (page: Page, s: PageSentence, index: number): boolean => {
  const own = s.clauses.slice(0, index).map(c => subjectHead(s, c))
  const before = page.sentences[s.index - 1]
  const heads = [...(before?.clauses.map(c => subjectHead(before, c)) ?? []), ...own]
  const last = heads.findLast(h => h.size > 0)
  return last !== undefined && (last.has('actor') || last.has('people'))
}
