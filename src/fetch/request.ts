import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { inputFailure } from '../domain/index.ts'
import { checkHost, publicLookup } from './address.ts'

export interface Manners {
  readonly allowPrivate: boolean
  readonly signal?: AbortSignal | undefined
  /** Milliseconds; tests shorten them. */
  readonly timeout: number
  readonly agent: string
}

const MAX_REDIRECTS = 5

const send = (url: URL, headers: Record<string, string>, manners: Manners): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(
      url,
      {
        headers: { 'user-agent': manners.agent, 'accept-encoding': 'identity', ...headers },
        lookup: publicLookup(manners.allowPrivate),
        signal: manners.signal,
        timeout: manners.timeout,
      },
      resolve,
    )
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', reject)
    request.end()
  })

/** An answer to GET, redirects followed; of a server's answer nothing is read yet. */
export const get = async (
  address: string,
  headers: Record<string, string>,
  manners: Manners,
): Promise<IncomingMessage> => {
  let url = new URL(address)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!['http:', 'https:'].includes(url.protocol)) throw inputFailure(`${url.href} is neither http nor https`)
    checkHost(url.hostname, manners.allowPrivate)
    const answer = await send(url, headers, manners)
    const { statusCode = 0, headers: said } = answer
    if (![301, 302, 303, 307, 308].includes(statusCode) || said.location === undefined) return answer
    answer.resume()
    url = new URL(said.location, url)
  }
  throw inputFailure(`${address}: redirected more than ${MAX_REDIRECTS} times`)
}
