import type { EngineFile } from './format.ts'

/**
 * The columns that a data set of single, machine- or hand-coded events is mapped to. A format gives an SQL expression for each it has;
 * the rest is null. Actors are codes with their system in front (`cameo:USA`, `cow:2`, `icews:Russian Federation`), which the record
 * looks up in data/crosswalk as of the day; `name:` is a name as the source writes it, which needs no entry there.
 */
export const CODED_COLUMNS = {
  /** The row's id within its data set; where the source gives none, one is made from the row's content. */
  native: 'varchar',
  day: 'date',
  day_to: 'date',
  known: 'date',
  known_basis: 'known_basis',
  source_code: 'varchar',
  /** A role code or a list of sectors parted by commas, with the system of data/crosswalk/roles.tsv in front: `icews:Military,Government`. */
  source_role: 'varchar',
  source_name: 'varchar',
  target_code: 'varchar',
  target_role: 'varchar',
  target_name: 'varchar',
  cameo: 'varchar',
  type: 'varchar',
  mode: 'varchar',
  magnitude: 'double',
  /** In hundredths. */
  tone: 'integer',
  /** How many reports the source says it saw. */
  mentions: 'integer',
  publisher: 'varchar',
  url: 'varchar',
  place: 'varchar',
  summary: 'varchar',
  confidence: 'varchar',
  /** What is wrong with the row, where its own format can tell. */
  fault: 'varchar',
  /** Line breaks inside the row's quoted values, so that line numbers stay right. */
  breaks: 'integer',
} as const
export type CodedColumn = keyof typeof CODED_COLUMNS

export type CodedExpressions = Readonly<Partial<Record<CodedColumn, string>>>

/** The query of a coded format: its expressions over a reader of the file, in the order of the columns. What it lacks takes no room. */
export const codedSelect =
  (expressions: CodedExpressions, from: (file: EngineFile) => string) =>
  (file: EngineFile): string => {
    const columns = (Object.keys(CODED_COLUMNS) as CodedColumn[])
      .filter(name => expressions[name] !== undefined)
      .map(name => `(${expressions[name]})::${CODED_COLUMNS[name]} as ${name}`)
    return `select ${columns.join(',\n  ')}\nfrom ${from(file)}`
  }
