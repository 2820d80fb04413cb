/** The door of sources: the published formats, one folder each. */
import { acled } from './acled/format.ts'
import { cowMidb, cowMidi } from './cow/format.ts'
import { detente } from './detente/format.ts'
import type { FileHead, SourceFormat } from './format.ts'
import { gdelt1, gdelt2 } from './gdelt/events.ts'
import { gdelt2Mentions } from './gdelt/mentions.ts'
import { icews } from './icews/format.ts'
import { pairDayScores } from './pair-day-scores/format.ts'
import { phoenix } from './phoenix/format.ts'
import { ploverJson } from './plover-json/format.ts'
import { polecat } from './polecat/format.ts'
import { scad } from './scad/format.ts'
import { icewsQuadYears } from './tidy/icews-quad-years.ts'
import { icewsTidy } from './tidy/icews-tidy.ts'
import { keds } from './tidy/keds.ts'
import { ucdpGed } from './ucdp-ged/format.ts'

export { CODED_COLUMNS, type CodedColumn } from './coded.ts'
export { EVENT_FIELDS, type EventField } from './detente/fields.ts'
export type { EngineFile, FileHead, Kind, Reading, SourceFormat, SplitRecord } from './format.ts'
export { MENTION_COLUMNS } from './mentions.ts'
export { PAIR_YEAR_COLUMNS } from './pair-years.ts'

/** In the order in which a file is tried against them: the own format is the last resort for its endings. */
export const FORMATS: readonly SourceFormat[] = [
  gdelt1,
  gdelt2,
  gdelt2Mentions,
  icews,
  icewsTidy,
  icewsQuadYears,
  keds,
  pairDayScores,
  ucdpGed,
  acled,
  scad,
  polecat,
  phoenix,
  cowMidb,
  cowMidi,
  ploverJson,
  detente,
]

export const formatNamed = (name: string): SourceFormat | null => FORMATS.find(format => format.name === name) ?? null

/** The format that recognises a file, or null: unknown formats are said, never guessed. */
export const formatOf = (head: FileHead): SourceFormat | null => FORMATS.find(format => format.recognises(head)) ?? null
