import type { SourceFormat } from '../format.ts'
import { headerOf } from '../head.ts'
import { readTable } from '../separated.ts'

const HEADER = ['source_iso3', 'target_iso3', 'year', 'verbCoop', 'matlCoop', 'verbConf', 'matlConf']

const SELECT = `
  select trim(source_iso3) as source, trim(target_iso3) as target, trim(year) as year, trim(verbCoop) as verbal_cooperation,
    trim(matlCoop) as material_cooperation, trim(verbConf) as verbal_conflict, trim(matlConf) as material_conflict
  from `

/** Counts of ICEWS events of a directed pair and year, by quad class: no single events stand behind them. */
export const icewsQuadYears: SourceFormat = {
  name: 'icews-quad-years',
  title: 'ICEWS counts of a directed pair and year by quad class (CSV)',
  kind: 'pair-years',
  origin: 'icews-quad-years',
  licence: 'ICEWS: research and education only, no commercial use',
  citation: 'Counts of ICEWS (doi:10.7910/DVN/28075) as published in the R package netify',
  defects: [
    'pairs and years without an event have no row',
    'all actors of a state are counted, not its government alone',
  ],
  recognises: head => head.firstLine !== null && headerOf(head.firstLine).join() === HEADER.join(),
  reading: () => ({
    by: 'select',
    firstLine: 2,
    select: file => `${SELECT}${readTable(file, { columns: HEADER, separator: ',', skip: 1, quoted: false })}`,
  }),
}
