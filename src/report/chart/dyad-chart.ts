import { type Day, dayNumber } from '../../domain/index.ts'
import type { MeasuredDyad } from '../../relations/index.ts'
import { longDay, span } from '../day-words.ts'
import type { Side } from '../dyad.ts'
import type { Html } from '../html.ts'
import { printable } from '../printable.ts'
import { actsPanel, mostOf, type ShownActs } from './acts-panel.ts'
import type { Chart } from './document.ts'
import { type Frame, frameOf, timeAxis, timeLines } from './frame.ts'
import { shownWords } from './in-words.ts'
import { type Key, legend } from './legend.ts'
import { type Shown, shownSeries } from './shown.ts'
import { coverageStrip, phaseStrip, STRIP_HEIGHT } from './strips.ts'
import { group, text, textWidth } from './svg.ts'
import { type Pin, pinRoom, temperaturePanel } from './temperature-panel.ts'

/** The series of a pair as a picture: both directions, words against deeds, temperature, turns, phases, coverage. */

const WIDTH = 920
const ACTS = 90
const PANEL = 140
const GAP = 30

/** An event that deserves a pin: those that carry the turns. */
export interface PinnedEvent {
  readonly day: Day
  readonly summary: string
}

type Tally = MeasuredDyad['points'][number]['pair']

const actsOf = ({ points }: MeasuredDyad, which: 'a_to_b' | 'b_to_a', from: string, to: string): readonly ShownActs[] =>
  points.map(point => {
    const t: Tally = point[which]
    return {
      from: dayNumber(point.from),
      to: dayNumber(point.to),
      goodWord: t.verbal_cooperation,
      goodDeed: t.material_cooperation,
      badWord: t.verbal_conflict,
      badDeed: t.material_conflict,
      says:
        `${from} to ${to}, ${span(point.from, point.to)}: co-operation ${t.verbal_cooperation} in words and ${t.material_cooperation} in deeds, ` +
        `conflict ${t.verbal_conflict} in words and ${t.material_conflict} in deeds`,
    }
  })

/** Data sets of scores have one number a day for both directions. */
const scoresOf = ({ points }: MeasuredDyad): readonly ShownActs[] =>
  points.map(({ from, to, score }) => {
    const sum = score?.sum ?? 0
    const shown = { from: dayNumber(from), to: dayNumber(to), goodWord: 0, badWord: 0 }
    return {
      ...shown,
      goodDeed: Math.max(0, sum),
      badDeed: Math.max(0, -sum),
      says: `score ${sum.toFixed(1)}, ${span(from, to)}`,
    }
  })

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

const cutTo = (says: string, width: number): string => {
  if (textWidth(says) <= width) return says
  let end = says.length
  while (end > 1 && textWidth(`${says.slice(0, end)}…`) > width) end--
  return `${says.slice(0, end).replace(/\s+\S*$/, '')}…`
}

interface Panel {
  readonly label: string
  readonly acts: readonly ShownActs[]
  /** The same for panels that are to be compared. */
  readonly most: readonly [number, number]
  readonly keys: readonly Key[]
}

const ACT_KEYS: readonly Key[] = [
  { style: 'good-word', mark: 'square', says: 'co-operation in words' },
  { style: 'good-deed', mark: 'square', says: 'in deeds' },
  { style: 'bad-word', mark: 'square', says: 'conflict in words' },
  { style: 'bad-deed', mark: 'square', says: 'in deeds' },
]
const SCORE_KEYS: readonly Key[] = [
  { style: 'good-deed', mark: 'square', says: 'score above 0' },
  { style: 'bad-deed', mark: 'square', says: 'below 0' },
]
const panelsOf = (series: MeasuredDyad, [a, b]: readonly [Side, Side]): readonly Panel[] => {
  const [one, other] = [printable(a.name), printable(b.name)]
  const hasScores = series.points.some(({ score }) => score)
  const hasActs = !hasScores || series.points.some(({ pair }) => pair.events > 0)
  const [there, back] = [actsOf(series, 'a_to_b', one, other), actsOf(series, 'b_to_a', other, one)]
  const most = mostOf([...there, ...back])
  const scores = hasScores ? scoresOf(series) : []
  return [
    ...(hasActs
      ? [
          { label: `${one} → ${other}, acts`, acts: there, most, keys: ACT_KEYS },
          { label: `${other} → ${one}, acts`, acts: back, most, keys: [] },
        ]
      : []),
    ...(hasScores ? [{ label: 'Scores of the pair', acts: scores, most: mostOf(scores), keys: SCORE_KEYS }] : []),
  ]
}

