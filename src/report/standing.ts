import type { Day } from '../domain/index.ts'
import type { Arrow, Brief, Mover } from '../relations/index.ts'
import { briefJson, type NameOf } from './brief/index.ts'
import { shownCourse } from './chart/shown.ts'
import { terminalChart } from './chart/terminal-chart.ts'
import { dayOf, longDay } from './day-words.ts'
import { signedDegrees } from './degrees.ts'
import { paragraph, proseWidth, type Screen } from './layout.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

/** Where pairs stand and go, a line a pair: those that moved most, or two side by side. */

const short = (x: number): number => Math.round(100 * x) / 100

const arrowJson = (arrow: Arrow) => ({
  direction: arrow.direction,
  likelihood: arrow.word,
  chance: short(arrow.chance),
  change: { value: short(arrow.change), low: short(arrow.low), high: short(arrow.high) },
})

const left = (titles: readonly string[]) => titles.map(title => ({ title, align: 'left' as const }))

export const moversJson = (movers: readonly Mover[], asOf: Day, days: number) => ({
  schema: 'detente.pairs/1' as const,
  as_of: asOf,
  days,
  pairs: movers.map(({ pair, source, arrow, phase }) => ({
    dyad: pair.join('-'),
    source,
    ...arrowJson(arrow),
    phase: phase && { name: phase.name, since: dayOf(phase.from) },
  })),
})

export const moversTerminal = (
  movers: readonly Mover[],
  { asOf, days, nameOf }: { asOf: Day; days: number; nameOf: NameOf },
  screen: Screen,
): string => {
  const width = proseWidth(screen)
  const head = `Pairs by how surely they moved in the ${days} days to ${longDay(asOf)}, against the ${days} before`
  if (movers.length === 0)
    return `${paragraph(`No pair has rows both in the ${days} days to ${longDay(asOf)} and in those before.`, width).join('\n')}\n`
  const rows = movers.map(({ pair, arrow, phase }) => [
    printable(pair.join('-')),
    printable(pair.map(nameOf).join(', ')),
    arrow.direction === 'steady' ? 'steady' : `${arrow.word} ${arrow.direction}`,
    `${signedDegrees(arrow.change)} (${signedDegrees(arrow.low)} to ${signedDegrees(arrow.high)})`,
    phase ? phase.name : '',
  ])
  return `${[
    ...paragraph(screen.ink.strong(head), width),
    '',
    ...table(left(['pair', 'states', 'direction', 'degrees (90 in 100)', 'phase']), rows),
  ].join('\n')}\n`
}

export const compareJson = (briefs: readonly Brief[], asOf: Day) => ({
  schema: 'detente.compare/1' as const,
  as_of: asOf,
  pairs: briefs.map(brief => briefJson(brief)),
})

/** Nothing told is quiet only where somebody was looking. */
const standWords = ({ phase, coverage }: Brief): string => {
  if (coverage.standing === 'not covered')
    return coverage.last_row === null ? 'not covered: no row' : `not covered: last row ${coverage.last_row}`
  return phase ? `${phase.name} since ${dayOf(phase.from)}` : 'no row'
}

const charts = (briefs: readonly Brief[], nameOf: NameOf, screen: Screen): string[] =>
  briefs.flatMap(({ pair, course }) => {
    if (!course) return []
    const bars = {
      label: 'rows',
      colour: 'open' as const,
      of: shownCourse(course).rows.map(r => ({ ...r, count: r.rows })),
    }
    return [
      '',
      pair.map(id => printable(nameOf(id))).join(' and '),
      ...terminalChart(shownCourse(course), [bars], screen),
    ]
  })

export const compareTerminal = (
  briefs: readonly Brief[],
  nameOf: NameOf,
  { chart }: { readonly chart: boolean },
  screen: Screen,
): string => {
  const cells = (brief: Brief): string[] => {
    const { arrow, turn, confidence, coverage } = brief
    return [
      brief.pair.map(id => printable(nameOf(id))).join(', '),
      standWords(brief),
      arrow ? (arrow.direction === 'steady' ? 'steady' : `${arrow.word} ${arrow.direction}`) : 'too little to tell',
      arrow ? `${signedDegrees(arrow.change)} (${signedDegrees(arrow.low)} to ${signedDegrees(arrow.high)})` : '',
      turn ? `${turn.kind} ${dayOf(turn.day)}${turn.contested ? ', contested' : ''}` : 'none',
      `${confidence.level} (${confidence.events} events, ${confidence.publishers} publishers)`,
      String(coverage.days_without_rows),
      printable(brief.source ?? ''),
    ]
  }
  const names = [
    '',
    'phase',
    'direction',
    'degrees (90 in 100)',
    'last turn',
    'confidence',
    'days without rows',
    'data set',
  ]
  const columns = briefs.map(cells)
  const rows = names.slice(1).map((name, i) => [name, ...columns.map(column => column[i + 1] ?? '')])
  const asOf = briefs[0]?.as_of
  return `${[
    ...(asOf ? paragraph(screen.ink.strong(`As of ${longDay(asOf)}, the half year to it`), proseWidth(screen)) : []),
    ...(chart ? charts(briefs, nameOf, screen) : []),
    '',
    ...table(left(['', ...columns.map(column => column[0] ?? '')]), rows),
  ].join('\n')}\n`
}
