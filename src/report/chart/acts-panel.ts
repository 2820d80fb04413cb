import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import type { Html } from '../html.ts'
import { type Frame, round } from './frame.ts'
import { el, group, text, tip } from './svg.ts'
import type { Place } from './temperature-panel.ts'

/** What passed in each period: co-operation above the line, conflict below it, words light, deeds dark. */
export interface ShownActs {
  readonly from: number
  readonly to: number
  readonly goodWord: number
  readonly goodDeed: number
  readonly badWord: number
  readonly badDeed: number
  readonly says: string
}

const SIDES = [
  ['goodDeed', 'goodWord', -1],
  ['badDeed', 'badWord', 1],
] as const
const CLASSES = { goodDeed: 'good-deed', goodWord: 'good-word', badDeed: 'bad-deed', badWord: 'bad-word' } as const

/** The most that a panel has to reach, above and below. */
export const mostOf = (acts: readonly ShownActs[]): readonly [above: number, below: number] => [
  Math.max(1, max(acts, a => a.goodWord + a.goodDeed) ?? 0),
  Math.max(1, max(acts, a => a.badWord + a.badDeed) ?? 0),
]

/** `most`: the same for panels that are to be compared. */
export const actsPanel = (
  frame: Frame,
  acts: readonly ShownActs[],
  { top, height }: Place,
  most: readonly [number, number] = mostOf(acts),
): Html => {
  const y = scaleLinear()
    .domain([-most[1], most[0]])
    .range([top + height, top])
  const zero = y(0)
  const ticks = y.ticks(4).filter(Number.isInteger)
  const bars = acts.flatMap(shown => {
    const [x, end] = [frame.x(shown.from), frame.x(shown.to + 1)]
    const width = Math.max(0.5, end - x - Math.min(1, (end - x) / 5))
    const drawn = SIDES.flatMap(([deed, word, down]) => {
      let from = zero
      return [deed, word].flatMap(name => {
        if (shown[name] === 0) return []
        const size = Math.abs(y(shown[name]) - zero)
        const begin = down > 0 ? from : from - size
        from += down * size
        return [el('rect', { class: CLASSES[name], x, y: begin, width, height: size })]
      })
    })
    return drawn.length === 0 ? [] : [group({}, tip(shown.says), ...drawn)]
  })
  return group(
    {},
    ...ticks.map(t =>
      el('path', { class: t === 0 ? 'zero' : 'grid', d: `M${frame.left} ${round(y(t))}H${round(frame.right)}` }),
    ),
    ...ticks.map(t => text(String(Math.abs(t)), { x: frame.left - 6, y: y(t) + 4, anchor: 'end', style: 'faint' })),
    ...bars,
  )
}
