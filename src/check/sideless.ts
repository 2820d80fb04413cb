import type { Case, Finding } from './case.ts'
import { judgeEvent } from './event.ts'
import { judgeStated } from './stated.ts'

/**
 * A claim about relations whose words take no side, or name no pair: no measure decides it. Where it names an act, that act is looked for; else
 * only a source that says as much would show it, since a word in common ("threat") with some act shows nothing.
 */
export const judgeSideless = (c: Case): Finding | Promise<Finding> =>
  c.claim.event?.type ? judgeEvent(c) : judgeStated(c, 'source that says so')
