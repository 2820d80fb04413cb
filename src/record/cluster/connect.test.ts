import { expect, test } from 'vitest'
import { clickhouse } from '../dialect.ts'
import { withTypedParameters } from './connect.ts'

test('parameters get the types of their values, and stay text inside literals', () =>
  expect(
    withTypedParameters("select $a, $n, $f, $b where x = '$a' and y = 'it''s \\' $a' and z = $other", {
      a: 'text',
      n: 3,
      f: 0.5,
      b: true,
    }),
  ).toBe(
    "select {a:Nullable(String)}, {n:Int64}, {f:Float64}, {b:Bool} where x = '$a' and y = 'it''s \\' $a' and z = $other",
  ))

test('a literal holds quotes and backslashes, whatever follows them', () => {
  const hard = "\\' or $a = '' -- "
  expect(clickhouse.literal(hard)).toBe("'\\\\\\' or $a = \\'\\' -- '")
  expect(withTypedParameters(`select ${clickhouse.literal(hard)}, $a`, { a: 'x' })).toBe(
    `select ${clickhouse.literal(hard)}, {a:Nullable(String)}`,
  )
})
