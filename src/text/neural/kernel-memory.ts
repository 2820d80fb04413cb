/** The kernel's functions and its memory, handed out once from the bottom up: weights first, then room for one batch. */

interface KernelFunctions {
  multiply(
    a: number,
    aStride: number,
    scales: number,
    scaleStep: number,
    w: number,
    weightScales: number,
    bias: number,
    out: number,
    outStride: number,
    m: number,
    n: number,
    k: number,
  ): void
  quantise(
    x: number,
    xStride: number,
    out: number,
    outStride: number,
    scales: number,
    m: number,
    k: number,
    leak: number,
  ): void
  recur(
    gates: number,
    counts: number,
    steps: number,
    hidden: number,
    w: number,
    weightScales: number,
    unitScale: number,
    cell: number,
    out: number,
    outStride: number,
    backwards: boolean,
  ): void
  pair(
    left: number,
    leftStride: number,
    heads: number,
    rows: number,
    out: number,
    outStride: number,
    m: number,
    relations: number,
    k: number,
  ): void
  leakyRelu(x: number, count: number, leak: number): void
}

/** Numbers between -1 and 1 are held as integers up to this; as in `kernel/kernel.ts`. */
export const UNIT = 8191

/** A layer's weights in the kernel's memory: addresses, and how many outputs of how many inputs. */
export interface Layer {
  readonly weights: number
  readonly scales: number
  readonly bias: number
  readonly outputs: number
  readonly inputs: number
}

const PAGE = 65_536
/** Loads go a little past a row's end; nothing lies there. */
const SLACK = 64

export class Kernel {
  readonly call: KernelFunctions
  readonly #memory = new WebAssembly.Memory({ initial: 1 })
  #top = SLACK
  i16 = new Int16Array()
  i32 = new Int32Array()
  f32 = new Float32Array()

  constructor(wasm: Uint8Array<ArrayBuffer>) {
    const imports = { env: { memory: this.#memory } }
    this.call = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports).exports as unknown as KernelFunctions
    this.#look()
  }

  /** Address of `bytes` bytes of zeros, a multiple of 16. */
  take(bytes: number): number {
    const at = this.#top
    this.#top = Math.ceil((at + bytes + SLACK) / 16) * 16
    const missing = Math.ceil(this.#top / PAGE) - this.#memory.buffer.byteLength / PAGE
    if (missing > 0) {
      this.#memory.grow(missing + 16)
      this.#look()
    }
    return at
  }

  floats(values: Float32Array): number {
    const at = this.take(values.byteLength)
    this.f32.set(values, at / 4)
    return at
  }

  /** 8-bit weights, widened for the kernel's products. */
  layer(weights: Int8Array, scales: Float32Array, bias: Float32Array | null): Layer {
    const at = this.take(weights.length * 2)
    this.i16.set(weights, at / 2)
    const outputs = scales.length
    return {
      weights: at,
      scales: this.floats(scales),
      bias: bias ? this.floats(bias) : 0,
      outputs,
      inputs: weights.length / outputs,
    }
  }

  #look(): void {
    this.i16 = new Int16Array(this.#memory.buffer)
    this.i32 = new Int32Array(this.#memory.buffer)
    this.f32 = new Float32Array(this.#memory.buffer)
  }
}
