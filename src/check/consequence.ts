import { addDays } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { weightOfType } from '../relations/index.ts'
import type { Case } from './case.ts'
import type { Condition } from './condition.ts'
import { isWitness, matchOf, type Sought, termsHit } from './matching.ts'
import { involves } from './mentions.ts'
import { soughtOf } from './sought.ts'
import { contentKeys, typesOf } from './terms.ts'
import { thresholds } from './thresholds.ts'

/** What should follow: the claim without its condition. */
const consequenceOf = (c: Case, condition: Condition): Sought => {
  const sought = soughtOf(c)
  const terms = sought.terms.filter(key => !condition.sought.terms.includes(key))
  const quote = c.claim.condition ? c.claim.quote.replace(c.claim.condition.quote, ' ') : c.claim.quote
  return {
    ...sought,
    directed: false,
    terms,
    types: c.claim.event?.type ? sought.types : typesOf(contentKeys([quote])),
  }
}

export interface Followed {
  /** Acts that show what should follow. */
  readonly clear: readonly AsOfEvent[]
  /** Acts of its kind, or with some of its words, by those concerned. */
  readonly partial: readonly AsOfEvent[]
}

/** What came within a year after any day on which the condition came about. */
export const followed = async (c: Case, condition: Condition, met: readonly AsOfEvent[]): Promise<Followed> => {
  const within = thresholds().conditional.follows_within
  const sought = consequenceOf(c, condition)
  const days = { from: met[0]?.day ?? c.day, to: c.asOf }
  const own = c.actors.filter(id => !condition.actors.includes(id))
  const concerned = own.length > 0 ? own : c.actors
  const ids = new Set(met.map(e => e.id))
  const after = (await c.search.involving(concerned, days)).filter(
    e =>
      !ids.has(e.id) &&
      (e.status === 'occurred' || e.status === 'ongoing') &&
      met.some(m => e.day >= m.day && e.day <= addDays(m.day, within)),
  )
  const clear = after.filter(e => {
    const match = matchOf(e, sought)
    return match !== null && isWitness(match, sought) && match.terms > 0
  })
  const partners = [...condition.actors, ...c.actors].filter(id => !concerned.includes(id))
  const said = c.claim.event?.source ?? c.claim.event?.target ?? c.source
  const doer = said !== null && concerned.includes(said) ? said : null
  const [wanted] = sought.types
  const leans = (e: AsOfEvent) => !wanted || e.type === null || weightOfType(e.type) * weightOfType(wanted) >= 0
  const isPartial = (e: AsOfEvent) =>
    (e.type === wanted || (termsHit(e, sought.terms) > 0 && leans(e))) &&
    (doer === null || e.source === doer || e.target === doer) &&
    (partners.length === 0 || partners.some(id => involves(e, id)))
  const partial = after
    .filter(e => !clear.includes(e) && e.type !== null && isPartial(e))
    .sort((a, b) => termsHit(b, sought.terms) - termsHit(a, sought.terms) || a.day.localeCompare(b.day))
  return { clear, partial }
}
