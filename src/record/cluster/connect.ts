import { createReadStream } from 'node:fs'
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import { recordFailure } from '../../domain/index.ts'
import { clickhouse } from '../dialect.ts'
import type { SqlEngine } from '../sql-engine.ts'
import type { Parameter, Parameters } from '../sql-text.ts'
import type { ClusterAddress } from './address.ts'
import { clusterFailure } from './failure.ts'

/** A cluster that is asked, and, by a push, filled. */
export interface ClusterEngine extends SqlEngine {
  readonly address: ClusterAddress
  command(sql: string): Promise<void>
  insertParquet(table: string, columns: readonly string[], file: string): Promise<void>
  insertRows(table: string, rows: readonly Readonly<Record<string, Parameter>>[]): Promise<void>
}

/** SQL as its standard has it, where ClickHouse has ways of its own. */
const AS_STANDARD: ClickHouseSettings = {
  join_use_nulls: 1,
  group_by_use_nulls: 1,
  aggregate_functions_null_for_empty: 1,
  cast_keep_nullable: 1,
  transform_null_in: 0,
  prefer_column_name_to_alias: 1,
  union_default_mode: 'ALL',
  count_distinct_implementation: 'uniqExact',
  output_format_json_quote_64bit_integers: 1,
}

/** Less data is an error, never a shorter answer, whatever the user's profile says. */
export const NEVER_LESS: ClickHouseSettings = {
  skip_unavailable_shards: 0,
  fallback_to_stale_replicas_for_distributed_queries: 0,
  distributed_product_mode: 'global',
  read_overflow_mode: 'throw',
  read_overflow_mode_leaf: 'throw',
  group_by_overflow_mode: 'throw',
  sort_overflow_mode: 'throw',
  result_overflow_mode: 'throw',
  distinct_overflow_mode: 'throw',
  set_overflow_mode: 'throw',
  join_overflow_mode: 'throw',
  transfer_overflow_mode: 'throw',
  timeout_overflow_mode: 'throw',
  // An error in the midst of an answer comes as an error instead of as an answer that breaks off.
  wait_end_of_query: 1,
}

/** What is inserted stands on its shards when the insert is over, as one piece. */
const INSERTED: ClickHouseSettings = {
  distributed_foreground_insert: 1,
  async_insert: 0,
  insert_deduplicate: 0,
}

const LONG_LISTS: ClickHouseSettings = { max_query_size: '67108864', max_ast_elements: '10000000' }

/** The oldest that knows all this SQL; older ones are refused before they misread it. */
const OLDEST = [24, 3] as const

const HALF_AN_HOUR = 1_800_000

const typeOf = (value: Parameter): string => {
  if (typeof value === 'number') return Number.isInteger(value) ? 'Int64' : 'Float64'
  return typeof value === 'boolean' ? 'Bool' : 'Nullable(String)'
}

/** `$name` outside literals becomes ClickHouse's `{name:Type}`. */
export const withTypedParameters = (sql: string, parameters: Parameters): string =>
  sql.replaceAll(/'(?:[^'\\]|\\.)*'|\$(\w+)/gs, (whole, name: string | undefined) =>
    name === undefined || !(name in parameters) ? whole : `{${name}:${typeOf(parameters[name] as Parameter)}}`,
  )

interface Answer {
  readonly meta: readonly { readonly name: string }[]
  readonly data: readonly (readonly unknown[])[]
}

const asRows = <Row>({ meta, data }: Answer): Row[] => {
  const names = meta.map(({ name }) => name)
  return data.map(values => Object.fromEntries(names.map((name, i) => [name, values[i]])) as Row)
}

const engineOf = (address: ClusterAddress, client: ClickHouseClient): ClusterEngine => {
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw clusterFailure(address.shown, error)
    }
  }
  const ask = (sql: string, parameters: Parameters): Promise<Answer> =>
    told(async () => {
      const answer = await client.query({
        query: withTypedParameters(sql, parameters),
        query_params: { ...parameters },
        format: 'JSONCompact',
      })
      return answer.json<readonly unknown[]>() as Promise<Answer>
    })
  return {
    address,
    dialect: clickhouse,
    rows: async <Row>(sql: string, parameters: Parameters = {}) => asRows<Row>(await ask(sql, parameters)),
    columns: async (sql, parameters = {}) => {
      const { meta, data } = await ask(sql, parameters)
      return meta.map((_, i) => data.map(row => row[i]))
    },
    command: sql => told(async () => void (await client.command({ query: sql }))),
    insertParquet: (table, columns, file) =>
      told(async () => {
        const [first = '', ...rest] = columns
        await client.insert({
          table,
          columns: [first, ...rest],
          values: createReadStream(file),
          format: 'Parquet',
          clickhouse_settings: INSERTED,
        })
      }),
    insertRows: (table, rows) =>
      told(
        async () =>
          void (await client.insert({
            table,
            values: [...rows],
            format: 'JSONEachRow',
            clickhouse_settings: INSERTED,
          })),
      ),
    close: () => client.close(),
  }
}

const requireVersion = async (engine: ClusterEngine): Promise<void> => {
  const [found] = await engine.rows<{ version: string }>('select version() as version')
  const [major = 0, minor = 0] = (found?.version ?? '').split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw recordFailure(
    `the cluster ${engine.address.shown} runs ClickHouse ${found?.version}, which is too old`,
    `${OLDEST.join('.')} or later is needed`,
  )
}

/** `database` null: for what is asked before the record's own is there. */
export const connectCluster = async (address: ClusterAddress, database: string | null): Promise<ClusterEngine> => {
  const { ClickHouseLogLevel, createClient } = await import('@clickhouse/client')
  const client = createClient({
    url: address.url,
    username: address.user,
    password: address.password,
    ...(database === null ? {} : { database }),
    application: 'detente',
    request_timeout: HALF_AN_HOUR,
    // A question that was thought about for long would be put down a line that the server has closed meanwhile.
    keep_alive: { enabled: false },
    clickhouse_settings: { ...AS_STANDARD, ...NEVER_LESS, ...LONG_LISTS },
    log: { level: ClickHouseLogLevel.OFF },
  })
  const engine = engineOf(address, client)
  try {
    await requireVersion(engine)
    return engine
  } catch (error) {
    await engine.close()
    throw error
  }
}
