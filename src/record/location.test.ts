import { expect, test } from 'vitest'
import { defaultRecordPath } from './location.ts'

test.each([
  [{ DETENTE_RECORD: 'here.duckdb', XDG_DATA_HOME: '/data', HOME: '/home/a' }, 'here.duckdb'],
  [{ XDG_DATA_HOME: '/data', HOME: '/home/a' }, '/data/detente/record.duckdb'],
  [{ XDG_DATA_HOME: 'relative', HOME: '/home/a' }, '/home/a/.local/share/detente/record.duckdb'],
  [{ DETENTE_RECORD: '', HOME: '/home/a' }, '/home/a/.local/share/detente/record.duckdb'],
])('%j gives %s', (env, path) => expect(defaultRecordPath(env)).toBe(path))