const COURSE_KEYS: readonly Key[] = [
  { style: 'course', mark: 'line', says: 'temperature' },
  { style: 'band', mark: 'band', says: '90 in 100' },
  { style: '', mark: 'thaw', says: 'thaw' },
  { style: '', mark: 'rupture', says: 'rupture' },
]

const stripsOf = (frame: Frame, shown: Shown, top: number): Html =>
  group(
    {},
    phaseStrip(frame, shown.phases, top),
    coverageStrip(frame, shown.rows, top + STRIP_HEIGHT + 4),
    text('phase', { x: frame.left - 6, y: top + 12, anchor: 'end', style: 'faint small' }),
    text('rows', { x: frame.left - 6, y: top + STRIP_HEIGHT + 15, anchor: 'end', style: 'faint small' }),
  )

const LINE = 15

export const dyadChart = (
  series: MeasuredDyad,
  sides: readonly [Side, Side],
  pinned: readonly PinnedEvent[],
): Chart | null => {
  const shown = shownSeries(series)
  if (!shown) return null
  const frame = frameOf(shown.from, shown.to, WIDTH)
  const names = sides.map(({ name }) => printable(name)).join(' and ')
  const inside = pinned
    .filter(({ day }) => dayNumber(day) >= shown.from && dayNumber(day) <= shown.to)
    .slice(0, LETTERS.length)
  const pins: Pin[] = inside.map(({ day, summary }, i) => ({
    day: dayNumber(day),
    name: LETTERS[i] ?? '',
    says: `${longDay(day)}: ${printable(summary)}`,
  }))
  const panels = panelsOf(series, sides)
  const head = 46
  const keys = legend([...panels.flatMap(panel => panel.keys), ...COURSE_KEYS], {
    x: 0,
    y: head + 2,
    width: WIDTH,
  })
  const first = head + keys.height + 20
  const acts = panels.map(({ label, acts: own, most }, i) => {
    const top = first + i * (ACTS + GAP)
    return group(
      {},
      text(label, { x: 0, y: top - 10, style: 'label' }),
      actsPanel(frame, own, { top, height: ACTS }, most),
    )
  })
  const temperatureLabel = first + panels.length * (ACTS + GAP)
  const top = temperatureLabel + Math.max(6, pinRoom(frame, pins))
  const strips = top + PANEL + 8
  const bottom = strips + 2 * STRIP_HEIGHT + 4
  const list = pins.map(({ name, says }, i) =>
    group(
      {},
      text(name, { x: 0, y: bottom + 36 + i * LINE, style: 'label' }),
      text(cutTo(says, WIDTH - 20), { x: 14, y: bottom + 36 + i * LINE }),
    ),
  )
  const title = `${names} by ${series.by}`
  return {
    width: WIDTH,
    height: bottom + 24 + (pins.length === 0 ? 0 : 12 + pins.length * LINE),
    title,
    says: shownWords(shown, names),
    body: group(
      {},
      text(title, { x: 0, y: 15, style: 'head' }),
      text(`as known on ${longDay(series.as_of)}; from ${series.sources.map(printable).join(', ')}`, {
        x: 0,
        y: 30,
        style: 'faint',
      }),
      keys.body,
      ...acts.map((panel, i) =>
        group({}, timeLines(frame, first + i * (ACTS + GAP), first + i * (ACTS + GAP) + ACTS), panel),
      ),
      text('Temperature, degrees', { x: 0, y: temperatureLabel - 8, style: 'label' }),
      timeAxis(frame, top, bottom),
      temperaturePanel(frame, { ...shown, pins }, { top, height: PANEL }),
      stripsOf(frame, shown, strips),
      ...list,
    ),
  }
}
