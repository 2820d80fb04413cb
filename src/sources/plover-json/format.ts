import type { FileHead, SourceFormat } from '../format.ts'
import { splitObjects } from './objects.ts'

const isThis = (head: FileHead): boolean =>
  head.lines[0]?.trim() === '{' &&
  ['"eventText"', '"ccode"', '"event"'].every(name => head.lines.some(line => line.includes(name)))

/** Protest events that were written from ICEWS as indented JSON objects with PLOVER's field names. */
export const ploverJson: SourceFormat = {
  name: 'plover-json',
  title: 'PLOVER-style protest events made from ICEWS (indented JSON objects)',
  kind: 'events',
  origin: 'plover-json',
  licence: 'the converter is MIT; the rows are ICEWS: research and education only',
  citation: 'Schrodt, P. A., ICEWS-to-jsonl, github.com/philip-schrodt/ICEWS-to-jsonl; ICEWS, doi:10.7910/DVN/28075',
  defects: ['protests only, with their state and no other side', 'places write NULL for what is not known'],
  recognises: isThis,
  reading: () => ({ by: 'split', split: splitObjects }),
}
