import { printableJson } from './printable.ts'

/** One document, for people and programs to read. */
export const jsonDocument = (value: unknown): string => `${printableJson(JSON.stringify(value, null, 2))}\n`

/** A line each, for streams. */
export const jsonLines = (values: readonly unknown[]): string =>
  values.map(value => `${printableJson(JSON.stringify(value))}\n`).join('')
