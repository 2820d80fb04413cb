import type { Brief } from '../../relations/index.ts'
import { dayOf } from '../day-words.ts'
import { briefPage } from './brief-page.ts'
import type { Sentence } from './page.ts'
import type { NameOf } from './words.ts'

/** The page for programs: its figures, and its sentences with the ids that they rest on. */

const short = (x: number): number => Math.round(100 * x) / 100

/** `nameOf`: names for the sentences; without it they bear ids. */
export const briefJson = (brief: Brief, nameOf: NameOf = id => id) => {
  const { arrow, phase, turn, course } = brief
  const page = briefPage(brief, nameOf)
  const idOf = new Map(page.receipts.map(({ number, id }) => [number, id]))
  const said = ({ text, refs }: Sentence) => ({ says: text, receipts: refs.flatMap(n => idOf.get(n) ?? []) })
  return {
    schema: 'detente.brief/1' as const,
    dyad: brief.pair.join('-'),
    as_of: brief.as_of,
    source: brief.source,
    bottom_line: page.bottomLine.map(said),
    confidence_says: said(page.confidence),
    arrow: arrow && {
      direction: arrow.direction,
      likelihood: arrow.word,
      chance: short(arrow.chance),
      change: { value: short(arrow.change), low: short(arrow.low), high: short(arrow.high) },
    },
    phase: phase && { name: phase.name, since: dayOf(phase.from), says: phase.says },
    turning_point: turn && {
      id: turn.id,
      kind: turn.kind,
      date: dayOf(turn.day),
      date_from: dayOf(turn.from),
      date_to: dayOf(turn.to),
      known_on: turn.known_on === null ? null : dayOf(turn.known_on),
      contested: turn.contested,
      gradual: turn.gradual,
      events: turn.events,
    },
    flip: brief.flip,
    changed: brief.changed.map(({ id, day, summary, bearing }) => ({ event: id, day, summary, bearing })),
    explained: brief.explained,
    drivers: brief.drivers,
    announced: brief.announced.map(({ id, day, summary }) => ({ event: id, day, summary })),
    confidence: brief.confidence,
    coverage: brief.coverage,
    temperature: (course?.temperature ?? []).map(({ day, value, low, high }) => ({
      day: dayOf(day),
      value: short(value),
      low: short(low),
      high: short(high),
    })),
    sections: page.sections.map(({ id, title, items }) => ({
      id,
      title,
      items: items.map(({ lead, sentences, note }) => ({
        lead: lead ?? null,
        sentences: sentences.map(said),
        note: note ?? null,
      })),
    })),
    receipts: page.receipts.map(receipt =>
      receipt.kind === 'event'
        ? {
            id: receipt.id,
            kind: receipt.kind,
            day: receipt.event.day,
            known: receipt.event.known,
            summary: receipt.event.summary,
            grade: receipt.event.grade,
            sources: receipt.event.sources.filter(({ published }) => published === null || published <= brief.as_of),
          }
        : receipt.kind === 'fact'
          ? { id: receipt.id, kind: receipt.kind, day: receipt.day, says: receipt.says }
          : { id: receipt.id, kind: receipt.kind, says: receipt.says, command: receipt.command },
    ),
  }
}
