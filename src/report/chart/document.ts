import { type Html, html } from '../html.ts'
import { CHART_STYLE, type Palette, pictureStyle } from './palette.ts'
import { el } from './svg.ts'

/** A drawn chart: its size, its markup, and what it shows in words. */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly title: string
  /** For those who cannot see it. */
  readonly says: string
  readonly body: Html
}

/** White around a chart that stands alone. */
const MARGIN = 12

const root = (
  { width, height, title, says }: Chart,
  { id, margin }: { readonly id: string; readonly margin: number },
  ...inside: readonly Html[]
): Html =>
  el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      viewBox: `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`,
      width: width + 2 * margin,
      height: height + 2 * margin,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-says`,
    },
    el('title', { id: `${id}-title` }, html`${title}`),
    el('desc', { id: `${id}-says` }, html`${says}`),
    ...inside,
  )

/** Inside a page, whose style has CHART_STYLE. */
export const chartInPage = (chart: Chart, id = 'chart'): Html => root(chart, { id, margin: 0 }, chart.body)

const ground = ({ width, height }: Chart): Html =>
  el('rect', {
    class: 'paper',
    x: -MARGIN,
    y: -MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
  })

/** A file of its own; `palette` makes it light or dark for good. */
export const chartFile = (chart: Chart, palette?: Palette): string => {
  const style = palette ? pictureStyle(palette) : CHART_STYLE
  const drawn = root(
    chart,
    { id: 'chart', margin: MARGIN },
    el('style', {}, { markup: style }),
    ground(chart),
    chart.body,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn.markup}\n`
}
