/** The stretch of days that a chart shows: moved, stretched, kept within what there is. */

export interface View {
  /** First day shown, and the day after the last. */
  readonly start: number
  readonly end: number
}

export const LEAST_DAYS = 14

/** Within `all`, never shorter than two weeks (nor than all there is), moved rather than cut. */
export const clampView = ({ start, end }: View, all: View): View => {
  const length = Math.min(Math.max(Math.round(end - start), LEAST_DAYS), all.end - all.start)
  const first = Math.min(Math.max(Math.round(start), all.start), all.end - length)
  return { start: first, end: first + length }
}

/** Stretched about a day: a factor below one shows fewer days. The day keeps its place on the screen. */
export const zoomView = (view: View, factor: number, about: number, all: View): View => {
  const length = Math.max(LEAST_DAYS, (view.end - view.start) * factor)
  const share = (about - view.start) / (view.end - view.start)
  return clampView({ start: about - share * length, end: about + (1 - share) * length }, all)
}

/** Moved by a share of its length. */
export const panView = ({ start, end }: View, share: number, all: View): View => {
  const by = (end - start) * share
  return clampView({ start: start + by, end: end + by }, all)
}

/** As long as before, about another day. */
export const centreView = ({ start, end }: View, day: number, all: View): View =>
  clampView({ start: day - (end - start) / 2, end: day + (end - start) / 2 }, all)

export const isWhole = (view: View, all: View): boolean => view.start <= all.start && view.end >= all.end

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

const DAYS: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.25 }
/** As many points as are told apart on a usual screen. */
const MOST_POINTS = 420

/** The finest period that a view of this length can show apart. */
export const periodFor = (days: number): Period => PERIODS.find(period => days / DAYS[period] <= MOST_POINTS) ?? 'year'
