import { type Chart, chartFile } from './document.ts'
import { DARK, LIGHT } from './palette.ts'

/** A chart as a picture. The font comes along, so that the same picture is made on every machine, and on one without fonts. */

export interface PictureOptions {
  readonly dark: boolean
  /** Files of the font, regular and bold. */
  readonly fonts: readonly string[]
}

/** Twice the size in points: sharp on the screens of today. */
const ZOOM = 2
const FONT = 'DejaVu Sans'

/** The engine that draws is loaded when a picture is wanted. */
export const chartPng = async (chart: Chart, { dark, fonts }: PictureOptions): Promise<Uint8Array> => {
  const { Resvg } = await import('@resvg/resvg-js')
  const drawing = new Resvg(chartFile(chart, dark ? DARK : LIGHT), {
    font: { loadSystemFonts: false, fontFiles: [...fonts], defaultFontFamily: FONT, sansSerifFamily: FONT },
    fitTo: { mode: 'zoom', value: ZOOM },
  })
  return drawing.render().asPng()
}
