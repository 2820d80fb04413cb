import { words } from './vocabulary.ts'

/** The regular expression of a slot. Numbers are shapes; all else is a list of data/times/words.yaml. */
export const slotSource = (name: string): string => {
  const source = SHAPES[name] ?? fromLists(name)
  if (!source) throw new Error(`data/times: no slot ${JSON.stringify(name)}`)
  return source
}

const YEAR = '(?:1\\d{3}|20\\d{2}|21[0-4]\\d)'
const SHAPES: Readonly<Record<string, string>> = {
  year: YEAR,
  shortyear: "['’‘`]\\d\\d",
  twodigits: '\\d\\d',
  yeartail: `(?:${YEAR}|\\d\\d)`,
  monthnumber: '(?:1[0-2]|0?[1-9])',
  daynumber: '(?:3[01]|[12]\\d|0?[1-9])',
  slashmonth: '\\d{1,2}',
  slashday: '\\d{1,2}',
  quarternumber: '[1-4]',
  centurynumber: '\\d{1,2}',
  decade: '(?:1\\d|20)\\d0',
  shortdecade: '\\d0',
}

const quoted = (entry: string): string =>
  entry
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ /g, '\\s+')
    .replace(/'/g, "['’‘`]")
    .replace(/-/g, '[-–—‑ ]')

/** Common words may begin a sentence; names may stand in a headline. */
const common = (entries: readonly string[]): string =>
  longestFirst(entries)
    .map(entry => `[${entry[0]}${entry[0]?.toUpperCase()}]${quoted(entry.slice(1))}`)
    .join('|')
const named = (entries: readonly string[]): string =>
  longestFirst(entries)
    .map(entry => `${quoted(entry)}|${quoted(entry.toUpperCase())}`)
    .join('|')
const longestFirst = (entries: readonly string[]): string[] => [...entries].sort((a, b) => b.length - a.length)

const AMBIGUOUS_MONTHS: readonly string[] = ['May', 'March']

const fromLists = (name: string): string | null => {
  const list = words()
  const months = Object.values(list.months)
  const fullMonths = months.map(names => names[0] as string)
  const units = Object.values(list.units).flatMap(unit => unit.words)
  switch (name) {
    case 'month':
      return named(months.flat())
    case 'plainmonth':
      return named(fullMonths.filter(month => !AMBIGUOUS_MONTHS.includes(month)))
    case 'wordmonth':
      return named(AMBIGUOUS_MONTHS)
    case 'shortmonth':
      return named(months.flatMap(names => names.slice(1)))
    case 'weekday':
      return named(Object.values(list.weekdays).flat())
    case 'weekdayshort':
      return named(list.short_weekdays)
    case 'fixedday':
      return named(Object.keys(list.fixed_days))
    case 'day':
      return `(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?|${common(Object.keys(list.ordinals))}`
    case 'season':
      return common(Object.keys(list.seasons))
    case 'unit':
      return common(units)
    case 'singleunit':
      return common(Object.values(list.units).map(unit => unit.words[0] as string))
    case 'lengthunit':
      return common([...units, ...Object.values(list.clock_units).flatMap(unit => unit.words)])
    case 'number':
      return `\\d{1,3}|${tensAndOnes()}|${common(Object.keys(list.numbers))}`
    case 'vaguenumber':
      return common(list.vague_numbers)
    case 'ordinal':
      return `[1-4](?:st|nd|rd|th)|${common(Object.keys(list.ordinals))}`
    case 'half':
      return common(Object.keys(list.halves))
    case 'decadeword':
      return common(Object.keys(list.decades))
    case 'mod':
      return common(Object.values(list.modifiers).flat())
    case 'which':
      return common(Object.keys(list.which))
    case 'dayword':
      return common(Object.keys(list.day_words))
    case 'part':
      return common(Object.keys(list.parts_of_day))
    case 'frequency':
      return longestFirst(Object.keys(list.frequencies)).join('|') // with a capital it is a newspaper
    default:
      return list.phrases[name] ? common(list.phrases[name]) : null
  }
}

/** "twenty-one", "forty five". */
const tensAndOnes = (): string => {
  const numbers = Object.entries(words().numbers)
  const tens = numbers.filter(([, n]) => n >= 20 && n < 100).map(([word]) => word)
  const ones = numbers.filter(([word, n]) => n < 10 && /^\w{3,}$/.test(word)).map(([word]) => word)
  return `(?:${common(tens)})[- ](?:${ones.join('|')})`
}
