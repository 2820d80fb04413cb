import { actorName } from '../actors/index.ts'
import { type ActorId, actorKind, contains, type Fact } from '../domain/index.ts'
import { memberships, religionMajority } from '../facts/index.ts'
import { byFacts } from './by-facts.ts'
import type { Case, Finding, Judge } from './case.ts'
import { judgeEvent } from './event.ts'
import { judgeRegion } from './geography.ts'
import { asRelation } from './leaning.ts'
import { judgeMembership } from './membership.ts'
import { judgeOffice } from './office.ts'
import { factReceipt } from './receipts.ts'
import { judgeLevel } from './relation-level.ts'
import { isAmong, keysOf, termKey } from './terms.ts'
import { termsFile } from './thresholds.ts'
import { inWords, listed, namesOf } from './wording.ts'

/** "Two Shia-majority countries": the faith of most people of the states named. */
const judgeFaith = async (c: Case): Promise<Finding | null> => {
  const quote = keysOf(c.claim.quote)
  const { faiths, majority } = termsFile()
  const faith = Object.entries(faiths).find(([word]) => quote.has(termKey(word)))?.[1]
  if (!faith || ![...quote].some(key => isAmong(key, majority))) return null
  const facts = c.actors.flatMap(id => religionMajority(id) ?? [])
  if (facts.length === 0) return null
  const wrong = facts.filter(fact => fact.object !== faith)
  const shown = wrong.length > 0 ? wrong : facts
  const says = (fact: Fact) => `${fact.object} is the faith of most people in ${actorName(fact.subject)}`
  const same = `${faith} is the faith of most people in ${namesOf(facts.map(fact => fact.subject))}`
  return byFacts(c, {
    answer: wrong.length === 0,
    because: wrong.length === 0 ? same : listed(wrong.map(says)),
    receipts: shown.map(fact =>
      factReceipt(fact, `${says(fact)}.`, wrong.length > 0 ? 'against' : 'for', c.until, c.asOf),
    ),
  })
}

/** "The group charged with the peace talks": conflicts that an organisation mediates. */
const judgeMandate = async (c: Case): Promise<Finding | null> => {
  const quote = [...keysOf(c.claim.quote)]
  if (!quote.some(key => isAmong(key, termsFile().mediation))) return null
  const groups = c.claim.actors.map(a => a.id).filter(id => actorKind(id) === 'organisation')
  const facts = groups.flatMap((id: ActorId) => memberships.mediations(id)).filter(fact => contains(fact, c.until))
  const first = facts[0]
  if (!first) return null
  const says = (fact: Fact) =>
    `${actorName(fact.subject)} has been charged with mediating over ${actorName(fact.object)}${fact.from ? ` since ${inWords(fact.from)}` : ''}`
  return byFacts(c, {
    answer: true,
    because: says(first),
    receipts: facts.map(fact => factReceipt(fact, `${says(fact)}.`, 'for', c.until, c.asOf)),
  })
}

/** What something is: an office, a membership, a place, a faith, a task; else whatever acts on record show it. */
export const judgeAttribute: Judge = async c => {
  const { reading } = c.claim
  if (reading.kind === 'office') return judgeOffice(c, reading)
  if (reading.kind === 'membership') return judgeMembership(c, reading)
  if (reading.kind === 'region') return judgeRegion(c, reading)
  if (reading.kind === 'relation') return judgeLevel(c)
  const bond = asRelation(c, 'level')
  return (await judgeFaith(c)) ?? (await judgeMandate(c)) ?? (bond ? judgeLevel(bond) : judgeEvent(c))
}
