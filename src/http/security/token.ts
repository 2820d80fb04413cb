import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { usageFailure } from '../../domain/index.ts'
import { HttpFailure } from '../problem.ts'
import { isLoopback } from './host-and-origin.ts'

/** Who may ask: anyone on this machine, or whoever knows the token. */

/** Shorter ones can be guessed in the time that a server runs. */
const SHORTEST = 16

/** Refuses to serve others without a token, before anything is opened. */
export const requireToken = (host: string, token: string | null): void => {
  if (token === null && !isLoopback(host))
    throw usageFailure(
      `serving at ${host} lets others in and needs a token`,
      'add --token with a long random word, as from: openssl rand -hex 24',
    )
  if (token !== null && !/^[\w.~+/=-]+$/.test(token))
    throw usageFailure('the token holds characters that no header may carry', 'use letters, digits and - . _ ~ + / =')
  if (token !== null && token.length < SHORTEST)
    throw usageFailure(`a token needs at least ${SHORTEST} characters`, 'make one with: openssl rand -hex 24')
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Digests are compared, so that neither where a guess goes wrong nor how long the token is shows in the time taken. */
export const checkToken = (token: string | null): MiddlewareHandler => {
  const wanted = token === null ? null : digest(token)
  return async (c, next) => {
    if (wanted !== null) {
      const given = /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1]
      if (!timingSafeEqual(wanted, digest(given ?? '')))
        throw new HttpFailure(
          401,
          'not allowed',
          given === undefined ? 'this server asks for a token' : 'that is not the token of this server',
          'send the header Authorization: Bearer TOKEN, with the token that the server was started with',
          { 'WWW-Authenticate': 'Bearer realm="detente"' },
        )
    }
    await next()
  }
}
