import type { Html } from '../html.ts'
import { el, group, text, textWidth } from './svg.ts'

/** A line that says what colours and marks mean. */
export interface Key {
  readonly style: string
  readonly mark: 'square' | 'band' | 'thaw' | 'rupture' | 'line'
  readonly says: string
}

const markOf = ({ style, mark }: Key, x: number, y: number): Html => {
  switch (mark) {
    case 'thaw':
      return el('path', { class: 'thaw', d: `M${x} ${y}h10l-5 -8z` })
    case 'rupture':
      return el('path', { class: 'rupture', d: `M${x} ${y - 8}h10l-5 8z` })
    case 'line':
      return el('path', { class: style, d: `M${x} ${y - 4}h12` })
    default:
      return el('rect', { class: style, x, y: y - 9, width: 10, height: 10 })
  }
}

const GAP = 14

/** From left to right; what does not fit goes to the next line. Gives its height too. */
export const legend = (
  keys: readonly Key[],
  { x: left, y: top, width }: { x: number; y: number; width: number },
): { readonly body: Html; readonly height: number } => {
  const LINE = 16
  let [x, y] = [left, top]
  const drawn = keys.flatMap(key => {
    const room = 16 + textWidth(key.says)
    if (x > left && x + room > width) [x, y] = [left, y + LINE]
    const at = x
    x += room + GAP
    return [markOf(key, at, y), text(key.says, { x: at + 16, y, style: 'faint' })]
  })
  return { body: group({}, ...drawn), height: y - top + LINE }
}
