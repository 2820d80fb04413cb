/** What is bound to a statement, by name. */
export type Parameter = string | number | boolean | null
export type Parameters = Readonly<Record<string, Parameter>>

/** A text as a literal of the embedded engine's SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Texts as the right side of `in`; an empty list matches nothing. */
export const literals = (texts: readonly string[]): string =>
  `(${texts.length === 0 ? 'null' : texts.map(literal).join(', ')})`
