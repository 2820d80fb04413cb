/** The door of http: the API over a record, with or without a port. */
export { type AppSettings, BASE, makeApp } from './app.ts'
export { requireToken } from './security/token.ts'
export { type ServeSettings, type Serving, serve, serveGate } from './server.ts'
export { openService, type Service, type ServiceSettings } from './service.ts'
