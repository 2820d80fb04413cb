/**
 * The arithmetic of the network, in AssemblyScript: products of 16-bit rows with weights of 8 bits (held as 16), and the LSTM's
 * gates. Plain WebAssembly SIMD, so that every machine computes the same bits. The caller lays out the memory; strides are in
 * bytes, row lengths are multiples of 8, numbers of outputs multiples of 4.
 */

/** Numbers between -1 and 1 are held as integers up to this; 512 products with 8-bit weights stay within 32 bits. */
const UNIT: f32 = 8191

/** The four sums of four vectors of four. */
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(i8x16.shuffle(a, b, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23), i8x16.shuffle(a, b, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31))
  const cd = i32x4.add(i8x16.shuffle(c, d, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23), i8x16.shuffle(c, d, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31))
  return i32x4.add(i8x16.shuffle(ab, cd, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23), i8x16.shuffle(ab, cd, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31))
}

@inline
function finish(total: v128, rowScale: f32, scale: v128, bias: usize, out: usize): void {
  const product = f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(total), f32x4.splat(rowScale)), scale)
  v128.store(out, f32x4.add(product, v128.load(bias ? bias : out)))
}

/**
 * out[i][j] = scale(i) * weightScale[j] * (a[i] · w[j]) + bias[j], for m rows, n outputs, k products. Without a bias, the products
 * are added to what `out` holds. `scaleStep` is 0 when all rows share a scale, else 4.
 */
export function multiply(a: usize, aStride: usize, scales: usize, scaleStep: usize, w: usize, weightScales: usize, bias: usize, out: usize, outStride: usize, m: i32, n: i32, k: i32): void {
  const wStride: usize = <usize>k * 2
  for (let j = 0; j < n; j += 4) {
    const w0: usize = w + <usize>j * wStride
    const w1 = w0 + wStride
    const w2 = w1 + wStride
    const w3 = w2 + wStride
    const scale = v128.load(weightScales + (<usize>j << 2))
    const biasHere: usize = bias ? bias + (<usize>j << 2) : 0
    let row = a
    let rowScale = scales
    let to: usize = out + (<usize>j << 2)
    let i = 0
    for (; i + 2 <= m; i += 2) {
      let p0 = i32x4.splat(0), p1 = i32x4.splat(0), p2 = i32x4.splat(0), p3 = i32x4.splat(0)
      let q0 = i32x4.splat(0), q1 = i32x4.splat(0), q2 = i32x4.splat(0), q3 = i32x4.splat(0)
      const next = row + aStride
      for (let at: usize = 0; at < wStride; at += 16) {
        const x = v128.load(row + at)
        const y = v128.load(next + at)
        const v0 = v128.load(w0 + at)
        p0 = i32x4.add(p0, i32x4.dot_i16x8_s(x, v0))
        q0 = i32x4.add(q0, i32x4.dot_i16x8_s(y, v0))
        const v1 = v128.load(w1 + at)
        p1 = i32x4.add(p1, i32x4.dot_i16x8_s(x, v1))
        q1 = i32x4.add(q1, i32x4.dot_i16x8_s(y, v1))
        const v2 = v128.load(w2 + at)
        p2 = i32x4.add(p2, i32x4.dot_i16x8_s(x, v2))
        q2 = i32x4.add(q2, i32x4.dot_i16x8_s(y, v2))
        const v3 = v128.load(w3 + at)
        p3 = i32x4.add(p3, i32x4.dot_i16x8_s(x, v3))
        q3 = i32x4.add(q3, i32x4.dot_i16x8_s(y, v3))
      }
      finish(sums(p0, p1, p2, p3), load<f32>(rowScale), scale, biasHere, to)
      finish(sums(q0, q1, q2, q3), load<f32>(rowScale + scaleStep), scale, biasHere, to + outStride)
      row = next + aStride
      rowScale += scaleStep << 1
      to += outStride << 1
    }
    if (i < m) {
      let p0 = i32x4.splat(0), p1 = i32x4.splat(0), p2 = i32x4.splat(0), p3 = i32x4.splat(0)
      for (let at: usize = 0; at < wStride; at += 16) {
        const x = v128.load(row + at)
        p0 = i32x4.add(p0, i32x4.dot_i16x8_s(x, v128.load(w0 + at)))
        p1 = i32x4.add(p1, i32x4.dot_i16x8_s(x, v128.load(w1 + at)))
        p2 = i32x4.add(p2, i32x4.dot_i16x8_s(x, v128.load(w2 + at)))
        p3 = i32x4.add(p3, i32x4.dot_i16x8_s(x, v128.load(w3 + at)))
      }
      finish(sums(p0, p1, p2, p3), load<f32>(rowScale), scale, biasHere, to)
    }
  }
}

/** Rows of floats become rows of 16-bit integers, each with its own scale. Negative numbers are first multiplied by `leak`. */
export function quantise(x: usize, xStride: usize, out: usize, outStride: usize, scales: usize, m: i32, k: i32, leak: f32): void {
  const leaks = f32x4.splat(leak)
  const length: usize = <usize>k << 2
  for (let i = 0; i < m; i++) {
    let most = f32x4.splat(0)
    for (let at: usize = 0; at < length; at += 16) {
      const value = v128.load(x + at)
      most = f32x4.max(most, f32x4.abs(f32x4.max(value, f32x4.mul(value, leaks))))
    }
    const largest = max(max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)), max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3))), <f32>1e-9)
    const factor = f32x4.splat(UNIT / largest)
    store<f32>(scales + (<usize>i << 2), largest / UNIT)
    for (let at: usize = 0; at < length; at += 32) {
      const low = v128.load(x + at)
      const high = v128.load(x + at + 16)
      const lowInt = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(f32x4.max(low, f32x4.mul(low, leaks)), factor)))
      const highInt = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(f32x4.max(high, f32x4.mul(high, leaks)), factor)))
      v128.store(out + (at >> 1), i16x8.narrow_i32x4_s(lowInt, highInt))
    }
    x += xStride
    out += outStride
  }
}

