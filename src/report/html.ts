import { onOneLine } from './printable.ts'

/** Markup that is safe to put into a page: made by `html` alone. */
export interface Html {
  readonly markup: string
}

type Value = string | number | Html | readonly Html[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => onOneLine(text).replace(/[&<>"']/g, c => ENTITIES[c] ?? c)

const markupOf = (value: Value): string => {
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(v => v.markup).join('')
}

/** A template whose values are escaped unless they are markup already. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.map((part, i) => (i === 0 ? part : markupOf(values[i - 1] ?? '') + part)).join(''),
})

export const nothing: Html = { markup: '' }
