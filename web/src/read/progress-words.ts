/** How far a check has come, in words: what is being done, and how much of it is done. */

import type { CheckJob } from '../api/types.ts'
import { shortDay } from '../charts/day.ts'

export interface Step {
  readonly doing: string
  /** Of how much; null where that is not known yet. */
  readonly done: number | null
  readonly total: number | null
  readonly detail: string
}

const number = (n: number): string => n.toLocaleString('en-GB')

const UNKNOWN = { done: null, total: null }

/** Null: nothing has been heard of it yet. */
export const stepOf = (progress: CheckJob['progress'] | null): Step => {
  const { pages = null, sentences = null, claims = null, judged = [] } = progress ?? {}
  const day = judged.at(-1)
  if (day)
    return {
      doing: 'Holding its claims against the record …',
      ...day,
      detail: `As of ${shortDay(day.as_of)}: ${number(day.done)} of ${number(day.total)} claims judged.`,
    }
  const doing = 'Reading …'
  if (claims !== null)
    return {
      doing,
      ...UNKNOWN,
      detail: `${number(sentences?.total ?? 0)} sentences parsed, ${number(claims)} claims found.`,
    }
  if (sentences)
    return { doing, ...sentences, detail: `${number(sentences.done)} of ${number(sentences.total)} sentences parsed.` }
  if (pages) return { doing, ...pages, detail: `${number(pages.done)} of ${number(pages.total)} pages read.` }
  return {
    doing,
    ...UNKNOWN,
    detail: progress === null ? 'It is on its way to the server.' : 'The server has it; nothing is parsed yet.',
  }
}
