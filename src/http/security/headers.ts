import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** What browsers are told of every answer: what it may load, run and be part of. */

const NOTHING = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

const withPolicy = (contentSecurityPolicy: Parameters<typeof secureHeaders>[0] & object): MiddlewareHandler =>
  secureHeaders({
    ...contentSecurityPolicy,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'same-origin',
    // The server speaks plain HTTP: a promise of TLS would lock its users out.
    strictTransportSecurity: false,
  })

/** Data is never a page, a script or a frame of another site. */
const data = withPolicy({ contentSecurityPolicy: { ...NOTHING, sandbox: [] } })

/** Reports are pages of text with a style of their own, and quote others: nothing in them runs or is fetched. */
const reports = withPolicy({
  contentSecurityPolicy: { ...NOTHING, styleSrc: ["'unsafe-inline'"], imgSrc: ['data:'], sandbox: [] },
})

/** The page of the server: its own files alone, and no script or style within the markup. */
const page = withPolicy({
  contentSecurityPolicy: {
    ...NOTHING,
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
  },
})

const done = async (): Promise<void> => {}

export const protectiveHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const isReport = c.res.headers.get('Content-Type')?.startsWith('text/html') === true
  const headers = !c.req.path.startsWith('/api/') ? page : isReport ? reports : data
  await headers(c, done)
}
