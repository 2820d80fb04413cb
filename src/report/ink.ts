/** The few ways in which a word of a report may stand out. Colours are the terminal's own, so that they fit its background. */
export interface Ink {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly torn: (text: string) => string
  readonly open: (text: string) => string
}

const same = (text: string): string => text

export const plain: Ink = { strong: same, faint: same, good: same, bad: same, torn: same, open: same }

/** Select graphic rendition: on and off codes of ECMA-48. */
const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`

export const coloured: Ink = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  good: sgr(32, 39),
  bad: sgr(31, 39),
  torn: sgr(33, 39),
  open: sgr(36, 39),
}
