/** Asks the API of the server that the page came from. What it refuses comes back as one line and a hint, as it says them. */
import { token } from './token.svelte.ts'

export const BASE = '/api/v1'

/** A problem document (RFC 9457), or what stands in for one when no answer came. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly hint: string | null,
  ) {
    super(detail)
  }
}

export interface Asked {
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: string | Blob | FormData
  readonly type?: string
  readonly signal?: AbortSignal
  /** Wishes for a job instead of the answer. */
  readonly asJob?: boolean
  /** Goes out even while the page is being left. */
  readonly keepalive?: boolean
}

const urlOf = (path: string, query: Asked['query'] = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`
}

const problemOf = async (response: Response): Promise<Problem> => {
  const fallback = new Problem(response.status, `the server answered ${response.status}`, 'try again')
  if (!response.headers.get('content-type')?.includes('json')) return fallback
  const said: unknown = await response.json().catch(() => null)
  if (typeof said !== 'object' || said === null || !('detail' in said)) return fallback
  const hint = 'hint' in said && typeof said.hint === 'string' ? said.hint : null
  return new Problem(response.status, String(said.detail), hint)
}

/** The answer as it came; a Problem when it is none. A server that wants a token has the reader asked for it first. */
export const send = async (path: string, asked: Asked = {}): Promise<Response> => {
  const { query, method = 'GET', body, type, signal, asJob = false, keepalive = false } = asked
  const headers = new Headers(type === undefined ? {} : { 'content-type': type })
  if (token.value !== null) headers.set('authorization', `Bearer ${token.value}`)
  if (asJob) headers.set('prefer', 'respond-async')
  const init: RequestInit = {
    method,
    headers,
    keepalive,
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  }
  let response: Response
  try {
    response = await fetch(urlOf(path, query), init)
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Problem(0, 'the server does not answer', 'is “detente serve” still running? Nothing you wrote is lost')
  }
  if (response.ok) return response
  if (response.status !== 401) throw await problemOf(response)
  await token.ask()
  return send(path, asked)
}

/** A document of the API. `T` is one of api/types.ts. */
export const ask = async <T>(path: string, asked?: Asked): Promise<T> => (await send(path, asked)).json() as Promise<T>
