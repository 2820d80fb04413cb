import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { answerNotFound } from '../problem.ts'
import { readSite, type SiteFile } from './files.ts'
import { NOT_BUILT } from './not-built.ts'

/** The built page at `/`. It holds nothing of the record: that it asks of the API, with the token where one is needed. */

/** Addresses that the page itself tells apart, so that each can be opened, kept and sent. */
const SCREENS = ['/', '/read', '/read/', '/pair/*', '/overview', '/overview/', '/data', '/data/']

const CACHING = {
  /** Never asked for again. */
  hashed: 'public, max-age=31536000, immutable',
  /** Kept, but asked for each time whether it still holds: a new build has to be seen at once. */
  named: 'no-cache',
}

const takesGzip = (c: Context): boolean => /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')

const send = (c: Context, file: SiteFile, status: 200 | 404 = 200): Response => {
  c.status(status)
  c.header('Content-Type', file.type)
  c.header('Cache-Control', file.isHashed ? CACHING.hashed : CACHING.named)
  if (file.packed === null) return c.body(file.bytes)
  c.header('Vary', 'Accept-Encoding')
  if (!takesGzip(c)) return c.body(file.bytes)
  c.header('Content-Encoding', 'gzip')
  return c.body(file.packed)
}

/** An address typed by hand; programs, and the page's own scripts, take anything. */
const isTyped = ({ req }: Context): boolean =>
  req.method === 'GET' && !req.path.startsWith('/api/') && /\btext\/html\b/.test(req.header('Accept') ?? '')

/** `folder`: where the page was built. */
export const serveSite = (app: OpenAPIHono, folder: string): void => {
  const files = readSite(folder)
  const index = files?.find(({ address }) => address === '/index.html')
  const tagged = etag()
  for (const screen of SCREENS)
    app.get(screen, tagged, c => {
      if (index) return send(c, index)
      c.header('Cache-Control', 'no-store')
      return c.html(NOT_BUILT, 503)
    })
  // The page says what there is not, and leads to what there is.
  app.notFound(c => (index && isTyped(c) ? send(c, index, 404) : answerNotFound(c)))
  for (const file of files ?? []) app.get(file.address, tagged, c => send(c, file))
}
