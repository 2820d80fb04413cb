import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedPath } from '../../shipped/index.ts'
import { Kernel, UNIT } from './kernel-memory.ts'

const wasm = readFileSync(shippedPath('models', 'english', 'kernel.wasm'))
const packageJson = new URL('../../../package.json', import.meta.url)

/** Whole numbers that look random and are the same each time. */
const numbers = (count: number, size: number, seed: number): number[] => {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.round((state / 2 ** 31 - 1) * size)
  })
}

test('the kernel that ships is compiled from kernel.ts', () => {
  const { scripts } = JSON.parse(readFileSync(packageJson, 'utf8')) as { scripts: Record<string, string> }
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
  try {
    const [, ...flags] = (scripts['build:kernel'] ?? '').split(' ')
    const out = join(folder, 'kernel.wasm')
    const asc = new URL('./node_modules/assemblyscript/bin/asc.js', packageJson).pathname
    const args = flags.map(flag => (flag.endsWith('.wasm') ? out : flag))
    execFileSync(process.execPath, [asc, ...args], { cwd: new URL('.', packageJson).pathname })
    expect(readFileSync(out).equals(wasm)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  [1, 4, 8],
  [2, 8, 16],
  [7, 12, 200],
])('%i rows times %i outputs of %i inputs', (m, n, k) => {
  const kernel = new Kernel(wasm)
  const rows = numbers(m * k, UNIT, 1)
  const weights = numbers(n * k, 127, 2)
  const bias = numbers(n, 50, 3)
  const layer = kernel.layer(
    Int8Array.from(weights),
    Float32Array.from({ length: n }, (_, j) => (j + 1) / 1024),
    Float32Array.from(bias),
  )
  const a = kernel.take(m * k * 2)
  kernel.i16.set(rows, a / 2)
  const scales = kernel.floats(Float32Array.from({ length: m }, (_, i) => 1 / 2 ** i))
  const out = kernel.take(m * n * 4)
  kernel.call.multiply(a, k * 2, scales, 4, layer.weights, layer.scales, layer.bias, out, n * 4, m, n, k)
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0
      for (let at = 0; at < k; at++) sum += (rows[i * k + at] as number) * (weights[j * k + at] as number)
      const expected = (sum / 2 ** i) * ((j + 1) / 1024) + (bias[j] as number)
      expect(Math.abs((kernel.f32[out / 4 + i * n + j] as number) - expected)).toBeLessThanOrEqual(
        1e-6 * Math.max(1, Math.abs(expected)),
      )
    }
  }
})

test('rows are held as integers with a scale of their own, negative numbers leaking', () => {
  const kernel = new Kernel(wasm)
  const x = kernel.floats(Float32Array.of(1, -2, 0.5, 0, 0.25, -1, 0.125, 1, ...Array<number>(8).fill(0)))
  const out = kernel.take(32)
  const scales = kernel.take(8)
  kernel.call.quantise(x, 32, out, 16, scales, 2, 8, 0.1)
  const scale = kernel.f32[scales / 4] as number
  const values = [...kernel.i16.subarray(out / 2, out / 2 + 8)].map(value => value * scale)
  ;[1, -0.2, 0.5, 0, 0.25, -0.1, 0.125, 1].forEach((value, i) => {
    expect(values[i]).toBeCloseTo(value, 3)
  })
  expect([...kernel.i16.subarray(out / 2 + 8, out / 2 + 16)]).toEqual(Array(8).fill(0))
})

test.each([false, true])('an LSTM over three sentences equals the textbook, backwards: %s', backwards => {
  const hidden = 8
  const lengths = [4, 2, 1]
  const counts = [3, 2, 1, 1]
  const words = 7
  const gateValues = numbers(words * 4 * hidden, 1000, 5).map(value => value / 500)
  const weights = numbers(4 * hidden * hidden, 127, 6)
  const scale = 1 / 200

  const kernel = new Kernel(wasm)
  const layer = kernel.layer(Int8Array.from(weights), new Float32Array(4 * hidden).fill(scale), null)
  const gates = kernel.floats(Float32Array.from(gateValues))
  const countsAt = kernel.take(16)
  kernel.i32.set(counts, countsAt / 4)
  const unit = kernel.floats(Float32Array.of(1 / UNIT))
  const cell = kernel.take(3 * hidden * 4)
  const out = kernel.take(words * hidden * 2)
  kernel.call.recur(gates, countsAt, 4, hidden, layer.weights, layer.scales, unit, cell, out, hidden * 2, backwards)

  const starts = [0, 3, 5, 6]
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
  lengths.forEach((length, s) => {
    let output = Array<number>(hidden).fill(0)
    let state = Array<number>(hidden).fill(0)
    const steps = Array.from({ length }, (_, i) => (backwards ? length - 1 - i : i))
    for (const step of steps) {
      const row = (starts[step] as number) + s
      const gate = (kind: number, unitAt: number) => {
        const j = kind * hidden + unitAt
        const past = output.reduce((sum, value, i) => sum + value * (weights[j * hidden + i] as number) * scale, 0)
        return (gateValues[row * 4 * hidden + j] as number) + past
      }
      const next = state.map((value, i) => sigmoid(gate(1, i)) * value + sigmoid(gate(0, i)) * Math.tanh(gate(2, i)))
      output = next.map((value, i) => sigmoid(gate(3, i)) * Math.tanh(value))
      state = next
      output.forEach((value, i) => {
        expect((kernel.i16[out / 2 + row * hidden + i] as number) / UNIT).toBeCloseTo(value, 2)
      })
    }
  })
})
