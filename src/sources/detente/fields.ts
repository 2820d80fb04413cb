/** The fields of an event in the contract's own import format. Any other name is a rejection: `targett` must not pass as no target. */
export const EVENT_FIELDS = [
  'id',
  'day',
  'day_to',
  'known',
  'known_basis',
  'source',
  'target',
  'reciprocal',
  'people',
  'type',
  'cameo',
  'mode',
  'status',
  'announces',
  'magnitude',
  'summary',
  'place',
  'document',
  'sentence',
  'start',
  'end',
  'confidence',
  'disputes',
  'origin',
  'note',
  'tags',
  'sources',
] as const
export type EventField = (typeof EVENT_FIELDS)[number]

/** What a table must have as columns to be taken for events. */
export const REQUIRED_COLUMNS: readonly EventField[] = ['day', 'source', 'target', 'status']
