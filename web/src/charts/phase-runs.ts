import type { ChartPoint } from './point.ts'
import type { View } from './view.ts'

/** Points of one phase after another, as one stretch. */
export interface PhaseRun {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** From coldest to warmest, as legends list them; quiet and crisis stand apart. */
export const PHASES = ['crisis', 'hostile', 'tense', 'cool', 'normal', 'warm', 'close', 'quiet'] as const

export const phaseRuns = (points: readonly ChartPoint[], view: View): PhaseRun[] => {
  const runs: { name: string; start: number; end: number }[] = []
  for (const { phase, start, end } of points) {
    if (phase === null || end <= view.start || start >= view.end) continue
    const open = runs.at(-1)
    if (open && open.name === phase && open.end === start) open.end = end
    else runs.push({ name: phase, start, end })
  }
  return runs.map(run => ({ ...run, start: Math.max(run.start, view.start), end: Math.min(run.end, view.end) }))
}
