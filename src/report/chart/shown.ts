import { dayNumber } from '../../domain/index.ts'
import type { Course, CoursePoint, MeasuredDyad, MeasuredPoint, PhaseName, TurnKind } from '../../relations/index.ts'
import { dayOf, longDay, span } from '../day-words.ts'

/** What a chart of a pair shows, whether it comes from a series by periods or from the course of a brief. Days are day numbers. */
export interface Shown {
  readonly from: number
  readonly to: number
  readonly temperature: readonly CoursePoint[]
  /** Points further apart than so many days are not joined: between them nothing was measured. */
  readonly joined: number
  readonly turns: readonly ShownTurn[]
  readonly phases: readonly ShownPhase[]
  /** Rows of the pair in stretches of days. */
  readonly rows: readonly ShownRows[]
}

export interface ShownTurn {
  readonly kind: TurnKind
  readonly day: number
  readonly from: number
  readonly to: number
  readonly says: string
}

export interface ShownPhase {
  readonly name: PhaseName
  readonly from: number
  readonly to: number
}

export interface ShownRows {
  readonly from: number
  readonly to: number
  readonly rows: number
}

const saying = (kind: TurnKind, day: number, from: number, to: number, mark = ''): ShownTurn => ({
  kind,
  day,
  from,
  to,
  says: `${mark}${kind} ${longDay(dayOf(day))}${from === to ? '' : ` (${span(dayOf(from), dayOf(to))})`}`,
})

export const shownCourse = ({ from, to, temperature, step, turns, phases, rows }: Course): Shown => ({
  from,
  to,
  temperature,
  joined: step * 1.5,
  turns: turns.map(t => saying(t.kind, t.day, t.from, t.to, t.contested ? 'contested ' : '')),
  phases: phases.map(({ name, from: begin, to: end }) => ({ name, from: begin, to: end })),
  rows: rows.map((n, i) => {
    const begin = from + i * step
    return { from: begin, to: Math.min(to, begin + step - 1), rows: n }
  }),
})

/** Rows of a period: of events, or days with a score where single events are not known. */
const rowsOf = ({ coverage, score }: MeasuredPoint): number => Math.max(coverage.pair_events, score?.days ?? 0)

const phasesOf = (points: readonly MeasuredPoint[]): ShownPhase[] => {
  const phases: { name: PhaseName; from: number; to: number }[] = []
  for (const { phase, from, to } of points) {
    const [first, last] = [dayNumber(from), dayNumber(to)]
    const open = phases.at(-1)
    if (phase === null) continue
    if (open && open.name === phase && open.to === first - 1) open.to = last
    else phases.push({ name: phase, from: first, to: last })
  }
  return phases
}

/** Null where the series is empty. A period's temperature stands at its middle. */
export const shownSeries = ({ points, turning_points }: MeasuredDyad): Shown | null => {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const longest = Math.max(...points.map(({ from, to }) => dayNumber(to) - dayNumber(from) + 1))
  return {
    from: dayNumber(first.from),
    to: dayNumber(last.to),
    temperature: points.flatMap(({ from, to, temperature }) =>
      temperature ? [{ day: (dayNumber(from) + dayNumber(to)) / 2, ...temperature }] : [],
    ),
    joined: longest * 1.6,
    turns: turning_points.map(t => saying(t.kind, dayNumber(t.date), dayNumber(t.date_from), dayNumber(t.date_to))),
    phases: phasesOf(points),
    rows: points.map(point => ({ from: dayNumber(point.from), to: dayNumber(point.to), rows: rowsOf(point) })),
  }
}
