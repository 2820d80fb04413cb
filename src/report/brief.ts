import { addDays, type Day } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import type { Brief, Driver } from '../relations/index.ts'
import { longDay } from './day-words.ts'
import { signedDegrees } from './degrees.ts'
import { printable } from './printable.ts'

/** The one page on a pair, as Markdown and as JSON. Every sentence names its events by the numbers of the list of sources. */

/** Names of actors by id. */
export type NameOf = (id: string) => string

const dayOf = (number: number): Day => addDays('1970-01-01', number)
const short = (x: number): number => Math.round(100 * x) / 100
const plural = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`

export const briefJson = (brief: Brief) => ({
  schema: 'detente.brief/1' as const,
  dyad: brief.pair.join('-'),
  as_of: brief.as_of,
  source: brief.source,
  arrow: brief.arrow && {
    direction: brief.arrow.direction,
    likelihood: brief.arrow.word,
    chance: short(brief.arrow.chance),
    change: { value: short(brief.arrow.change), low: short(brief.arrow.low), high: short(brief.arrow.high) },
  },
  phase: brief.phase && { name: brief.phase.name, since: dayOf(brief.phase.from), says: brief.phase.says },
  turning_point: brief.turn && {
    kind: brief.turn.kind,
    date: dayOf(brief.turn.day),
    contested: brief.turn.contested,
    events: brief.turn.events,
  },
  changed: brief.changed.map(({ id, day, summary }) => ({ event: id, day, summary })),
  drivers: brief.drivers,
  announced: brief.announced.map(({ id, day, summary }) => ({ event: id, day, summary })),
  confidence: brief.confidence,
  coverage: brief.coverage,
})

/** Numbers of the events in the order in which the page first names them. */
class Notes {
  readonly ids: string[] = []

  of(ids: readonly string[]): string {
    const numbers = ids.map(id => {
      const at = this.ids.indexOf(id)
      return at >= 0 ? at + 1 : this.ids.push(id)
    })
    return numbers.length === 0 ? '' : ` [${numbers.join(', ')}]`
  }
}

const bottomLine = ({ pair, arrow, phase, turn, as_of }: Brief, nameOf: NameOf, notes: Notes): string[] => {
  const names = pair.map(id => printable(nameOf(id))).join(' and ')
  if (!phase) return [`The record holds nothing of ${names} by ${longDay(as_of)}.`]
  const stand = `relations are ${phase.name} since ${longDay(dayOf(phase.from))}`
  const turned = turn
    ? ` The last ${turn.kind} is dated ${longDay(dayOf(turn.day))}${turn.contested ? ', contested' : ''}.${notes.of(turn.events)}`
    : ' No turning point stands behind it.'
  if (!arrow) return [`${names}: ${stand}; there is too little to tell a direction.`, turned.trim()]
  const going =
    arrow.direction === 'steady'
      ? `${names} are as likely as not where they were half a year ago`
      : `${names} are ${arrow.word} ${arrow.direction}`
  return [`${going}; ${stand}.`, turned.trim()]
}

const arrowLine = ({ arrow }: Brief): string => {
  if (!arrow) return '- No direction: one of the two half years holds no row.'
  const side = ({ cooperation, conflict }: { cooperation: number; conflict: number }): string =>
    `${cooperation.toFixed(1)} of co-operation and ${conflict.toFixed(1)} of conflict`
  return (
    `- ${arrow.direction}: ${signedDegrees(arrow.change)} degrees in half a year (90 in 100 between ${signedDegrees(arrow.low)} and ${signedDegrees(arrow.high)}), ` +
    `from ordinary days of ${side(arrow.before)} to ${side(arrow.now)}.`
  )
}

const eventLine = ({ day, summary, id }: AsOfEvent, notes: Notes): string =>
  `- **${day}** ${printable(summary)}${notes.of([id])}`

const driverLines = (driver: Driver, role: string, nameOf: NameOf, notes: Notes): string[] => {
  const through = driver.through.map(id => printable(nameOf(id)))
  const ids = (list: Driver['for']): string[] => list.slice(0, 3).map(({ id }) => id)
  return [
    `- **${role}: ${driver.mechanism}** (${driver.standing}${through.length > 0 ? `; ${through.join(', ')}` : ''}). ${printable(driver.says)}${notes.of(ids(driver.for))}`,
    ...(driver.against.length > 0
      ? [`  - Against it: ${printable(driver.against[0]?.says ?? '')}${notes.of(ids(driver.against))}`]
      : []),
    ...(driver.missing.length > 0 ? [`  - Not seen: ${driver.missing.map(printable).join('; ')}.`] : []),
  ]
}

const whyLines = ({ drivers }: Brief, nameOf: NameOf, notes: Notes): string[] => {
  const [best, rival] = drivers.filter(({ standing }) => standing === 'suggestive' || standing === 'timing alone')
  if (!best) return ['- No mechanism has evidence in the record.']
  const flips =
    best.against.length > 0
      ? 'More of what stands against it would turn the judgement.'
      : `It would fall if this stayed unseen: ${best.missing[0] ?? 'acts that follow from it'}.`
  return [
    ...driverLines(best, 'Best', nameOf, notes),
    ...(rival ? driverLines(rival, 'Its rival', nameOf, notes) : []),
    `- ${flips} Order in time proves none of them.`,
  ]
}

const sourceLines = (notes: Notes, events: ReadonlyMap<string, AsOfEvent>): string[] =>
  notes.ids.map((id, i) => {
    const sources = events.get(id)?.sources ?? []
    const publishers = new Set(sources.map(({ publisher }) => publisher)).size
    const grade = publishers >= 2 ? `${publishers} publishers` : publishers === 1 ? 'one publisher' : 'no page'
    const pages = sources
      .slice(0, 2)
      .map(s => `${printable(s.publisher)}, “${printable(s.title)}”${s.published ? `, ${s.published}` : ', undated'}`)
      .join('; ')
    return `${i + 1}. ${id} (${grade})${pages === '' ? '' : `: ${pages}`}`
  })

/** `events`: those that the page may name, for their sources. */
export const briefMarkdown = (brief: Brief, nameOf: NameOf, events: readonly AsOfEvent[]): string => {
  const notes = new Notes()
  const { confidence, coverage, as_of, phase } = brief
  const lines = [
    `# ${brief.pair.map(id => printable(nameOf(id))).join(' and ')}, as of ${longDay(as_of)}`,
    '',
    bottomLine(brief, nameOf, notes).join(' '),
    '',
    `Confidence is ${confidence.level}: ${plural(confidence.events, 'event')} of the pair from ${plural(confidence.publishers, 'publisher')} in the half year.`,
  ]
  if (phase) {
    lines.push(
      '',
      '## Where it goes',
      '',
      arrowLine(brief),
      `- ${printable(phase.says)}`,
      '',
      '## What changed',
      '',
      ...(brief.changed.length > 0
        ? brief.changed.map(e => eventLine(e, notes))
        : ['- No single events stand behind these data.']),
      '',
      '## Why',
      '',
      ...whyLines(brief, nameOf, notes),
      '',
      '## Announced and due',
      '',
      ...(brief.announced.length > 0
        ? brief.announced.map(e => eventLine(e, notes))
        : ['- Nothing that the record knows of.']),
    )
  }
  lines.push(
    '',
    '## What could not be seen',
    '',
    `- ${plural(coverage.days_without_rows, 'day')} since ${longDay(coverage.from)} have no row of the pair; the record holds ${plural(coverage.actor_events, 'event')} of either state in these days.`,
    ...(brief.source === null
      ? []
      : [`- One data set was asked: ${printable(brief.source)}. What only others tell is not here.`]),
  )
  const byId = new Map(events.map(event => [event.id, event]))
  const sources = sourceLines(notes, byId)
  if (sources.length > 0) lines.push('', '## Sources', '', ...sources)
  return `${lines.join('\n')}\n`
}
