/** SQL for values that came as JSON. As functions of text, because `->>` binds weaker than comparisons and misleads readers. */

/** The text of a JSON value: a string without its quotes. */
export const plain = (json: string): string => `json_extract_string(${json}, '$')`

/** A JSON string trimmed, empty as null; null for what is no string. */
export const trimmed = (json: string): string =>
  `nullif(trim(case when json_type(${json}) = 'VARCHAR' then ${plain(json)} end), '')`

export const numeric = (json: string, type: 'double' | 'integer'): string => `try_cast(${plain(json)} as ${type})`

export const isFilled = (json: string): string => `${plain(json)} <> ''`

/** A day that exists, written YYYY-MM-DD: as `isDay` of domain. */
export const isDaySql = (text: string): string =>
  `coalesce(regexp_full_match(${text}, '\\d{4}-\\d{2}-\\d{2}') and try_cast(${text} as date)::varchar = ${text}, false)`

/** A list that came as JSON, or as text holding JSON (tables have no lists); other text is read by `fromText`. */
export const listOf = (json: string, fromText: string): string => `
  case when ${json} is null then '[]'::json
       when json_type(${json}) = 'ARRAY' then ${json}
       when json_type(${json}) = 'VARCHAR' and ${plain(json)} like '[%' then
         case when json_valid(${plain(json)}) then ${plain(json)}::json end
       when json_type(${json}) = 'VARCHAR' then ${fromText} end`

/** True when some element of a list, called `e`, fits the condition. */
export const some = (list: string, condition: string): string => `len(list_filter(${list}, lambda e: ${condition})) > 0`

/** The beginning of an offending value, in quotes. */
export const shown = (text: string): string => `'"' || left(${text}, 60) || '"'`
