import { usageFailure } from '../domain/index.ts'
import { type Chart, chartFile, chartPng } from '../report/index.ts'
import { shippedPath } from '../shipped/index.ts'
import type { CommonOptions } from './command.ts'
import { type ChartFormat, type OutputFile, writeOutput } from './output-file.ts'
import { note } from './terminal.ts'

/** A chart written to a file: as SVG, which follows the reader's choice of light or dark, or as PNG, which is one of the two. */

export interface ChartOptions {
  readonly dark?: true
}

const fonts = (): string[] => ['sans.ttf', 'sans-bold.ttf'].map(name => shippedPath('fonts', name))

const nothingToDraw = () =>
  usageFailure('there is nothing to draw: the record holds no row', 'see what it holds: detente sources')

/** `json`: the figures behind it. */
export const writeChart = async (
  output: OutputFile<ChartFormat>,
  { chart, json }: { readonly chart: Chart | null; readonly json: () => string },
  options: ChartOptions & CommonOptions,
): Promise<void> => {
  if (output.format === 'json') writeOutput(output, json())
  else if (!chart) throw nothingToDraw()
  else if (output.format === 'svg') writeOutput(output, chartFile(chart))
  else writeOutput(output, await chartPng(chart, { dark: options.dark === true, fonts: fonts() }))
  note(options, `wrote ${output.path}`)
}
