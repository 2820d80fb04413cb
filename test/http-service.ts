import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppSettings, makeApp, openService, type Service, type ServiceSettings } from '../src/http/index.ts'
import { ensureRecord } from '../src/record/index.ts'

/** The API without a port, on a record of its own; defects are kept, for a test to say that there were none. */

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // Documents are looked into by the tests that know what they asked for.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
  readonly json: any
}

export interface Api {
  readonly service: Service
  readonly record: string
  readonly defects: unknown[]
  readonly ask: (path: string, init?: RequestInit) => Promise<Answered>
  readonly check: (text: string, query?: string) => Promise<Answered>
  /** Sends a file and follows it to its end. */
  readonly import: (content: string, query?: string) => Promise<Answered>
  /** The same service under other rules. */
  readonly under: (settings: Partial<AppSettings>) => Api['ask']
  /** The answer as it comes, for what is packed or streamed. */
  readonly raw: (settings: Partial<AppSettings>) => (path: string, init?: RequestInit) => Promise<Response>
  readonly close: () => Promise<void>
}

/** As the tests go faster than any client. */
const NO_RATE = { burst: 1_000_000, perSecond: 1_000_000 }

const read = async (response: Response): Promise<Answered> => {
  const text = await response.text()
  const isJson = /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : null,
  }
}

export const openApi = async (settings: Omit<ServiceSettings, 'onDefect'> = {}): Promise<Api> => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-http-'))
  const record = join(folder, 'record.duckdb')
  await ensureRecord(record)
  const defects: unknown[] = []
  const onDefect = (error: unknown): void => void defects.push(error)
  const service = openService(record, { onDefect, ...settings })
  const raw: Api['raw'] = rules => {
    const app = makeApp(service, { host: '127.0.0.1', token: null, rate: NO_RATE, onDefect, ...rules })
    return async (path, init) => app.request(new Request(new URL(path, 'http://127.0.0.1:4117'), init))
  }
  const under: Api['under'] = rules => {
    const ask = raw(rules)
    return async (path, init) => read(await ask(path, init))
  }
  const ask = under({})
  return {
    service,
    record,
    defects,
    ask,
    under,
    raw,
    check: (text, query = '') =>
      ask(`/api/v1/check${query}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: text }),
    import: async (content, query = '?name=rows.jsonl') => {
      const begun = await ask(`/api/v1/import${query}`, { method: 'POST', body: content })
      if (begun.status !== 202) return begun
      const followed = await ask(`${begun.headers.get('location')}/progress`)
      const last = followed.text.trimEnd().split('\n').at(-1) ?? ''
      return { ...followed, json: JSON.parse(last.replace(/^data: /, '')) }
    },
    close: async () => {
      await service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
