/**
 * Text of others (documents, titles, sources, file names) made safe to print. A terminal obeys control characters, and
 * characters that turn the direction of writing make a text look like another: both are shown as escapes.
 */
const HARMFUL = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

const escaped = (character: string): string => {
  const code = character.charCodeAt(0)
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** Runs of white space, line breaks among them, become one space. */
export const onOneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(HARMFUL, escaped)

export const printable = (text: string): string => onOneLine(text).trim()

/** JSON says the same with every such character as an escape, and stays the same document. */
export const printableJson = (json: string): string =>
  json.replace(/[\x7f-\x9f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
