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

/**
 * Words of closed lists, a byte a row: a new role or type is a new step. Written apart from the lists in domain and data, because a
 * released step does not change when they do; a test compares them.
 */
const WORDS = [
  "create type known_basis as enum ('given', 'published', 'occurred')",
  `create type plover_type as enum ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT',
     'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')`,
  `create type actor_role as enum ('government', 'military', 'rebels', 'opposition', 'parties', 'elites', 'criminals', 'civil', 'business',
     'media', 'international', 'other')`,
]

/**
 * Events of published data sets: fewer columns, more rows. \`native\` is the id inside the data set; the event's id is \`origin:native\`.
 * \`official\` where both sides act as states (a state itself, its government, its armed forces).
 */
const CODED = `
  create table coded (
    seq bigint not null, origin varchar not null, native varchar not null, day date not null, day_to date not null, known date not null,
    until date, known_basis known_basis not null, official boolean not null,
    source varchar not null, source_role actor_role, source_name varchar, target varchar, target_role actor_role, target_name varchar,
    cameo varchar, type plover_type, mode varchar, magnitude double, goldstein integer, tone integer, mentions integer,
    publisher varchar, url varchar, place varchar, summary varchar, confidence varchar, file integer not null, line bigint not null)`

/**
 * The roll-up: what the rows of a directed pair and day add up to, in whole numbers. A ledger: an import adds lines and changes none,
 * a correction adds lines that take the old version back. \`known\` and \`until\` as in the rows, so that as-of is asked the same way.
 */
const DYAD_DAYS = `
  create table dyad_days (
    pair varchar not null, day date not null, source varchar not null, target varchar not null, origin varchar not null,
    known date not null, until date, official boolean not null, counted boolean not null, reciprocal boolean not null,
    type plover_type, root varchar, rows integer not null, weighted integer not null, tenths integer not null)`

/**
 * Where the coded rows of a pair are: laid down by pair and day, so that a page of evidence or the witnesses of a pair are found without
 * looking at the rows of others. \`publisher\` only where the day of its report is known.
 */
const DYAD_ROWS = `
  create table dyad_rows (
    pair varchar not null, day date not null, day_to date not null, known date not null, until date, official boolean not null,
    origin varchar not null, publisher varchar, seq bigint not null)`

/** The same for all rows of a day, pairs or not: how much the record saw of the world. */
const WORLD_DAYS = `
  create table world_days (origin varchar not null, day date not null, known date not null, until date, rows integer not null)`

/** The same for all rows between two actors that one of them is in, whoever the other is: how closely the record looked at it. */
const ACTOR_DAYS = `
  create table actor_days (
    actor varchar not null, day date not null, origin varchar not null, known date not null, until date, rows integer not null)`

const ACTOR_DAYS_OF_DYADS = `
  insert into actor_days
  select actor, day, origin, known, until, sum(rows) from (
    select source as actor, day, origin, known, until, rows from dyad_days
    union all select target, day, origin, known, until, rows from dyad_days)
  group by all having sum(rows) <> 0 order by actor, day`

/** Counts of a directed pair and year. */
const PAIR_YEARS = `
  create table pair_years (
    seq bigint not null, origin varchar not null, year integer not null, source varchar not null, target varchar not null,
    verbal_cooperation integer not null, material_cooperation integer not null, verbal_conflict integer not null,
    material_conflict integer not null, file integer not null, line bigint not null, replaced boolean not null)`

/** Reports of events: pages that mention them. The event need not be in the record (yet). */
const MENTIONS = `
  create table mentions (
    origin varchar not null, event varchar not null, day date not null, publisher varchar, url varchar not null, sentence integer,
    confidence integer, file integer not null, line bigint not null)`

/**
 * The inverted index of texts: a line a word and text, and of each text how long it is and when it was to be read. \`coded\` says in which
 * table the row with the number stands.
 */
const TEXTS = `
  create table texts (coded boolean not null, seq bigint not null, length integer not null, known date not null, until date)`
const POSTINGS =
  'create table postings (term varchar not null, coded boolean not null, seq bigint not null, times integer not null)'

const TEXTS_OF_VERSIONS = `
  insert into texts select false, seq, len(string_split(trim(words), ' ')), known, until from versions where trim(words) <> ''`
const POSTINGS_OF_VERSIONS = `
  insert into postings
  select term, false, seq, count(*) from (select seq, unnest(string_split(trim(words), ' ')) as term from versions where trim(words) <> '')
  group by all order by term, seq`

const ROOT = 'coalesce(left(cameo, 2), type)'

const DYAD_DAYS_OF_VERSIONS = `
  insert into dyad_days
  select least(source, target) || '-' || greatest(source, target), day, source, target, origin, known, until, true,
    status in ('occurred', 'ongoing'), reciprocal, type::plover_type, ${ROOT}, count(*), count(goldstein), coalesce(sum(goldstein), 0)
  from versions where target is not null group by all`

const WORLD_DAYS_OF_VERSIONS = `
  insert into world_days select origin, day, known, until, count(*) from versions group by all`

export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'events, aggregates, runs', sql: [RUNS, FILES, REJECTIONS, VERSIONS, PAIR_DAYS] },
  {
    number: 2,
    name: 'events of published data sets, roll-up',
    sql: [
      ...WORDS,
      CODED,
      DYAD_DAYS,
      DYAD_ROWS,
      WORLD_DAYS,
      PAIR_YEARS,
      MENTIONS,
      DYAD_DAYS_OF_VERSIONS,
      WORLD_DAYS_OF_VERSIONS,
    ],
  },
  {
    number: 3,
    name: 'full-text search',
    sql: [TEXTS, POSTINGS, TEXTS_OF_VERSIONS, POSTINGS_OF_VERSIONS],
  },
  { number: 4, name: 'rows of an actor by day', sql: [ACTOR_DAYS, ACTOR_DAYS_OF_DYADS] },
]

export const CURRENT = MIGRATIONS.at(-1)?.number ?? 0
