/** Telling a page from plain text, and the encoding that it declares. */

const HEAD = 4096

const headOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))

/** By content: a page says so in its first tag, behind blanks, comments and an XML line. By ending: any tag at all will do. */
export const looksLikeHtml = (bytes: Uint8Array, path: string): boolean => {
  const head = headOf(bytes)
    .split('\0')
    .join('')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replace(/^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)+/, '')
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return true
  return /\.(?:html?|xhtml)$/i.test(path) ? /<[a-z!/]/i.test(headOf(bytes)) : false
}

/** `<meta charset="windows-1251">` and its older form. */
export const declaredEncoding = (bytes: Uint8Array): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(headOf(bytes))?.[1]?.toLowerCase() ?? null
