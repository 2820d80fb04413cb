import type { PatternWord, TreeWord } from '../text/index.ts'
import type { Clause } from './clause/index.ts'
import type { PageSentence } from './page.ts'

/** The tokens of a clause in order: its subject and its body, without the clauses set between them. */
export const clauseTokens = ({ subject, body }: Clause): number[] => {
  const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  if (!subject || subject.from >= body.from) return range(body.from, body.to)
  return [...range(subject.from, Math.min(subject.to, body.from - 1)), ...range(body.from, body.to)]
}

/** A clause's words for patterns, with the labels of data/claims/types.yaml. */
export const clauseWords = (s: PageSentence, clause: Clause): PatternWord[] => {
  return [
    ...sharedModal(s, clause),
    ...clauseTokens(clause).map(i => {
      const t = s.sentence.tokens[i] as PageSentence['sentence']['tokens'][number]
      return { form: t.form, lemma: t.lemma, upos: t.upos, xpos: t.xpos, labels: clauseLabels(s, clause, i) }
    }),
  ]
}

const clauseLabels = (s: PageSentence, { group, subject, body }: Clause, i: number): ReadonlySet<string> => {
  const labels = new Set(s.labels[i])
  if (i >= group.from && i <= group.to) labels.add('verb')
  if (i === group.head) labels.add('head')
  if (group.modal === 'must' && i === group.from) labels.add('must')
  if (subject && i >= subject.from && i <= subject.to && i < body.from) labels.add('subj')
  else if (i > group.head) labels.add('body')
  return labels
}

/** A sentence as a tree, for patterns that begin at the word `at`. */
export interface ClauseTree {
  readonly words: readonly TreeWord[]
  readonly at: number
}

/** A clause's tree: all words of its sentence, and its predicate, i.e. its verb, or what its copula links to. */
export const clauseTree = (s: PageSentence, clause: Clause): ClauseTree => {
  const own = new Set(clauseTokens(clause))
  const words = s.sentence.tokens.map((t): TreeWord => {
    const labels = own.has(t.i) ? clauseLabels(s, clause, t.i) : (s.labels[t.i] ?? NONE)
    return { form: t.form, lemma: t.lemma, upos: t.upos, xpos: t.xpos, labels, head: t.head, deprel: t.deprel }
  })
  const verb = words[clause.group.head]
  return { words, at: verb?.deprel === 'cop' ? verb.head : clause.group.head }
}

const NONE: ReadonlySet<string> = new Set()

/** "should say yes and ask in return": the modal of the verb before counts for this one too. */
const sharedModal = (s: PageSentence, { group }: Clause): PatternWord[] => {
  const t = group.modalAt === null || group.modalAt >= group.from ? undefined : s.sentence.tokens[group.modalAt]
  return t ? [{ form: t.form, lemma: t.lemma, upos: t.upos, xpos: t.xpos, labels: new Set(['verb']) }] : []
}
