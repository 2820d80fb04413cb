import { actorName } from '../actors/index.ts'
import { type ActorId, actorKind, minDay } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type Case, daysOf, type Finding, type Judge } from './case.ts'
import { coverageOf } from './coverage.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { findSayings, type Said, sayingOf } from './saying.ts'
import type { Days } from './search.ts'
import { thresholds } from './thresholds.ts'
import { rivalsOf } from './witnesses.ts'
import { told } from './wording.ts'

/** Who speaks: whom the text cites, else who acts; a person speaks for a state and by name. */
const speakerOf = (c: Case): { readonly speaker: ActorId | null; readonly person: string | null } => {
  const { attribution, event, actors } = c.claim
  const cited = attribution.actor ?? event?.source ?? actors.find(a => a.role === 'source')?.id ?? null
  const person = cited !== null && actorKind(cited) === 'person' ? cited : null
  const named = actors.find(a => actorKind(a.id) === 'person' && a.role === 'source')?.id ?? null
  const state = person === null && cited !== null && c.actors.includes(cited) ? cited : c.source
  return { speaker: state, person: person ?? named }
}

/** A charge that the author makes in his own name, or from unnamed reports: whoever made it on record will do. */
const isOwnCharge = ({ claim }: Case): boolean =>
  claim.type === 'accusation' && claim.attribution.actor === null && claim.event?.type !== 'ACCUSE'

const notSaid = async (c: Case, said: Said, days: Days): Promise<Finding> => {
  const first = said.witnesses[0]
  if (!first) return nothingFound(c, 'statement that would speak against this', days)
  const coverage = await coverageOf(c.search, c.actors, days)
  return {
    verdict: coverage.adequate ? 'contradicted' : 'disputed',
    because: `The record shows such a statement for ${told(first)}`,
    receipts: said.witnesses.map(e => eventReceipt(e, 'against', c.asOf)),
    coverage,
  }
}

/** A saying is disputed where every row that shows it is denied by another one. */
const deniedBy = async (c: Case, said: Said): Promise<readonly AsOfEvent[]> => {
  const all = await c.search.involving(c.actors, {
    from: said.witnesses.map(e => e.day).reduce(minDay, c.until),
    to: c.until,
  })
  const denials = said.witnesses.map(e => rivalsOf(e, all).filter(r => r.status === 'denied'))
  return denials.every(list => list.length > 0) ? denials.flat() : []
}

/** That something was said, by whom and to whom; whether it is true is another matter. */
const judgeSaying = async (c: Case, lookback: number, what: string): Promise<Finding> => {
  const { speaker, person } = isOwnCharge(c) ? { speaker: null, person: null } : speakerOf(c)
  const days = daysOf(c, lookback)
  const said = await findSayings(c, sayingOf(c, speaker, person), days)
  if (c.claim.negated) return notSaid(c, said, days)
  const first = said.witnesses[0]
  if (!first) {
    const by = person ?? speaker
    const near = said.near.slice(0, 3).map(e => eventReceipt(e, 'context', c.asOf))
    return nothingFound(c, `such ${what}${by ? ` by ${actorName(by)}` : ''}`, days, near)
  }
  const receipts = said.witnesses.map(e => eventReceipt(e, 'for', c.asOf))
  const denials = await deniedBy(c, said)
  if (denials[0])
    return {
      verdict: 'disputed',
      because: `It is on record for ${told(first)}; but that is denied, ${told(denials[0])}`,
      receipts: [...receipts, ...denials.map(e => eventReceipt(e, 'against', c.asOf))],
    }
  return { verdict: 'supported', because: `On record for ${told(first)}`, receipts }
}

export const judgeStatement: Judge = c => judgeSaying(c, thresholds().lookback.statement, 'statement')

/** A charge is checked as made: on record that it was made, never that it is true. */
export const judgeAccusation: Judge = async c => {
  const finding = await judgeSaying(c, thresholds().lookback.accusation, 'charge')
  const note = finding.verdict === 'supported' ? ' (that the charge was made; not whether it is true)' : ''
  return { ...finding, because: `${finding.because}${note}` }
}