/** 1 / (1 + e^-x): e^y as 2^n times a polynomial in the rest. */
@inline
function sigmoid(x: v128): v128 {
  const y = f32x4.mul(f32x4.max(f32x4.min(x, f32x4.splat(40)), f32x4.splat(-40)), f32x4.splat(-1.4426950408889634))
  const whole = f32x4.nearest(y)
  const rest = f32x4.sub(y, whole)
  let power = f32x4.splat(0.0013333558)
  power = f32x4.add(f32x4.mul(power, rest), f32x4.splat(0.009618129))
  power = f32x4.add(f32x4.mul(power, rest), f32x4.splat(0.05550411))
  power = f32x4.add(f32x4.mul(power, rest), f32x4.splat(0.24022651))
  power = f32x4.add(f32x4.mul(power, rest), f32x4.splat(0.6931472))
  power = f32x4.add(f32x4.mul(power, rest), f32x4.splat(1))
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23)
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(power, exponent)))
}

@inline
function tanh(x: v128): v128 {
  return f32x4.sub(f32x4.mul(sigmoid(f32x4.add(x, x)), f32x4.splat(2)), f32x4.splat(1))
}

/** Four cells of one word: gates (in, forget, new, out; `size` bytes apart) and the cell before; gives the cell and the output. */
@inline
function cells(gates: usize, size: usize, cell: usize): v128 {
  const keep = f32x4.mul(sigmoid(v128.load(gates + size)), v128.load(cell))
  const value = f32x4.add(keep, f32x4.mul(sigmoid(v128.load(gates)), tanh(v128.load(gates + 2 * size))))
  v128.store(cell, value)
  const output = f32x4.mul(sigmoid(v128.load(gates + 3 * size)), tanh(value))
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(output, f32x4.splat(UNIT))))
}

/**
 * One direction of an LSTM over a batch. Rows of words stand step by step, within a step the longest sentence first: `counts` tells
 * how many sentences each step still has. `gates` holds the inputs' part and is used up; outputs go to `out`.
 */
export function recur(gates: usize, counts: usize, steps: i32, hidden: i32, w: usize, weightScales: usize, unitScale: usize, cell: usize, out: usize, outStride: usize, backwards: bool): void {
  const gateStride: usize = <usize>hidden << 4
  const size: usize = <usize>hidden << 2
  let total = 0
  for (let step = 0; step < steps; step++) total += load<i32>(counts + (<usize>step << 2))
  let before = 0
  let countBefore = 0
  let at = backwards ? total : 0
  memory.fill(cell, 0, size * <usize>load<i32>(counts))
  for (let turn = 0; turn < steps; turn++) {
    const count = load<i32>(counts + (<usize>(backwards ? steps - 1 - turn : turn) << 2))
    if (backwards) at -= count
    const here = gates + <usize>at * gateStride
    if (turn > 0) multiply(out + <usize>before * outStride, outStride, unitScale, 0, w, weightScales, 0, here, gateStride, min(count, countBefore), hidden << 2, hidden)
    for (let i = 0; i < count; i++) {
      const gate = here + <usize>i * gateStride
      const state = cell + <usize>i * size
      const to = out + <usize>(at + i) * outStride
      for (let unit: usize = 0; unit < size; unit += 32) {
        const low = cells(gate + unit, size, state + unit)
        const high = cells(gate + unit + 16, size, state + unit + 16)
        v128.store(to + (unit >> 1), i16x8.narrow_i32x4_s(low, high))
      }
    }
    before = at
    countBefore = count
    if (!backwards) at += count
  }
}

/** Scores of relations: for each word and relation, its row `left` (relations of `k`, then one number a relation) with its head's row. */
export function pair(left: usize, leftStride: usize, heads: usize, rows: usize, out: usize, outStride: usize, m: i32, relations: i32, k: i32): void {
  const length: usize = <usize>k << 2
  const constants: usize = <usize>relations * length
  for (let i = 0; i < m; i++) {
    const head = heads + <usize>load<i32>(rows + (<usize>i << 2)) * length
    for (let r = 0; r < relations; r++) {
      const from = left + <usize>r * length
      let sum = f32x4.splat(0)
      for (let at: usize = 0; at < length; at += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(from + at), v128.load(head + at)))
      const total = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
      store<f32>(out + (<usize>r << 2), total + load<f32>(left + constants + (<usize>r << 2)))
    }
    left += leftStride
    out += outStride
  }
}

/** Negative numbers are multiplied by `leak`, in place. */
export function leakyRelu(x: usize, count: i32, leak: f32): void {
  const leaks = f32x4.splat(leak)
  for (let at: usize = 0; at < <usize>count << 2; at += 16) {
    const value = v128.load(x + at)
    v128.store(x + at, f32x4.max(value, f32x4.mul(value, leaks)))
  }
}
