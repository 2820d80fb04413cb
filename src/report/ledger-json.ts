import type { Argument, Claim, DocumentFacts, LedgerSummary, Receipt, Verdict } from '../domain/index.ts'
import { type AnyClaim, type AnyLedger, isChecked } from './any-ledger.ts'

/** A ledger as the contract's JSON document. Fields are named one by one: their order and their set are a promise. */

const documentOf = (d: DocumentFacts): object => ({
  id: d.id,
  path: d.path,
  title: d.title,
  text: d.text,
  language: d.language,
  genre: d.genre,
  author: d.author,
  affiliation: d.affiliation,
  publisher: d.publisher,
  url: d.url,
  disclaimer: d.disclaimer,
  date:
    d.date === null
      ? null
      : {
          from: d.date.from,
          to: d.date.to,
          basis: d.date.basis,
          reasons: d.date.reasons.map(({ start, end, quote, says }) => ({ start, end, quote, says })),
        },
  boilerplate: d.boilerplate.map(({ start, end, why }) => ({ start, end, why })),
})

const receiptOf = (r: Receipt): object => ({
  ...('event' in r
    ? { event: r.event, day: r.day, ...(r.day_to === undefined ? {} : { day_to: r.day_to }) }
    : { fact: r.fact, from: r.from, to: r.to }),
  known: r.known,
  summary: r.summary,
  bearing: r.bearing,
  sources: r.sources.map(({ publisher, title, url, published, found_later }) => ({
    publisher,
    title,
    url,
    published,
    ...(found_later ? { found_later } : {}),
  })),
})

const verdictOf = ({ as_of, verdict, because, receipts, coverage: c }: Verdict): object => ({
  as_of,
  verdict,
  because,
  receipts: receipts.map(receiptOf),
  coverage:
    c === null
      ? null
      : {
          from: c.from,
          to: c.to,
          pair_events: c.pair_events,
          actor_events: c.actor_events,
          independent_sources: c.independent_sources,
          adequate: c.adequate,
        },
})

const hedgeOf = ({ hedge }: Claim): object | null =>
  hedge === null ? null : { words: hedge.words, start: hedge.start, end: hedge.end, kind: hedge.kind }

const eventOf = ({ event: e }: Claim): object | null =>
  e === null ? null : { type: e.type, cameo: e.cameo, source: e.source, target: e.target, status: e.status }

const timeOf = ({ time: t }: Claim): object | null =>
  t === null ? null : { from: t.from, to: t.to, grain: t.grain, basis: t.basis, mention: t.mention }

/** The fields of the contract, then those of ours that say how the claim was understood. */
const claimOf = (c: AnyClaim): object => ({
  id: c.id,
  sentence: c.sentence,
  start: c.start,
  end: c.end,
  quote: c.quote,
  type: c.type,
  negated: c.negated,
  hedge: hedgeOf(c),
  attribution: {
    to: c.attribution.to,
    actor: c.attribution.actor,
    start: c.attribution.start,
    end: c.attribution.end,
  },
  actors: c.actors.map(({ id, mention, start, end, role }) => ({ id, mention, start, end, role })),
  time: timeOf(c),
  event: eventOf(c),
  due: c.due,
  condition: c.condition === null ? null : { start: c.condition.start, end: c.condition.end, quote: c.condition.quote },
  checkable: c.checkable,
  why_not: c.why_not,
  supports: c.supports,
  ...('verdicts' in c ? { verdicts: c.verdicts.map(verdictOf) } : {}),
  until_document: c.until_document,
  reading: c.reading,
})

const argumentOf = ({ thesis, drivers, conclusions }: Argument): object => ({
  thesis,
  drivers: drivers.map(({ marker, claims }) => ({ marker, claims })),
  conclusions,
})

const summaryOf = ({ sentences, claims, by_type, by_verdict }: LedgerSummary): object => ({
  sentences,
  claims,
  by_type,
  by_verdict,
})

export const ledgerJson = (ledger: AnyLedger): object => ({
  schema: ledger.schema,
  version: ledger.version,
  document: documentOf(ledger.document),
  claims: ledger.claims.map(claimOf),
  argument: argumentOf(ledger.argument),
  ...(isChecked(ledger)
    ? { omissions: ledger.omissions.map(({ says, receipts }) => ({ says, receipts: receipts.map(receiptOf) })) }
    : {}),
  summary: summaryOf(ledger.summary),
})
