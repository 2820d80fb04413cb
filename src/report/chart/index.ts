/** Charts of pairs: drawn as SVG, as a picture, and in characters. */
export { compareChart } from './compare-chart.ts'
export { type Chart, chartFile } from './document.ts'
export { dyadChart, type PinnedEvent } from './dyad-chart.ts'
export { chartPng } from './png.ts'
