import { usageFailure } from '../../domain/index.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where a record on a cluster is, and who asks. */
export interface ClusterAddress {
  /** Of the HTTP interface, without user and password. */
  readonly url: string
  readonly user: string
  readonly password: string
  readonly database: string
  /** The cluster, as the servers' configuration names it, over which the tables are spread; null: one server alone. */
  readonly cluster: string | null
  /** What may be printed: no user, no password. */
  readonly shown: string
}

const SCHEME = 'clickhouse:'
const FORM = 'clickhouse://[USER@]HOST[:PORT]/DATABASE[?cluster=NAME][&secure=true]'
const PORTS = { http: '8123', https: '8443' } as const
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

export const isClusterAddress = (record: string): boolean => record.toLowerCase().startsWith('clickhouse://')

const wrong = (what: string): never => {
  throw usageFailure(
    `the address of the cluster ${what}`,
    `write ${FORM}; the password belongs in $DETENTE_CLICKHOUSE_PASSWORD`,
  )
}

const nameIn = (text: string, what: string): string =>
  NAME.test(text)
    ? text
    : wrong(`${text === '' ? `names no ${what}` : `names a ${what} with other characters than letters, digits and _`}`)

const parsed = (text: string): URL => {
  try {
    return new URL(text)
  } catch {
    return wrong('cannot be read')
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return wrong('has a user or a password that is badly encoded')
  }
}

/** Reads an address. It may hold a password, so no error repeats it. */
export const clusterAddress = (text: string, env: Environment): ClusterAddress => {
  const url = parsed(text)
  if (url.protocol !== SCHEME || url.hostname === '') wrong('names no host')
  for (const key of url.searchParams.keys())
    if (key !== 'cluster' && key !== 'secure') wrong(`has an unknown option ${JSON.stringify(key)}`)
  const secure = url.searchParams.get('secure') ?? 'false'
  if (secure !== 'true' && secure !== 'false') wrong('says secure, but neither true nor false')
  const protocol = secure === 'true' ? 'https' : 'http'
  const host = `${url.hostname}:${url.port || PORTS[protocol]}`
  const database = nameIn(url.pathname.replace(/^\//, ''), 'database')
  const cluster = url.searchParams.get('cluster')
  return {
    url: `${protocol}://${host}`,
    user: decoded(url.username) || 'default',
    password: decoded(url.password) || (env.DETENTE_CLICKHOUSE_PASSWORD ?? ''),
    database,
    cluster: cluster === null ? null : nameIn(cluster, 'cluster'),
    shown: `clickhouse://${host}/${database}`,
  }
}

/** A record as it may be printed. */
export const shownRecord = (place: string): string =>
  isClusterAddress(place) ? clusterAddress(place, {}).shown : place
