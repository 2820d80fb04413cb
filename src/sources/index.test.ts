import { expect, test } from 'vitest'
import { FORMATS, formatNamed, formatOf } from './index.ts'

test.each([
  [{ extension: 'jsonl', firstLine: 'torn', parquet: false }, 'detente'],
  [{ extension: '', firstLine: '{"day":"2014-04-09"}', parquet: false }, 'detente'],
  [{ extension: 'csv', firstLine: 'id,day,source,target,status', parquet: false }, 'detente'],
  [{ extension: 'tsv', firstLine: 'status\ttarget\tsource\tday', parquet: false }, 'detente'],
  [{ extension: 'parquet', firstLine: 'PAR1', parquet: true }, 'detente'],
  [{ extension: 'csv', firstLine: 'date,iso_a,iso_b,score', parquet: false }, 'pair-day-scores'],
  [{ extension: 'csv', firstLine: 'GLOBALEVENTID,SQLDATE', parquet: false }, null],
  [{ extension: 'json', firstLine: '{', parquet: false }, null],
  [{ extension: 'pdf', firstLine: '%PDF-1.7', parquet: false }, null],
])('%j is taken for %s', (head, name) =>
  expect(formatOf({ ...head, lines: [head.firstLine] })?.name ?? null).toBe(name),
)

const GDELT_ROW = (cells: number): string =>
  ['564111644', '20060731', ...Array.from({ length: cells - 2 }, () => '')].join('\t')

test.each([
  [GDELT_ROW(57), 'gdelt1'],
  [GDELT_ROW(58), 'gdelt1'],
  [GDELT_ROW(61), 'gdelt2'],
  [GDELT_ROW(60), null],
  [`564111644\t20160101000000\t20160101001500\t1\tx.example${'\t'.repeat(11)}`, 'gdelt2-mentions'],
  [
    'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country',
    'icews',
  ],
  [
    '"Event ID","Event Date","Source Name","Source Country","Event Text","CAMEO Code","Target Name","Target Country"',
    'icews',
  ],
  ['date\tsource\ttarget\trelation\tcameo\tsource_iso3\ttarget_iso3', 'icews-tidy'],
  ['date\tsource\ttarget\tcode', 'keds'],
  ['source_iso3,target_iso3,year,verbCoop,matlCoop,verbConf,matlConf', 'icews-quad-years'],
  ['id,relid,type_of_violence,side_a,side_b,date_start,date_end,best,gwnoa,gwnob', 'ucdp-ged'],
  ['event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2', 'acled'],
  ['eventid,ccode,stday,stmo,styr,eday,emo,eyr,etype,actor1,cgovtarget', 'scad'],
  ['Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient Name', 'polecat'],
  ['eid,story_date,source,source_root,target,target_root,code', 'phoenix'],
  ['dispnum,ccode,stday,endday,sidea,hiact', 'cow-midb'],
  ['dispnum,incidnum,stday,action,numa', 'cow-midi'],
])('%s begins a file of %s', (firstLine, name) =>
  expect(formatOf({ extension: 'txt', firstLine, lines: [firstLine], parquet: false })?.name ?? null).toBe(name),
)

test('every format is found by its name and says what it is', () => {
  for (const format of FORMATS) {
    expect(formatNamed(format.name)).toBe(format)
    expect(format.title).not.toBe('')
  }
})
