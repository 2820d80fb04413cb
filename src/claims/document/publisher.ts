import type { Boilerplate } from './boilerplate.ts'
import { documentWords, shapeOf } from './vocabulary.ts'

/** Who published the text, as its foot or head says: "Sign up for the Record's newsletter", "© 2014 The Record". */
export const publisherIn = (text: string, boilerplate: readonly Boilerplate[]): string | null => {
  const votes = new Map<string, number>()
  for (const { start, end, why } of boilerplate) {
    if (why === 'by-line' || why === 'biography') continue
    const line = text.slice(start, end)
    for (const { pattern } of documentWords().publisher) {
      const name = shapeOf(pattern).exec(line)?.groups?.publisher
      const tidy = name ? tidyPublisher(name) : null
      if (!tidy) continue
      votes.set(tidy, (votes.get(tidy) ?? 0) + 1)
      break
    }
  }
  // Most often named; of equals the first.
  let best: string | null = null
  for (const [name, count] of votes) if (best === null || count > (votes.get(best) ?? 0)) best = name
  return best
}

const tidyPublisher = (name: string): string | null => {
  const tidy = name
    .replace(/\s+/gu, ' ')
    .replace(/['’]s?$/u, '')
    .replace(/[\s.,;:–—-]+$/u, '')
    .replace(/,? (?:Inc|Ltd|LLC|Limited|plc)\b.*$/u, '')
    .replace(/[\s,]+(?:1[89]|20)\d\d$/u, '')
    .trim()
  return tidy.length > 1 && tidy.length < 80 && !/^(?:our|the|a|us|this|all|my|your)$/iu.test(tidy) ? tidy : null
}
