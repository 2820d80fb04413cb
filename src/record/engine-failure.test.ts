import { expect, test } from 'vitest'
import { Failure } from '../domain/index.ts'
import { openingFailure, queryFailure } from './engine-failure.ts'

// What the engine says, as measured on 1.5.6.
const LOCKED = `IO Error: Could not set lock on file "/r.duckdb": Conflicting lock is held in /usr/bin/node (PID 4711). See also https://duckdb.org`
const NEWER =
  'IO Error: Trying to read a database file with version number 9999, but we can only read versions between 64 and 68.\nThe database file was created with a newer version of DuckDB.'

test.each([
  [LOCKED, 'process 4711'],
  [NEWER, 'newer version'],
  ['IO Error: Could not write file "/r.duckdb": No space left on device', 'no space left'],
  ['IO Error: Cannot open file "/r.duckdb": Permission denied', 'no permission'],
])('%s', (message, says) => {
  const failure = openingFailure('/r.duckdb', new Error(message))
  expect([failure.exitCode, failure.message]).toEqual([4, expect.stringContaining(says)])
})

test('an error that is not about the file stays what it is: a defect of ours', () => {
  const error = new Error('Binder Error: no such column')
  expect(queryFailure('/r.duckdb', error)).toBe(error)
})

test('a failure that was said already is not said again in other words', () => {
  const failure = new Failure(3, 'said')
  expect(queryFailure('/r.duckdb', failure)).toBe(failure)
})
