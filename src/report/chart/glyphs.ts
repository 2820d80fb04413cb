/** The characters a terminal chart is drawn with: blocks where the terminal knows them, else what every terminal has. */
export interface Glyphs {
  readonly band: string
  readonly upper: string
  readonly lower: string
  readonly zero: string
  readonly axis: string
  readonly thaw: string
  readonly rupture: string
  /** From little to much. */
  readonly heights: readonly string[]
  readonly none: string
  readonly fill: string
  readonly end: string
  readonly minus: string
}

export const BLOCKS: Glyphs = {
  band: '░',
  upper: '▀',
  lower: '▄',
  zero: '·',
  axis: '┤',
  thaw: '▲',
  rupture: '▼',
  heights: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  none: ' ',
  fill: '─',
  end: '┤',
  minus: '−',
}

export const ASCII: Glyphs = {
  band: ':',
  upper: '#',
  lower: '#',
  zero: '-',
  axis: '|',
  thaw: '^',
  rupture: 'v',
  heights: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  none: ' ',
  fill: '-',
  end: '|',
  minus: '-',
}
