/** The door of fetch: files from their publishers, politely. */
export { download, type Outcome, type Patience } from './download.ts'
export { FETCH_SOURCES, makePlan, type Plan } from './plan.ts'
export type { Manners } from './request.ts'
export type { FetchSource, OfferedFile } from './source.ts'
