import { secureHeaders } from 'hono/secure-headers'

/** What browsers are told of every answer: it is data, never a page, a script or a frame of another site. */
export const dataOnlyHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    sandbox: [],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  crossOriginResourcePolicy: 'same-origin',
  // The server speaks plain HTTP: a promise of TLS would lock its users out.
  strictTransportSecurity: false,
})
