import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { recordFailure, usageFailure } from '../domain/index.ts'
import { type AppSettings, BASE, type GuardSettings, makeApp, makeGate } from './app.ts'
import type { Service } from './service.ts'

/** The API on a port: bound, protected from slow clients, and stopped without breaking off what is under way. */

export interface Timeouts {
  /** Until all headers of a request are there. */
  readonly headers: number
  /** Until its body is there too: the largest files of rows come over slow lines. */
  readonly request: number
  /** How long questions under way are waited for when the server stops. */
  readonly grace: number
}

const USUAL: Timeouts = { headers: 10_000, request: 600_000, grace: 10_000 }
const KEEP_ALIVE_MS = 5000
/** How often clients are looked at for being slow. */
const LOOK_EVERY_MS = 1000
const MOST_CONNECTIONS = 256

interface PortSettings {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly timeouts?: Timeouts
}

export type ServeSettings = AppSettings & PortSettings

export interface Serving {
  /** Where it is: `http://127.0.0.1:4117/api/v1`. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const listeningFailure = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return usageFailure(
        `port ${port} of ${host} is taken`,
        'name another with --port, or --port 0 for any that is free',
      )
    case 'EACCES':
      return usageFailure(`port ${port} may not be used`, 'name one above 1023 with --port')
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return usageFailure(`${host} is no address of this machine`, 'leave out --host to serve this machine alone')
    default:
      return error
  }
}

const listen = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', error => reject(listeningFailure(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(recordFailure(`no address for ${host}`))
      else resolve(address)
    })
  })

/** Connections that are kept open for further questions are closed as soon as they fall silent. */
const closed = async (server: Server, grace: number): Promise<void> => {
  const end = new Promise<void>(resolve => server.close(() => resolve()))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const patience = setTimeout(() => server.closeAllConnections(), grace)
  await end
  clearInterval(sweep)
  clearTimeout(patience)
}

const serveAt = async (
  path: string,
  app: { readonly fetch: Parameters<typeof createAdaptorServer>[0]['fetch'] },
  close: () => Promise<void>,
  { host, port, timeouts = USUAL }: PortSettings,
): Promise<Serving> => {
  const server = createAdaptorServer({
    fetch: app.fetch,
    hostname: host,
    serverOptions: {
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, timeouts.headers),
    },
  }) as Server
  server.maxConnections = MOST_CONNECTIONS
  const bound = await listen(server, host, port)
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
  return {
    url: `http://${name}:${bound.port}${path}`,
    stop: async () => {
      const end = closed(server, timeouts.grace)
      await close()
      await end
    },
  }
}

export const serve = async (service: Service, settings: ServeSettings): Promise<Serving> =>
  serveAt(BASE, makeApp(service, settings), service.close, settings)

/** Another protocol on a port of its own. */
export const serveGate = async (
  path: string,
  answer: (request: Request) => Promise<Response>,
  close: () => Promise<void>,
  settings: GuardSettings & PortSettings,
): Promise<Serving> => serveAt(path, makeGate(path, answer, settings), close, settings)
