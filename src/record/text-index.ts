import type { Engine } from './engine.ts'
import { folded } from './words.ts'

/** Words of the rows that an import added, into the inverted index. */

const WORDS: Readonly<Record<'versions' | 'coded', string>> = {
  versions: 'words',
  coded: folded("concat_ws(' ', summary, place, source_name, target_name)"),
}

export const indexTexts = async (engine: Engine, table: 'versions' | 'coded', after: string): Promise<void> => {
  const coded = table === 'coded'
  const rows = `(select seq, known, string_split(trim(${WORDS[table]}), ' ') as list from ${table} where seq > ${after})`
  await engine.run(`insert into texts select ${coded}, seq, len(list), known, null from ${rows} where list <> ['']`)
  await engine.run(`
    insert into postings
    select term, ${coded}, seq, count(*) from (select seq, unnest(list) as term from ${rows}) where term <> ''
    group by all order by term, seq`)
}
