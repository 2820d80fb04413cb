import { expect, test } from 'vitest'
import { Failure } from '../../domain/index.ts'
import { clusterAddress, isClusterAddress, shownRecord } from './address.ts'

test('an address says where, who and over which cluster', () =>
  expect(clusterAddress('clickhouse://ana:p%40ss@db.example:9123/detente?cluster=two', {})).toEqual({
    url: 'http://db.example:9123',
    user: 'ana',
    password: 'p@ss',
    database: 'detente',
    cluster: 'two',
    shown: 'clickhouse://db.example:9123/detente',
  }))

test('what it leaves out: the port of the interface, the password of the environment, one server', () => {
  const env = { DETENTE_CLICKHOUSE_PASSWORD: 'of the environment' }
  expect(clusterAddress('clickhouse://db.example/detente', env)).toMatchObject({
    url: 'http://db.example:8123',
    user: 'default',
    password: 'of the environment',
    cluster: null,
  })
  expect(clusterAddress('clickhouse://db.example/detente?secure=true', {}).url).toBe('https://db.example:8443')
  expect(clusterAddress('clickhouse://u:own@db.example/detente', env).password).toBe('own')
})

test.each([
  'clickhouse://u:hunter2@db.example',
  'clickhouse://u:hunter2@db.example/a/b',
  'clickhouse://u:hunter2@db.example/x;drop',
  "clickhouse://u:hunter2@db.example/x?cluster=a'b",
  'clickhouse://u:hunter2@db.example/x?port=1',
  'clickhouse://u:hunter2@db.example:99999/x',
  'clickhouse://u%ZZ:hunter2@db.example/x',
])('%s is refused without a word of its password', place => {
  try {
    clusterAddress(place, {})
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('hunter2')
  }
})

test('a file is no address, and a record is shown without user and password', () => {
  expect(isClusterAddress('/data/clickhouse.duckdb')).toBe(false)
  expect(shownRecord('/data/record.duckdb')).toBe('/data/record.duckdb')
  expect(shownRecord('clickhouse://u:hunter2@db.example/x')).toBe('clickhouse://db.example:8123/x')
})
