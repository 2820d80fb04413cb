/** Scores times the way the shared scorer does: dated points, compared as intervals of days. */
export interface GoldDocument {
  readonly id: string
  readonly dct: string
  readonly text: string
  readonly timexes: readonly {
    readonly start: number
    readonly end: number
    readonly type: string
    readonly value: string
  }[]
}

export interface ReadTime {
  readonly start: number
  readonly end: number
  readonly from: string | null
  readonly to: string | null
  readonly value: string
}

export interface Rates {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Tally {
  readonly span: Rates
  readonly value: Rates
  /** Of the times found, the share with the right interval. */
  readonly accuracy: number
}

export const score = (documents: readonly GoldDocument[], answers: readonly (readonly ReadTime[])[]): Tally => {
  let [wanted, offered, found, right] = [0, 0, 0, 0]
  documents.forEach((document, i) => {
    const gold = document.timexes.filter(time => isDated(time.type) && interval(time.value))
    const placed = (answers[i] ?? []).filter(time => time.from !== null && time.to !== null)
    // What covers a labelled duration or a vague time is neither right nor wrong.
    const unscored = document.timexes.filter(time => !interval(time.value))
    wanted += gold.length
    offered += placed.filter(time => !unscored.some(other => overlap(time, other))).length
    for (const time of gold) {
      const answer = placed.find(other => overlap(time, other))
      if (!answer) continue
      found += 1
      if (sameInterval(interval(time.value), interval(answer.value) ?? [answer.from, answer.to])) right += 1
    }
  })
  return { span: rates(found, offered, wanted), value: rates(right, offered, wanted), accuracy: right / (found || 1) }
}

const isDated = (type: string): boolean => type === 'DATE' || type === 'TIME'
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

const rates = (hits: number, offered: number, wanted: number): Rates => {
  const [precision, recall] = [hits / (offered || 1), hits / (wanted || 1)]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

type Bounds = readonly [string | null, string | null]
const sameInterval = (a: Bounds | null, b: Bounds | null): boolean =>
  a !== null && b !== null && a[0] === b[0] && a[1] === b[1]

const pad = (n: number): string => String(n).padStart(2, '0')
const lastDay = (year: number, month: number): string =>
  `${year}-${pad(month)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`

/** A TIMEX3 date value as its first and last day; null for what has no place on the calendar. */
export const interval = (value: string): Bounds | null => {
  const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0]
  if (day) return [day, day]
  const [, year, rest] = /^(\d{4})(?:-(.+))?$/.exec(value) ?? []
  if (/^\d{3}$/.test(value)) return [`${value}0-01-01`, `${value}9-12-31`]
  if (!year) return null
  if (rest === undefined) return [`${year}-01-01`, `${year}-12-31`]
  if (/^\d\d$/.test(rest)) return [`${year}-${rest}-01`, lastDay(Number(year), Number(rest))]
  const quarter = /^Q([1-4])$/.exec(rest)?.[1]
  if (quarter) return [`${year}-${pad(Number(quarter) * 3 - 2)}-01`, lastDay(Number(year), Number(quarter) * 3)]
  const week = /^W(\d\d)(-WE)?$/.exec(rest)
  return week ? weekBounds(Number(year), Number(week[1]), week[2] !== undefined) : null
}

const weekBounds = (year: number, week: number, weekend: boolean): Bounds => {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * 7 * 86_400_000
  const day = (n: number): string => new Date(monday + n * 86_400_000).toISOString().slice(0, 10)
  return weekend ? [day(5), day(6)] : [day(0), day(6)]
}
