import type { Sentence, Token } from '../../text/index.ts'
import { boundaryBefore } from './boundary.ts'
import type { Clause, ClausedSentence, TakesContent } from './clause.ts'
import { finiteGroups } from './finite.ts'
import { nounPhrases } from './noun-phrases.ts'
import { type Open, openClause, type Waiting } from './open-clause.ts'
import { verbGroups } from './verb-groups.ts'

/** Cuts a sentence into clauses by its verbs, markers and punctuation; trees help where tags alone leave a choice. */
export const clausesOf = (sentence: Sentence, takesContent: TakesContent): ClausedSentence => {
  const { tokens } = sentence
  const phrases = nounPhrases(sentence)
  const groups = verbGroups(sentence)
  const finite = finiteGroups(tokens, groups)
  const opens: Open[] = []
  const waiting: Waiting[] = []
  for (const [n, group] of finite.entries()) {
    const previous = finite[n - 1] ?? null
    const edge = previous ? previous.to + 1 : 0
    const boundary = boundaryBefore(tokens, phrases, group, edge)
    opens.push(openClause({ tokens, phrases, takesContent, group, boundary, edge, previous, opens, waiting }))
  }
  return { sentence, phrases, groups, clauses: closeAll(tokens, opens) }
}

/** Ends each clause where the next begins, less what only links the two. */
const closeAll = (tokens: readonly Token[], opens: readonly Open[]): Clause[] =>
  opens.map(({ clause, bodyFrom }, n) => {
    const next = opens[n + 1]
    const end = (next ? next.cut : tokens.length) - 1
    let to = next ? beforeFronted(tokens, clause.group.to + 1, end) : end
    while (to > clause.group.to && isLink(tokens[to])) to -= 1
    return { ...clause, body: { from: bodyFrom, to: Math.max(to, clause.group.to) } }
  })

/** ", and for the lobby in Washington, …": words fronted to the next clause are no part of this one. */
const beforeFronted = (tokens: readonly Token[], from: number, end: number): number => {
  for (let i = from + 1; i < end; i++) {
    const [comma, link, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
    if (comma?.form === ',' && link?.upos === 'CCONJ' && next && (next.upos === 'ADP' || next.upos === 'SCONJ'))
      return i - 1
  }
  return end
}

const isLink = (t: Token | undefined): boolean =>
  t !== undefined && (t.upos === 'PUNCT' || t.upos === 'CCONJ' || /^(even|only|just)$/i.test(t.form))
