import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A server of current ClickHouse on loopback, see `chdb-server.mjs`. */
export interface Served {
  /** `clickhouse://127.0.0.1:PORT/name` */
  readonly address: (database: string) => string
  readonly stop: () => Promise<void>
}

/** `config`: a file of settings of the server, for one that has a cluster. */
export const serveChdb = async (chdb: string, data: string, config?: string): Promise<Served> => {
  const script = fileURLToPath(new URL('chdb-server.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, chdb, data, ...(config ? [config] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    address: database => `clickhouse://127.0.0.1:${String(port).trim()}/${database}`,
    stop: async () => {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}
