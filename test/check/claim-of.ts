import type { ActorId, Claim, ClaimEvent, ClaimTime, ClaimType, Day, Ledger, Reading } from '../../src/domain/index.ts'

/** What a test says of a claim; the rest is filled as a reader would. */
export interface ClaimSketch extends Partial<Omit<Claim, 'type' | 'quote' | 'actors' | 'event' | 'time' | 'reading'>> {
  readonly type: ClaimType
  readonly quote: string
  /** Ids in order: the first acts, the second is acted on, others are spoken of. */
  readonly actors?: readonly ActorId[]
  readonly event?: Partial<ClaimEvent>
  /** "2014-04-01/2014-04-10", stated in the text. */
  readonly when?: string
  readonly time?: ClaimTime
  readonly reading?: Reading
}

const ROLES = ['source', 'target'] as const

const timeOf = (when: string): ClaimTime => {
  const [from = null, to = from] = when.split('/')
  const grain = from === to ? 'day' : 'month'
  return { from, to, grain, basis: 'stated', mention: when }
}

const EVENT: ClaimEvent = { type: null, cameo: null, source: null, target: null, status: 'occurred' }

/** A claim at a place of its own in the text. */
export const claimOf = ({ when, time, actors = [], event, reading, ...sketch }: ClaimSketch, at = 0): Claim => ({
  id: `c${at + 1}`,
  sentence: at,
  start: at * 1000,
  end: at * 1000 + sketch.quote.length,
  negated: false,
  hedge: null,
  attribution: { to: 'author', actor: null, start: 0, end: 0 },
  due: null,
  condition: null,
  checkable: true,
  why_not: null,
  supports: [],
  until_document: false,
  ...sketch,
  actors: actors.map((id, i) => ({ id, mention: '', start: at * 1000, end: at * 1000, role: ROLES[i] ?? 'about' })),
  time: time ?? (when === undefined ? null : timeOf(when)),
  event: event ? { ...EVENT, ...event } : null,
  reading: reading ?? { kind: 'words', terms: [] },
})

/** A ledger of claims; `date` null: a document without a date. */
export const ledgerOf = (
  sketches: readonly ClaimSketch[],
  date: Day | null,
  document: Partial<Ledger['document']> = {},
): Ledger => {
  const claims = sketches.map(claimOf)
  return {
    schema: 'detente.ledger/1',
    version: '0.1.0',
    document: {
      id: 'sha256:0',
      path: 'analysis.txt',
      title: null,
      text: claims.map(c => c.quote).join('\n'),
      language: 'en',
      genre: 'analysis',
      author: null,
      affiliation: null,
      publisher: null,
      url: null,
      disclaimer: null,
      date: date === null ? null : { from: date, to: date, basis: 'given', reasons: [] },
      boilerplate: [],
      ...document,
    },
    claims,
    argument: { thesis: null, drivers: [], conclusions: [] },
    summary: { sentences: claims.length, claims: claims.length, by_type: {}, by_verdict: {} },
  }
}

/** A dated or datable act, read as one. */
export const act = (
  terms: readonly string[],
  people: readonly string[] = [],
  places: readonly string[] = [],
): Reading => ({ kind: 'act', people, places, terms })

/** Relations of a pair: how they stand, where they go, when they turned. */
export const relation = (
  pair: readonly [ActorId, ActorId | null],
  aspect: 'level' | 'trend' | 'turn',
  valence: -1 | 0 | 1,
): Reading => ({ kind: 'relation', pair, aspect, valence })
