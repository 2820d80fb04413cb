import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { packageVersion } from '../shipped/index.ts'
import { limitText } from './limits.ts'
import { answerFailures, HttpFailure } from './problem.ts'
import { refuseWrongParameters } from './read-parameters.ts'
import { rememberAnswers } from './remembered-answers.ts'
import { briefRoute } from './routes/brief.ts'
import { checkRoute } from './routes/check.ts'
import { checkResultRoute } from './routes/check-result.ts'
import { compareRoute } from './routes/compare.ts'
import { dyadRoute } from './routes/dyad.ts'
import { eventsRoute } from './routes/events.ts'
import { exportRoute } from './routes/export.ts'
import { importRoute } from './routes/import.ts'
import { jobCancelRoute } from './routes/job-cancel.ts'
import { CHECKS, IMPORTS } from './routes/job-kinds.ts'
import { jobProgressRoute } from './routes/job-progress.ts'
import { jobStateRoute } from './routes/job-state.ts'
import { pairsRoute } from './routes/pairs.ts'
import { readRoute } from './routes/read.ts'
import { sampleRoute } from './routes/sample.ts'
import { samplesRoute } from './routes/samples.ts'
import { sourcesRoute } from './routes/sources.ts'
import { statesRoute } from './routes/states.ts'
import { traceRoute } from './routes/trace.ts'
import { turningPointsRoute } from './routes/turning-points.ts'
import { protectiveHeaders } from './security/headers.ts'
import { checkHostAndOrigin } from './security/host-and-origin.ts'
import { limitRate, type Rate, USUAL_RATE } from './security/rate-limit.ts'
import { checkToken, requireToken } from './security/token.ts'
import type { Service } from './service.ts'
import { serveSite } from './site/serve-site.ts'

export interface GuardSettings {
  /** The address that the server is bound to. */
  readonly host: string
  readonly token: string | null
  readonly rate?: Rate
  /** Told of errors that are ours to mend. */
  readonly onDefect: (error: unknown) => void
}

export interface AppSettings extends GuardSettings {
  /** Where the page was built; without it there is the API alone. */
  readonly site?: string
}

export const BASE = '/api/v1'

/** The order of routes in the description of the API. */
const ROUTES = [
  checkRoute,
  jobStateRoute(CHECKS),
  jobProgressRoute(CHECKS),
  jobCancelRoute(CHECKS),
  checkResultRoute,
  readRoute,
  briefRoute,
  dyadRoute,
  turningPointsRoute,
  pairsRoute,
  compareRoute,
  eventsRoute,
  traceRoute,
  sourcesRoute,
  exportRoute,
  statesRoute,
  samplesRoute,
  sampleRoute,
  importRoute,
  jobStateRoute(IMPORTS),
  jobProgressRoute(IMPORTS),
  jobCancelRoute(IMPORTS),
]

/** Questions whose answers cost more to find than to keep. */
const STEADY = ['/brief', '/dyad', '/turning-points', '/pairs', '/compare', '/sources', '/states', '/samples']

const describeAt = (app: OpenAPIHono, token: string | null): void => {
  if (token !== null)
    app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  app.use(`${BASE}/openapi.json`, etag())
  app.doc31(`${BASE}/openapi.json`, {
    openapi: '3.1.0',
    info: {
      title: 'Détente',
      version: packageVersion(),
      description:
        'Analyses of relations between states held against a record of dated, sourced events. Answers are the documents that the command line prints with --json; errors are problem documents (RFC 9457).',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    ...(token === null ? {} : { security: [{ token: [] }] }),
  })
}

/** What a request has to pass stands in order: who asks, how often, then what. `secret`: where the token is asked for. */
const guarded = ({ host, token, rate = USUAL_RATE, onDefect }: GuardSettings, secret: string): OpenAPIHono => {
  requireToken(host, token)
  const app = new OpenAPIHono({ defaultHook: refuseWrongParameters })
  answerFailures(app, onDefect)
  app.use(protectiveHeaders)
  app.use(limitRate(rate))
  app.use(checkHostAndOrigin(host))
  app.use(secret, checkToken(token))
  app.use(compress())
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        throw new HttpFailure(
          405,
          'wrong method',
          `${c.req.path} does not take ${c.req.method}`,
          `it takes ${methods.join(', ')}`,
          {
            Allow: methods.join(', '),
          },
        )
      },
    }),
  )
  return app
}

/** The API, and the page beside it, which holds nothing secret. */
export const makeApp = (service: Service, settings: AppSettings): OpenAPIHono => {
  const app = guarded(settings, '/api/*')
  for (const path of STEADY) app.use(`${BASE}${path}`, etag(), rememberAnswers(service.record))
  for (const route of ROUTES) route(app, service)
  describeAt(app, settings.token)
  if (settings.site !== undefined) serveSite(app, settings.site)
  return app
}

/** Another protocol at one address, under the same rules. */
export const makeGate = (
  path: string,
  answer: (request: Request) => Promise<Response>,
  settings: GuardSettings,
): OpenAPIHono => {
  const app = guarded(settings, '*')
  app.use(path, limitText)
  app.all(path, c => answer(c.req.raw))
  return app
}
