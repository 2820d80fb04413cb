import { codedSelect } from '../coded.ts'
import type { SourceFormat } from '../format.ts'
import { headerOf } from '../head.ts'
import { readTable } from '../separated.ts'
import { dayOf, filled, firstFault, idFrom, saying } from '../sql.ts'

const HEADER = ['date', 'source', 'target', 'relation', 'cameo', 'source_iso3', 'target_iso3']

const DAY = dayOf('date', '%Y-%m-%d')

/** The iso3 columns say only which state's name the actor's name is or ends with; what the actor is there stands in front of it. */
const side = (who: 'source' | 'target') => ({
  [`${who}_code`]: `coalesce('iso3:' || ${filled(`${who}_iso3`)}, 'name:' || ${filled(who)})`,
  [`${who}_role`]: `case when ${who} like '% (%)' then 'icews:' || regexp_replace(${who}, ' \\([^()]*\\)$', '') end`,
  [`${who}_name`]: filled(who),
})

const select = codedSelect(
  {
    native: idFrom(HEADER),
    day: DAY,
    known: DAY,
    known_basis: "'published'",
    ...side('source'),
    ...side('target'),
    cameo: filled('cameo'),
    summary: filled('relation'),
    fault: firstFault([
      [`${DAY} is null`, saying('date', 'date', 'is not a day')],
      [`${filled('source')} is null`, "'source is missing'"],
      [`${filled('cameo')} is null`, "'cameo is missing'"],
    ]),
  },
  file => readTable(file, { columns: HEADER, separator: '\t', skip: 1, quoted: false }),
)

/** Daily facts drawn from ICEWS for knowledge-graph benchmarks, with names in place of numbers. */
export const icewsTidy: SourceFormat = {
  name: 'icews-tidy',
  title: 'ICEWS facts of knowledge-graph benchmarks (date, source, target, relation, cameo, iso3 codes)',
  kind: 'coded',
  origin: null,
  licence: 'ICEWS: research and education only, no commercial use',
  citation:
    'García-Durán, A., Dumančić, S. and Niepert, M. (2018), Learning Sequence Encoders for Temporal Knowledge Graph Completion, EMNLP; drawn from ICEWS, doi:10.7910/DVN/28075',
  defects: [
    'only facts among the entities that the benchmark chose: the bare names of many large states never occur',
    'one fact a day, however often it was reported',
    'the iso3 columns name a state without saying that the actor is the state',
  ],
  recognises: head => head.firstLine !== null && headerOf(head.firstLine).join() === HEADER.join(),
  reading: () => ({ by: 'select', firstLine: 2, select }),
}
