import { daysBetween } from '../../domain/index.ts'
import type { Brief, Driver } from '../../relations/index.ts'
import { dayOf, longDay } from '../day-words.ts'
import { printable } from '../printable.ts'
import type { Sentence } from './page.ts'
import type { Receipts } from './receipts.ts'
import { capital, goingWords, list, type NameOf, namesOf, PHASES, plural, sentence } from './words.ts'

/** The judgement in two sentences, and how far the evidence carries in one more. */

/** Turning points older than this are history, not the beginning of what is going on. */
export const RECENT_TURN = 365

export const recentTurn = ({ turn, as_of }: Brief): Brief['turn'] =>
  turn && daysBetween(dayOf(turn.day), as_of) < RECENT_TURN ? turn : null

const TURN_EVENTS = 3

const HALF_YEAR = 180

/** Of a data set of scores the record has days in place of rows. */
const rowsOf = ({ pair_events, days_without_rows }: Brief['coverage']): string =>
  pair_events > 0 || days_without_rows >= HALF_YEAR
    ? pair_events.toLocaleString('en-GB')
    : plural(HALF_YEAR - days_without_rows, 'day with a score', 'days with a score')

export const halfYear = ({ coverage, cells }: Brief, receipts: Receipts): number[] =>
  receipts.rows(cells.now, `rows of the pair in the half year (${rowsOf(coverage)})`)

const standsSince = (brief: Brief): string => {
  const { phase } = brief
  return phase ? `relations have been ${PHASES[phase.name]} since ${longDay(dayOf(phase.from))}` : ''
}

const unseen = (brief: Brief, names: string, receipts: Receipts): Sentence => {
  const { coverage, as_of } = brief
  const rows = halfYear(brief, receipts)
  const last =
    coverage.last_row === null
      ? 'it holds no row of the pair'
      : `its last row of the pair is of ${longDay(coverage.last_row)}`
  return coverage.standing === 'quiet'
    ? sentence(
        `Nothing is told of ${names} in the half year to ${longDay(as_of)}, though the record holds ${plural(coverage.actor_events, 'event')} of either state: ${last}.`,
        rows,
      )
    : sentence(`The record does not show how ${names} stood by ${longDay(as_of)}: ${last}.`, rows)
}

/** The events of the turn that the page tells, then those that carry it. */
export const turnRefs = ({ turn, changed }: Brief, receipts: Receipts): number[] => {
  const told = changed.filter(({ bearing }) => bearing === 'turn').map(({ id }) => id)
  return receipts.events([...new Set([...told, ...(turn?.events ?? [])])].slice(0, TURN_EVENTS))
}

const direction = (brief: Brief, names: string, receipts: Receipts): Sentence => {
  const { arrow } = brief
  const turn = recentTurn(brief)
  const refs = [halfYear(brief, receipts), turn ? turnRefs(brief, receipts) : []]
  const isFirst = turn !== null && (brief.phase === null || turn.from <= brief.phase.from)
  const turned = turn
    ? `, ${isFirst ? 'after' : 'with'} a ${turn.contested ? 'contested ' : ''}${turn.kind} dated ${longDay(dayOf(turn.day))}`
    : ''
  if (!arrow)
    return sentence(
      `No direction can be told for ${names}, since one of the two half years compared holds no row; ${standsSince(brief)}${turned}.`,
      ...refs,
    )
  if (arrow.direction === 'steady')
    return sentence(
      `${capital(names)} show no clear direction against half a year ago; ${standsSince(brief)}${turned}.`,
      ...refs,
    )
  return sentence(`${capital(names)} are ${goingWords(arrow)}; ${standsSince(brief)}${turned}.`, ...refs)
}

export const throughWords = ({ through }: Driver, nameOf: NameOf): string =>
  through.length === 0 ? '' : ` (${list(through.slice(0, 3).map(id => printable(nameOf(id))))})`

/** The best mechanism has marks of its own; its rival may have no more than the right order of time. */
export const contenders = ({ drivers }: Brief): readonly (Driver | undefined)[] => {
  const [best, rival] = drivers.filter(({ standing }) => standing === 'suggestive' || standing === 'timing alone')
  return best?.standing === 'suggestive' ? [best, rival] : []
}

const why = (brief: Brief, nameOf: NameOf, receipts: Receipts): Sentence => {
  const { announced, explained } = brief
  const [best] = contenders(brief)
  const open = announced.at(-1)
  const watch = open ? `; what was announced on ${longDay(open.day)} is still open` : '; no announcement is open'
  const refs = open ? receipts.events([open.id]) : halfYear(brief, receipts)
  if (explained === null) return sentence(`There is no change to explain${watch}.`, refs)
  if (!best) return sentence(`As to why, no mechanism has marks of its own in the record${watch}.`, refs)
  return sentence(
    `As to why, the evidence points first to ${withArticle(best.mechanism)}${throughWords(best, nameOf)}, and does not prove it${watch}.`,
    receipts.evidence(best.for.slice(0, 2)),
    refs,
  )
}

/** "a patron's shift", "trade and transit". */
const withArticle = (mechanism: string): string =>
  /^(change of|common|patron)/.test(mechanism) ? `a ${mechanism}` : mechanism

export const bottomLine = (brief: Brief, nameOf: NameOf, receipts: Receipts): Sentence[] => {
  const names = namesOf(brief, nameOf)
  if (brief.coverage.standing !== 'told') {
    const open = brief.announced.at(-1)
    return [
      unseen(brief, names, receipts),
      open
        ? sentence(
            `What was announced on ${longDay(open.day)} has not been seen to happen.`,
            receipts.events([open.id]),
          )
        : sentence(
            brief.coverage.standing === 'quiet'
              ? 'That looks like quiet, not like a turn.'
              : 'That is a gap in the record and says nothing of the two states.',
            halfYear(brief, receipts),
          ),
    ]
  }
  return [direction(brief, names, receipts), why(brief, nameOf, receipts)]
}

export const confidenceSentence = (brief: Brief, receipts: Receipts): Sentence => {
  const { confidence, coverage } = brief
  const { level, events, publishers, names_publishers } = confidence
  if (events === 0 && coverage.standing !== 'told')
    return sentence('Confidence is low: no row of the pair stands behind this.', halfYear(brief, receipts))
  const rests =
    events === 0
      ? `it rests on ${rowsOf(coverage)} in the half year, and on no single events`
      : `it rests on ${plural(events, 'event')} of the pair ${names_publishers ? `from ${plural(publishers, 'independent publisher')}` : 'from a data set that names no publishers,'} in the half year`
  return sentence(`Confidence in this judgement is ${level}: ${rests}.`, halfYear(brief, receipts))
}
