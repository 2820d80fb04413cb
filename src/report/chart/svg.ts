import { type Html, html } from '../html.ts'

/** Elements of SVG as markup. Numbers are written to two decimals, and one that is none is a defect, not a point somewhere. */

type Attribute = string | number | null

const written = (name: string, value: Exclude<Attribute, null>): Html => {
  if (typeof value === 'string') return html` ${{ markup: name }}="${value}"`
  if (!Number.isFinite(value)) throw new RangeError(`${name} of a chart is ${value}`)
  return { markup: ` ${name}="${Math.round(value * 100) / 100}"` }
}

/** An element; attributes that are null are left out. */
export const el = (name: string, attributes: Readonly<Record<string, Attribute>>, ...inside: readonly Html[]): Html => {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [written(key, value)]))
  const tag = { markup: name }
  return inside.length === 0 ? html`<${tag}${given}/>` : html`<${tag}${given}>${inside}</${tag}>`
}

export const group = (attributes: Readonly<Record<string, Attribute>>, ...inside: readonly Html[]): Html =>
  inside.length === 0 ? { markup: '' } : el('g', attributes, ...inside)

interface TextPlace {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly style?: string
}

export const text = (says: string, { x, y, anchor = 'start', style = '' }: TextPlace): Html =>
  el(
    'text',
    { class: style === '' ? null : style, x, y, 'text-anchor': anchor === 'start' ? null : anchor },
    html`${says}`,
  )

/** What a pointer shows, and a reader of the screen reads. */
export const tip = (says: string): Html => el('title', {}, html`${says}`)

/** Cells of a text at a size: near enough to tell whether it fits, and the same on every machine. */
export const textWidth = (says: string, size = 11): number => says.length * size * 0.58
