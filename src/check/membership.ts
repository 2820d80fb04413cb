import { actorName } from '../actors/index.ts'
import type { Bearing, Fact, Reading, Receipt } from '../domain/index.ts'
import { contains } from '../domain/index.ts'
import { isMember, memberships } from '../facts/index.ts'
import { byFacts } from './by-facts.ts'
import type { Case, Finding } from './case.ts'
import { factReceipt } from './receipts.ts'
import { unlisted } from './unlisted.ts'
import { inWords } from './wording.ts'

type Membership = Extract<Reading, { kind: 'membership' }>

const since = ({ from }: Fact): string => (from === null ? '' : ` since ${inWords(from)}`)

/** A narrower role that the claim names ("co-chair"), where the list tells it apart. */
const roleIn = (c: Case, group: string): string | null => {
  const quote = c.claim.quote.toLowerCase().replace(/[\s-]+/g, ' ')
  return memberships.rolesOf(group).find(role => quote.includes(role.replace(/-/g, ' '))) ?? null
}

const inRole = (c: Case, { member, group }: Membership, role: string) => {
  const then = memberships.of(group, role).filter(fact => contains(fact, c.until))
  const own = then.filter(fact => fact.subject === member)
  if (own.length > 0) return { answer: true, facts: own }
  return memberships.isComplete(group) && then.length > 0 ? { answer: false, facts: then } : { answer: null, facts: [] }
}

/** Who belongs to an organisation: by its list of members on the day of judging. "No" needs a complete list. */
export const judgeMembership = async (c: Case, reading: Membership): Promise<Finding> => {
  const { member, group } = reading
  const role = roleIn(c, group)
  const { answer, facts } = role ? inRole(c, reading, role) : isMember(member, group, c.until)
  const [who, what, day] = [actorName(member), actorName(group), inWords(c.until)]
  const as = role ?? 'member'
  const show = (bearing: Bearing): Receipt[] =>
    facts.map(fact =>
      factReceipt(
        fact,
        `${actorName(fact.subject)} has been a ${as} of ${what}${since(fact)}.`,
        bearing,
        c.until,
        c.asOf,
      ),
    )
  const first = facts[0]
  if (answer === true && first)
    return byFacts(c, {
      answer,
      because: `${who} was a ${as} of ${what} on ${day}${since(first).replace('since', 'and had been since')}`,
      receipts: show('for'),
    })
  if (answer === false)
    return byFacts(c, {
      answer,
      because: `The list of ${what} is complete for ${day}, and ${who} is not among its ${facts.length} ${as}s`,
      receipts: show('against'),
    })
  return unlisted(c, `No complete list of the ${as}s of ${what} on ${day} is at hand`)
}
