/**
 * What chokes a page parser, found by one pass over the raw page before it is parsed. The limits are far above pages for
 * people (a long encyclopaedia article has 30,000 tags, 40 deep); beyond them the parser's work grows with the square.
 */
const MOST_TAGS = 200_000
const MOST_ENTITIES = 200_000
const DEEPEST = 1000
const LONGEST_TAG = 100_000

/** Elements that have no end, or end by themselves where the next begins. */
const UNCLOSED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt html head body'.split(
    ' ',
  ),
)

/** Why a page is not to be parsed, or null. */
export const whyHostile = (html: string): string | null => {
  if (occurrences(html, '<', MOST_TAGS) > MOST_TAGS) return `it has more than ${MOST_TAGS} tags`
  if (occurrences(html, '&', MOST_ENTITIES) > MOST_ENTITIES) return `it has more than ${MOST_ENTITIES} entities`
  let depth = 0
  let end = 0
  for (const { index, 0: tag, 1: close, 2: name = '' } of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const from = index + tag.length
    // Looked for only when passed: a page without a single ">" would be searched to its end at every tag.
    if (end < from) end = endOfTag(html, from)
    if (isLongTag(html, from, end)) return `it has a tag of more than ${LONGEST_TAG} characters`
    if (UNCLOSED.has(name.toLowerCase())) continue
    depth = close ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST) return `its tags are nested more than ${DEEPEST} deep`
  }
  return null
}

const occurrences = (text: string, char: string, most: number): number => {
  let count = 0
  for (let at = text.indexOf(char); at >= 0 && count <= most; at = text.indexOf(char, at + 1)) count += 1
  return count
}

const endOfTag = (html: string, from: number): number => {
  const end = html.indexOf('>', from)
  return end < 0 ? html.length : end
}

/** Many attributes are the danger; one long value (a picture inside the page) is none. */
const isLongTag = (html: string, from: number, end: number): boolean =>
  end - from > LONGEST_TAG && occurrences(html.slice(from, end), '=', 1000) > 1000
