/** Pieces of SQL that the queries of formats are put together from. */

/** A text trimmed, and null where the source leaves it blank or writes a word for "nothing". */
export const filled = (column: string, nothing: readonly string[] = []): string => {
  const trimmed = nothing.reduce((sql, word) => `nullif(${sql}, '${word}')`, `trim(${column})`)
  return `nullif(${trimmed}, '')`
}

/** The first of some ways to write a day that fits, else null. Formats are strptime's. */
export const dayOf = (column: string, ...formats: readonly string[]): string =>
  formats.length === 1
    ? `try_strptime(${column}, '${formats[0]}')::date`
    : `try_strptime(${column}, [${formats.map(format => `'${format}'`).join(', ')}])::date`

/** A fault with the beginning of the offending value. */
export const saying = (column: string, value: string, what: string): string =>
  `'${column} "' || left(coalesce(${value}, ''), 60) || '" ${what}'`

/** The faults of a row, the first that fits: pairs of a condition and a text in SQL. */
export const firstFault = (faults: readonly (readonly [condition: string, says: string])[]): string =>
  `case ${faults.map(([condition, says]) => `when ${condition} then ${says}`).join('\n    ')} end`

/** Line breaks inside some columns of a row. */
export const breaksIn = (columns: readonly string[]): string => {
  const whole = `concat_ws('', ${columns.join(', ')})`
  return `(length(${whole}) - length(replace(${whole}, chr(10), '')))::integer`
}

/** A short id made from a row's content, the same for the same row everywhere. */
export const idFrom = (columns: readonly string[]): string =>
  `left(md5(concat_ws(chr(31), ${columns.map(column => `coalesce(${column}, '')`).join(', ')})), 16)`

/** The host of an address without `www.`: whose page it is. Null for what is no address. */
export const hostOf = (url: string): string => {
  const host = `split_part(split_part(${url}, '://', 2), '/', 1)`
  return `nullif(case when starts_with(${host}, 'www.') then substr(${host}, 5) else ${host} end, '')`
}
