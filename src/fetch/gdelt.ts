import type { Day } from '../domain/index.ts'
import type { FetchSource, OfferedFile } from './source.ts'

/** What GDELT offers: daily files since April 2013, monthly and yearly ones before; 15-minute exports of 2.0 since February 2015. */

const isoDay = (compact: string): Day => `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6, 8)}`

/** The days that a file of 1.0 covers: `20160728.export.CSV.zip`, `201303.zip` or `1979.zip`. */
const coverOf = (name: string): { readonly from: Day; readonly to: Day } | null => {
  const digits = /^(\d{8})\.export\.CSV\.zip$|^(\d{6})\.zip$|^(\d{4})\.zip$/.exec(name)
  if (!digits) return null
  const [, day, month, year] = digits
  if (day) return { from: isoDay(day), to: isoDay(day) }
  if (month) return { from: isoDay(`${month}01`), to: isoDay(`${month}31`) }
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

const pairsOf = (text: string): string[][] =>
  text
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(cells => cells.length >= 2)

/** `filesizes` says "bytes name", `md5sums` says "md5 name"; names with anything but letters, digits and dots are none of theirs. */
const daily = (lists: readonly string[], base: string, from: Day, to: Day): OfferedFile[] => {
  const [sizes = '', sums = ''] = lists
  const md5 = new Map(pairsOf(sums).map(([sum = '', name = '']) => [name, sum]))
  return pairsOf(sizes).flatMap(([bytes = '', name = '']) => {
    const cover = coverOf(name)
    if (cover === null || cover.to < from || cover.from > to) return []
    return [{ url: `${base}${name}`, name, bytes: Number(bytes) || null, md5: md5.get(name) ?? null }]
  })
}

/** The master list says "bytes md5 url". */
const quarterHours =
  (wanted: RegExp) =>
  (lists: readonly string[], base: string, from: Day, to: Day): OfferedFile[] =>
    pairsOf(lists[0] ?? '').flatMap(([bytes = '', md5 = '', url = '']) => {
      const name = url.split('/').at(-1) ?? ''
      const stamp = wanted.exec(name)?.[1]
      if (stamp === undefined) return []
      const day = isoDay(stamp)
      return day < from || day > to ? [] : [{ url: `${base}${name}`, name, bytes: Number(bytes) || null, md5 }]
    })

export const GDELT: readonly FetchSource[] = [
  {
    name: 'gdelt',
    title: 'GDELT 1.0 events, a file a day (before April 2013 a month or a year)',
    first: '1979-01-01',
    base: 'http://data.gdeltproject.org/events/',
    lists: ['filesizes', 'md5sums'],
    files: daily,
  },
  {
    name: 'gdelt2',
    title: 'GDELT 2.0 events, a file every fifteen minutes',
    first: '2015-02-18',
    base: 'http://data.gdeltproject.org/gdeltv2/',
    lists: ['masterfilelist.txt'],
    files: quarterHours(/^(\d{14})\.export\.CSV\.zip$/),
  },
  {
    name: 'gdelt2-mentions',
    title: 'GDELT 2.0 mentions, a file every fifteen minutes',
    first: '2015-02-18',
    base: 'http://data.gdeltproject.org/gdeltv2/',
    lists: ['masterfilelist.txt'],
    files: quarterHours(/^(\d{14})\.mentions\.CSV\.zip$/),
  },
]
