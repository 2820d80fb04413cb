import type { Match } from './matches.ts'
import type { TimeMention } from './time-mention.ts'

const DASHED = /^ ?[-–—] ?$/
const RUNNING = /^(?:\s|,\s)(?:to|until|till|through|up to)\s$/
const PAIRED = /^\sand\s$/
const LISTED = /^(?:,\s|\s(?:and|or)\s|,\s(?:and|or)\s)$/

/** How two times that stand side by side belong together. */
export const linkBetween = (
  text: string,
  first: { readonly start: number; readonly end: number },
  second: { readonly start: number },
) => {
  const glue = text.slice(first.end, second.start)
  const before = text.slice(Math.max(0, first.start - 12), first.start)
  if (DASHED.test(glue)) return 'range'
  if (RUNNING.test(glue))
    return /\b(?:from|between)\s(?:the\s)?$/i.test(before) || glue.includes('through') ? 'range' : 'list'
  if (PAIRED.test(glue) && /\bbetween\s(?:the\s)?$/i.test(before)) return 'range'
  return LISTED.test(glue) ? 'list' : null
}

/** Years that neighbours lend: "March and May 2013", "from November 2012 to March". Keyed by the match that borrows. */
export const lentYears = (
  text: string,
  matches: readonly Match[],
  monthOf: (match: Match) => number,
  yearOf: (match: Match) => number | null,
): ReadonlyMap<Match, number> => {
  const lent = new Map<Match, number>()
  for (let i = matches.length - 2; i >= 0; i--) {
    const [first, second] = [matches[i] as Match, matches[i + 1] as Match]
    const [month, next] = [monthOf(first), monthOf(second)]
    const link = linkBetween(text, first, second)
    if (!month || !next || !link) continue
    const year = yearOf(second) ?? lent.get(second) ?? null
    if (yearOf(first) === null && year !== null) lent.set(first, link === 'range' && month > next ? year - 1 : year)
    const own = yearOf(first)
    if (own !== null && link === 'range' && year === null) lent.set(second, next < month ? own + 1 : own)
  }
  return lent
}

/** Two points that a range joins become one mention; the words before it ("from", "between") stay outside. */
export const joinRanges = (text: string, mentions: readonly TimeMention[]): TimeMention[] => {
  const out: TimeMention[] = []
  for (const mention of mentions) {
    const first = out.at(-1)
    const joined = first && linkBetween(text, first, mention) === 'range' ? join(text, first, mention) : null
    if (joined) out[out.length - 1] = joined
    else out.push(mention)
  }
  return out
}

const join = (text: string, first: TimeMention, second: TimeMention): TimeMention | null => {
  if (first.kind !== 'point' || second.kind !== 'point' || first.value.includes('/') || second.value.includes('/'))
    return null
  if (first.from === null || second.to === null || first.from > second.to) return null
  return {
    ...first,
    end: second.end,
    mention: text.slice(first.start, second.end),
    to: second.to,
    value: `${boundary(first)}/${boundary(second)}`,
    mod: null,
    basis: first.basis === 'stated' && second.basis === 'stated' ? 'stated' : 'relative',
  }
}

/** "Now" has no value that an interval could begin with: its day stands in. */
const boundary = (time: TimeMention): string => (time.value.endsWith('_REF') ? (time.to ?? time.value) : time.value)
