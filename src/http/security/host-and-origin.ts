import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { MiddlewareHandler } from 'hono'
import { HttpFailure } from '../problem.ts'

/**
 * Pages of other sites must not reach a server on this machine through its user's browser. A request has to name the server
 * by an address, by `localhost` or by the machine's own name: a stranger's name that was made to point here (DNS
 * rebinding) is none of these. A request from a page bears an origin, which must be the server's own.
 */

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host)

/** `localhost` of `localhost:4117`, `::1` of `[::1]:4117`; null for what is no host. */
const nameOf = (host: string): string | null => {
  if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.test(host)) return null
  return host
    .replace(/:\d{1,5}$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
}

const originHost = (origin: string): string | null => {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

export const checkHostAndOrigin = (bound: string): MiddlewareHandler => {
  const open = !isLoopback(bound)
  const known = new Set([...LOOPBACK, bound.toLowerCase(), ...(open ? [hostname().toLowerCase()] : [])])
  const isOurs = (name: string): boolean => known.has(name) || isLoopback(name) || (open && isIP(name) !== 0)
  return async (c, next) => {
    const host = c.req.header('Host') ?? new URL(c.req.url).host
    const name = nameOf(host)
    if (name === null || !isOurs(name))
      throw new HttpFailure(
        403,
        'foreign host',
        'this server does not answer to that name',
        'call it by the address that it printed when it started',
      )
    const origin = c.req.header('Origin')
    if (origin !== undefined && originHost(origin) !== host.toLowerCase())
      throw new HttpFailure(
        403,
        'foreign origin',
        'pages of other sites may not ask this server',
        'ask from a page of its own, or from a program',
      )
    await next()
  }
}
