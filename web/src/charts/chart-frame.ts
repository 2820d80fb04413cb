/** How the panels of a pair's chart lie above each other, in pixels. */
export interface Panel {
  readonly top: number
  readonly height: number
}

export interface Frame {
  /** Of the days: right of the labels of the axes. */
  readonly left: number
  readonly width: number
  readonly phases: Panel
  readonly temperature: Panel
  readonly otherPhases: Panel | null
  readonly aToB: Panel
  readonly bToA: Panel
  readonly pins: Panel
  readonly coverage: Panel
  readonly axis: Panel
  readonly height: number
}

const LEFT = 38
const RIGHT = 10
/** Above each panel, for its title. */
const TITLE = 22

/** From top to bottom; `compared`: a second pair has phases of its own. */
export const frameOf = (width: number, { compared }: { readonly compared: boolean }): Frame => {
  let below = 0
  const panel = (height: number, gap: number): Panel => {
    const top = below + gap
    below = top + height
    return { top, height }
  }
  const phases = panel(18, TITLE)
  const otherPhases = compared ? panel(18, 4) : null
  const temperature = panel(150, TITLE + 18)
  const aToB = panel(88, TITLE + 6)
  const bToA = panel(88, TITLE + 6)
  const pins = panel(22, TITLE)
  const coverage = panel(10, TITLE)
  const axis = panel(22, 4)
  return {
    left: LEFT,
    width: Math.max(60, width - LEFT - RIGHT),
    phases,
    otherPhases,
    temperature,
    aToB,
    bToA,
    pins,
    coverage,
    axis,
    height: below,
  }
}
