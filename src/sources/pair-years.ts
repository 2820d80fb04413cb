/** The columns of counts of a directed pair and year by quad class, as text: what they mean is judged in the record. */
export const PAIR_YEAR_COLUMNS = [
  'source',
  'target',
  'year',
  'verbal_cooperation',
  'material_cooperation',
  'verbal_conflict',
  'material_conflict',
] as const
