/** The door of sources: the published formats, one folder each. */
import { detente } from './detente/format.ts'
import type { FileHead, SourceFormat } from './format.ts'
import { pairDayScores } from './pair-day-scores/format.ts'

export { EVENT_FIELDS, type EventField } from './detente/fields.ts'
export type { EngineFile, FileHead, Reading, SourceFormat, SplitRecord } from './format.ts'

/** In the order in which a file is tried against them: the own format is the last resort for its endings. */
export const FORMATS: readonly SourceFormat[] = [pairDayScores, detente]

export const formatNamed = (name: string): SourceFormat | null => FORMATS.find(format => format.name === name) ?? null

/** The format that recognises a file, or null: unknown formats are said, never guessed. */
export const formatOf = (head: FileHead): SourceFormat | null => FORMATS.find(format => format.recognises(head)) ?? null
