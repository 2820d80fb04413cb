import type { EngineFile, SourceFormat } from '../format.ts'

const HEADER = 'date,iso_a,iso_b,score'

/**
 * Every line as one column, so that its number is its row number (blank lines come as null), then cut at commas:
 * no value of this format holds a comma or a quote.
 */
const select = (file: EngineFile): string => `
  select line, cut[1] as day, cut[2] as a, cut[3] as b, cut[4] as score,
         case when len(cut) <> 4 then len(cut)::varchar || ' columns where the header has 4' end as problem
  from (select row_number() over () as line, string_split(text, ',') as cut
        from read_csv(${file.literal}, columns = {'text': 'VARCHAR'}, auto_detect = false, header = false, delim = '\x1f',
                      quote = '', escape = '', strict_mode = false, compression = '${file.compression}', store_rejects = true))
  where line > 1 and cut is not null`

/** One score a pair and day, without single events: GDELT 2.0 summed by pair, 2019 to 2021, is published so. */
export const pairDayScores: SourceFormat = {
  name: 'pair-day-scores',
  title: 'Aggregates of a pair and day (CSV: date, iso_a, iso_b, score)',
  kind: 'pair-days',
  origin: 'pair-day-scores',
  licence: 'GDELT: free for any use with attribution',
  citation:
    'The GDELT Project, gdeltproject.org (Leetaru and Schrodt 2013); summed by pair and day in github.com/gzemo/gdelt-graph-data',
  defects: [
    'a sum weighted by the volume of reports, not a mean: compare days of one pair, not pairs',
    'the day is that of publication, not of the act',
    'score 0 and no row mean the same',
    'both directions together; Romania and East Timor are lost',
  ],
  recognises: head => head.firstLine?.trim() === HEADER,
  reading: () => ({ by: 'select', select }),
}
