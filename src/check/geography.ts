import { actorName } from '../actors/index.ts'
import type { Reading } from '../domain/index.ts'
import { regionMembers } from '../facts/index.ts'
import { byFacts } from './by-facts.ts'
import type { Case, Finding } from './case.ts'
import { factReceipt } from './receipts.ts'
import { unlisted } from './unlisted.ts'
import { namesOf } from './wording.ts'

/** Which states a region consists of; geography is looked up for the day of judging. */
export const judgeRegion = async (
  c: Case,
  { region, members }: Extract<Reading, { kind: 'region' }>,
): Promise<Finding> => {
  const list = regionMembers(region)
  if (!list || members.length === 0) return unlisted(c, `No list of the states of ${actorName(region)} is at hand`)
  const { complete, facts } = list
  const own = facts.filter(fact => members.includes(fact.subject))
  const missing = members.filter(id => !facts.some(fact => fact.subject === id))
  const all = `${actorName(region)} is ${complete ? '' : 'among others '}${namesOf(facts.map(f => f.subject))}`
  const show = (shown: typeof facts, bearing: 'for' | 'against') =>
    shown.map(f => factReceipt(f, `${actorName(f.subject)} is part of ${actorName(region)}.`, bearing, c.until, c.asOf))
  if (missing.length === 0) return byFacts(c, { answer: true, because: all, receipts: show(own, 'for') })
  if (complete) return byFacts(c, { answer: false, because: all, receipts: show(facts, 'against') })
  return unlisted(c, `Writers differ about which states belong to ${actorName(region)}`)
}
