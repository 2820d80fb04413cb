/**
 * The tables of a record, as numbered steps. A step that was released is never changed: what is to change is a new step.
 * Kept to SQL that DuckDB and ClickHouse both speak where it costs nothing.
 */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: readonly string[]
}

const RUNS = `
  create table runs (
    run integer not null, started varchar not null, program varchar not null)`

const FILES = `
  create table files (
    file integer not null, run integer not null, path varchar not null, bytes bigint not null, sha256 varchar not null,
    format varchar not null, origin varchar not null, accepted integer not null, duplicate integer not null, rejected integer not null)`

const REJECTIONS = `
  create table rejections (run integer not null, file integer not null, line bigint not null, reason varchar not null)`

/**
 * Every version of every event. Visible as of a day D: known <= D and (until is null or until > D), where \`until\` is the
 * known day of the version that replaces it. \`goldstein\` in tenths. \`words\`: what search looks at, folded.
 * Notes and tags of curators have no column here on purpose: nothing may read them.
 */
const VERSIONS = `
  create table versions (
    seq bigint not null, id varchar not null, content varchar not null,
    day date not null, day_to date not null, known date not null, until date, known_basis varchar not null,
    source varchar not null, target varchar, reciprocal boolean not null, people varchar not null,
    type varchar, cameo varchar, mode varchar, status varchar not null, announces varchar, magnitude double,
    summary varchar not null, place varchar, document varchar, sentence integer, span_start integer, span_end integer,
    confidence varchar, disputes varchar, sources varchar not null, goldstein integer, words varchar not null,
    origin varchar not null, file integer not null, line bigint not null)`

/** Aggregates of a pair and day, apart from events: a score is no act. Known on its day; a later import of it replaces it. */
const PAIR_DAYS = `
  create table pair_days (
    seq bigint not null, origin varchar not null, day date not null, a varchar not null, b varchar not null,
    score decimal(18,6) not null, file integer not null, line bigint not null, replaced boolean not null)`

export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'events, aggregates, runs', sql: [RUNS, FILES, REJECTIONS, VERSIONS, PAIR_DAYS] },
]

export const CURRENT = MIGRATIONS.at(-1)?.number ?? 0
