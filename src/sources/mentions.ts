/**
 * The columns of reports of events: a page that mentions an event of another data set, whose row need not be there (yet).
 * `event_origin` and `event_native` name the event.
 */
export const MENTION_COLUMNS = {
  event_origin: 'varchar',
  event_native: 'varchar',
  day: 'date',
  publisher: 'varchar',
  url: 'varchar',
  sentence: 'integer',
  confidence: 'integer',
  fault: 'varchar',
} as const
