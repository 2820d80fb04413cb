import type { PhaseName } from '../../relations/index.ts'

/** The colours of charts, for a light and a dark ground. Warm is blue and cold is orange to red: told apart by colour-blind readers too. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly faint: string
  readonly line: string
  readonly course: string
  readonly thaw: string
  readonly rupture: string
  readonly goodDeed: string
  readonly goodWord: string
  readonly badDeed: string
  readonly badWord: string
  readonly phases: Readonly<Record<PhaseName, readonly [ground: string, ink: string]>>
}

export const LIGHT: Palette = {
  paper: '#ffffff',
  ink: '#1d1d1f',
  faint: '#5f6368',
  line: '#d8dade',
  course: '#1f4e8c',
  thaw: '#0b6ea8',
  rupture: '#b3361b',
  goodDeed: '#1a6b9e',
  goodWord: '#8fc3e3',
  badDeed: '#b3421e',
  badWord: '#f2b092',
  phases: {
    crisis: ['#7a0f1f', '#ffffff'],
    hostile: ['#b3261e', '#ffffff'],
    tense: ['#e08a57', '#1d1d1f'],
    cool: ['#f0cda6', '#1d1d1f'],
    normal: ['#d5d8dc', '#1d1d1f'],
    warm: ['#a9cfe8', '#1d1d1f'],
    close: ['#2f74b3', '#ffffff'],
    quiet: ['#f4f5f7', '#5f6368'],
  },
}

export const DARK: Palette = {
  paper: '#17181b',
  ink: '#e6e6e8',
  faint: '#a3a8b0',
  line: '#3a3d43',
  course: '#86bdf5',
  thaw: '#6fb8e8',
  rupture: '#f0916f',
  goodDeed: '#6fb8e8',
  goodWord: '#2d5f80',
  badDeed: '#f0835c',
  badWord: '#8a4630',
  phases: {
    crisis: ['#e0566a', '#17181b'],
    hostile: ['#b8453c', '#ffffff'],
    tense: ['#a85f37', '#ffffff'],
    cool: ['#74583c', '#ffffff'],
    normal: ['#4a4e55', '#ffffff'],
    warm: ['#39678a', '#ffffff'],
    close: ['#6cb2ea', '#17181b'],
    quiet: ['#212327', '#a3a8b0'],
  },
}

/** Font of charts: what the reader's system has; pictures bring one with them. */
const FONT = "system-ui, 'DejaVu Sans', sans-serif"

const colours = (p: Palette): string =>
  [
    `.chart text { fill: ${p.ink}; }`,
    `.chart .faint { fill: ${p.faint}; }`,
    `.chart .paper { fill: ${p.paper}; }`,
    `.chart .grid { stroke: ${p.line}; } .chart .zero { stroke: ${p.faint}; }`,
    `.chart .band { fill: ${p.course}; } .chart .course { stroke: ${p.course}; } .chart .dot { fill: ${p.course}; }`,
    `.chart .thaw { fill: ${p.thaw}; } .chart .rupture { fill: ${p.rupture}; }`,
    `.chart .good-deed { fill: ${p.goodDeed}; } .chart .good-word { fill: ${p.goodWord}; }`,
    `.chart .bad-deed { fill: ${p.badDeed}; } .chart .bad-word { fill: ${p.badWord}; }`,
    `.chart .rows { fill: ${p.faint}; } .chart .none { fill: ${p.line}; }`,
    `.chart .pin { fill: ${p.paper}; stroke: ${p.ink}; } .chart .stem { stroke: ${p.faint}; }`,
    ...Object.entries(p.phases).map(
      ([name, [ground, ink]]) =>
        `.chart .phase-${name} { fill: ${ground}; stroke: ${p.line}; } .chart .on-${name} { fill: ${ink}; }`,
    ),
  ].join('\n')

const SHAPES = `.chart { font: 11px ${FONT}; }
.chart .head { font-weight: 700; font-size: 14px; } .chart .label { font-weight: 700; } .chart .small { font-size: 9.5px; }
.chart .grid, .chart .zero, .chart .stem { fill: none; stroke-width: 1px; } .chart .zero { stroke-dasharray: 3 3; }
.chart .band { fill-opacity: .18; } .chart .course { fill: none; stroke-width: 2px; stroke-linejoin: round; }
.chart .span { fill-opacity: .28; } .chart .pin { stroke-width: 1px; }`

/** The style of a chart that follows the reader's choice, inside a page or alone. */
export const CHART_STYLE = `${SHAPES}
${colours(LIGHT)}
@media (prefers-color-scheme: dark) { ${colours(DARK)} }
@media print { ${colours(LIGHT)} }`

/** The style of a picture, which is light or dark for good. */
export const pictureStyle = (palette: Palette): string => `${SHAPES}\n${colours(palette)}`
