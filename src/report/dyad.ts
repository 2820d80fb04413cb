import { type Day, dayNumber } from '../domain/index.ts'
import type { Period, Tally } from '../record/index.ts'
import type { MeasuredDyad, MeasuredPoint } from '../relations/index.ts'
import { shownSeries } from './chart/shown.ts'
import { type Bars, terminalChart } from './chart/terminal-chart.ts'
import { longDay } from './day-words.ts'
import { paragraph, proseWidth, type Screen } from './layout.ts'
import { printable } from './printable.ts'
import { type Column, table } from './table.ts'

/** The series of a pair as a terminal table: a line a period, both directions, stretches without rows in one line. */

/** A side of the pair: its id for headings, its name for sentences. */
export interface Side {
  readonly id: string
  readonly name: string
}

/** "2014-04", "2014 Q2", "2014"; days and weeks by their first day. */
const periodName = (from: Day, by: Period): string => {
  if (by === 'year') return from.slice(0, 4)
  if (by === 'month') return from.slice(0, 7)
  if (by === 'quarter') return `${from.slice(0, 4)} Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
  return from
}

const signed = (value: number | null, decimals: number): string =>
  value === null ? '' : `${value > 0 ? '+' : ''}${value.toFixed(decimals)}`

const orBlank = (count: number): string => (count === 0 ? '' : String(count))

/** Verbal and material acts apart: "12+1". */
const acts = (verbal: number, material: number): string =>
  verbal === 0 && material === 0 ? '' : `${verbal}+${material}`

const direction = (t: Tally): string[] => [
  orBlank(t.events),
  acts(t.verbal_cooperation, t.material_cooperation),
  acts(t.verbal_conflict, t.material_conflict),
  signed(t.goldstein_sum, 1),
]

const numbers = (group: string, ...titles: readonly string[]): Column[] =>
  titles.map(title => ({ title, align: 'right', group }))

interface Layout {
  readonly columns: readonly Column[]
  readonly cellsOf: (point: MeasuredPoint) => string[]
  readonly isEmpty: (point: MeasuredPoint) => boolean
  readonly legend: string
}

/** Below these, headings are cut short, and the columns for both sides together left out; `--json` has them at any width. */
const WIDTH_FOR_WORDS = 78
const WIDTH_FOR_BOTH = 96

const eventLayout = (a: Side, b: Side, width: number): Layout => {
  const wide = width >= WIDTH_FOR_BOTH
  const each = width >= WIDTH_FOR_WORDS ? ['acts', 'co-op', 'conflict', 'Goldstein'] : ['acts', 'co-op', 'conf', 'sum']
  return {
    columns: [
      ...numbers(`${printable(a.id)} → ${printable(b.id)}`, ...each),
      ...numbers(`${printable(b.id)} → ${printable(a.id)}`, ...each),
      ...(wide ? numbers('both', 'acts', 'mean', 'rows') : []),
    ],
    cellsOf: ({ a_to_b, b_to_a, pair, coverage }) => [
      ...direction(a_to_b),
      ...direction(b_to_a),
      ...(wide ? [orBlank(pair.events), signed(pair.goldstein_mean, 2), orBlank(coverage.pair_events)] : []),
    ],
    isEmpty: ({ coverage }) => coverage.pair_events === 0,
    legend: [
      `co-op and ${each[2]}: verbal+material acts. ${each[3]}: the acts’ Goldstein weights, from -10 to +10 each, added up.`,
      'A mutual act counts in both directions and once for both.',
      ...(wide ? ['mean: Goldstein an act. rows: those of announcements, denials and the like too.'] : []),
    ].join(' '),
  }
}

const SCORE_LAYOUT: Layout = {
  columns: numbers('', 'score', 'days'),
  cellsOf: ({ score }) => [signed(score?.sum ?? null, 1), orBlank(score?.days ?? 0)],
  isEmpty: ({ score }) => score === undefined || score.days === 0,
  legend: 'score: the sum of the days’ scores, both directions together; this data set has no single events.',
}

/** Rows of the table; periods without a row of the pair are joined. */
const rowsOf = (
  points: readonly MeasuredPoint[],
  by: Period,
  { cellsOf, isEmpty }: Layout,
  { ink }: Screen,
): string[][] => {
  const rows: string[][] = []
  for (let i = 0; i < points.length; i++) {
    const point = points[i] as MeasuredPoint
    if (!isEmpty(point)) {
      rows.push([periodName(point.from, by), ...cellsOf(point)])
      continue
    }
    let last = point
    while (points[i + 1] && isEmpty(points[i + 1] as MeasuredPoint)) last = points[++i] as MeasuredPoint
    const [from, to] = [periodName(point.from, by), periodName(last.from, by)]
    rows.push([ink.faint(`${from === to ? from : `${from} to ${to}`}: no row`)])
  }
  return rows
}

/** Turns below the table, each with the id by which it is traced. */
const turnLines = ({ turning_points }: MeasuredDyad, { ink, width }: Screen): string[] =>
  turning_points.length === 0
    ? []
    : [
        '',
        'Turning points:',
        ...turning_points.flatMap(({ kind, date, date_from, date_to, confidence, id }) => {
          const between = date_from === date_to ? '' : ` (${date_from} to ${date_to})`
          const says = `${kind === 'thaw' ? ink.good(kind) : ink.bad(kind)} ${date}${between}, confidence ${confidence.toFixed(2)}`
          return [...paragraph(says, width, '  '), `    ${ink.faint(`detente trace ${printable(id)}`)}`]
        }),
      ]

/** Co-operation and conflict of each period, both sides together, or the scores of a set that has no single events. */
const barsOf = ({ points }: MeasuredDyad): Bars[] => {
  const line = (label: string, colour: Bars['colour'], count: (point: MeasuredPoint) => number): Bars => ({
    label,
    colour,
    of: points.map(point => ({ from: dayNumber(point.from), to: dayNumber(point.to), count: count(point) })),
  })
  if (points.some(({ score }) => score))
    return [
      line('above 0', 'good', ({ score }) => Math.max(0, score?.sum ?? 0)),
      line('below 0', 'bad', ({ score }) => Math.max(0, -(score?.sum ?? 0))),
    ]
  return [
    line('co-op', 'good', ({ pair }) => pair.verbal_cooperation + pair.material_cooperation),
    line('conflict', 'bad', ({ pair }) => pair.verbal_conflict + pair.material_conflict),
  ]
}

const CHART_LEGEND =
  'Temperature in degrees against the pair’s own past, with the band that holds 90 in 100; below it turns, phases, and how much passed.'

const chartLines = (series: MeasuredDyad, screen: Screen): string[] => {
  const shown = shownSeries(series)
  if (!shown) return []
  return [
    ...terminalChart(shown, barsOf(series), screen),
    ...paragraph(screen.ink.faint(CHART_LEGEND), proseWidth(screen)),
    '',
  ]
}

export const dyadTerminal = (
  series: MeasuredDyad,
  sides: readonly [Side, Side],
  { chart }: { readonly chart: boolean },
  screen: Screen,
): string => {
  const { points, by, as_of, sources } = series
  const [a, b] = sides
  const width = proseWidth(screen)
  const names = `${printable(a.name)} and ${printable(b.name)}`
  const last = points.findLast(point => point.coverage.pair_events > 0 || (point.score?.days ?? 0) > 0)
  if (!last) return `${paragraph(`No row of ${names}, as known on ${longDay(as_of)}.`, width).join('\n')}\n`
  const layout = points.some(p => p.score) ? SCORE_LAYOUT : eventLayout(a, b, screen.width)
  const columns: Column[] = [{ title: by, align: 'left' }, ...layout.columns]
  const lines = [
    ...paragraph(
      `${screen.ink.strong(names)} by ${by}, as known on ${longDay(as_of)}; from ${sources.map(printable).join(', ')}.`,
      width,
    ),
    '',
    ...(chart ? chartLines(series, screen) : []),
    ...table(columns, rowsOf(points, by, layout, screen)),
    '',
    ...paragraph(screen.ink.faint(layout.legend), width),
    ...paragraph(screen.ink.faint(`The rows behind a line: detente trace ${last.cell}`), width, '', '  '),
    ...turnLines(series, { ...screen, width }),
  ]
  return `${lines.join('\n')}\n`
}
