/**
 * Two LSTM layers, each reading in both directions, over a batch of sentences. Inside, words stand step by step (all first words, all
 * second words …), so that each step is one product of a few rows; the result stands sentence by sentence, each led by a row for the root.
 */
import type { InputRow } from './input-rows.ts'
import { type Kernel, type Layer, UNIT } from './kernel-memory.ts'
import type { ModelFile } from './model-file.ts'

/** Words of one batch, at most; a sentence piece must fit. */
export const BATCH_WORDS = 640
/** Sentences of one batch, at most. */
export const BATCH_SENTENCES = 64
/** Rows of the encoder's result, at most. */
export const BATCH_ROWS = BATCH_WORDS + BATCH_SENTENCES

export interface Encoder {
  /** Address of the result: rows of 2 × hidden 16-bit integers in units of 1/UNIT. */
  readonly out: number
  readonly stride: number
  /** Encodes sentences; each one's root row stands at the sum of the lengths + 1 of those before it. */
  encode(sentences: readonly (readonly InputRow[])[]): void
}

interface Direction {
  readonly input: Layer
  readonly recurrent: Layer
}

export const encoderOf = (model: ModelFile, kernel: Kernel): Encoder => {
  const { width, hidden } = model.header.sizes
  const direction = (name: string): Direction => ({
    input: kernel.layer(model.i8(`${name}.input`), model.f32(`${name}.input.scales`), model.f32(`${name}.bias`)),
    recurrent: kernel.layer(model.i8(`${name}.recurrent`), model.f32(`${name}.recurrent.scales`), null),
  })
  const first = [direction('first.forward'), direction('first.backward')]
  const second = [direction('second.forward'), direction('second.backward')]
  const root = Int16Array.from(model.f32('root'), value =>
    Math.max(-32_767, Math.min(32_767, Math.round(value * UNIT))),
  )

  const stride = hidden * 4
  const unitScale = kernel.floats(Float32Array.of(1 / UNIT))
  const x = kernel.take(BATCH_WORDS * width * 2)
  const xScales = kernel.take(BATCH_WORDS * 4)
  const gates = kernel.take(BATCH_WORDS * hidden * 16)
  const cell = kernel.take(BATCH_SENTENCES * hidden * 4)
  const counts = kernel.take(BATCH_WORDS * 4)
  const middle = kernel.take(BATCH_WORDS * stride)
  const packed = kernel.take(BATCH_WORDS * stride)
  const out = kernel.take(BATCH_ROWS * stride)

  const layer = (
    directions: readonly Direction[],
    from: { at: number; stride: number; scales: number; step: number },
    to: number,
    words: number,
    steps: number,
  ) =>
    directions.forEach(({ input, recurrent }, i) => {
      const { call } = kernel
      const { outputs, inputs } = input
      call.multiply(
        from.at,
        from.stride,
        from.scales,
        from.step,
        input.weights,
        input.scales,
        input.bias,
        gates,
        hidden * 16,
        words,
        outputs,
        inputs,
      )
      call.recur(
        gates,
        counts,
        steps,
        hidden,
        recurrent.weights,
        recurrent.scales,
        unitScale,
        cell,
        to + i * hidden * 2,
        stride,
        i === 1,
      )
    })

  const encode = (sentences: readonly (readonly InputRow[])[]) => {
    const order = sentences.map((_, s) => s).sort((a, b) => lengthOf(sentences, b) - lengthOf(sentences, a) || a - b)
    const steps = lengthOf(sentences, order[0] ?? 0)
    const starts = startsOf(sentences)
    /** For each step-wise row, the row of the result. */
    const target: number[] = []
    for (let step = 0; step < steps; step++) {
      const before = target.length
      for (const s of order) {
        const row = sentences[s]?.[step]
        if (!row) break
        kernel.i16.set(row.values, (x + target.length * width * 2) / 2)
        kernel.f32[xScales / 4 + target.length] = row.scale
        target.push((starts[s] as number) + 1 + step)
      }
      kernel.i32[counts / 4 + step] = target.length - before
    }
    const words = target.length
    layer(first, { at: x, stride: width * 2, scales: xScales, step: 4 }, middle, words, steps)
    layer(second, { at: middle, stride, scales: unitScale, step: 0 }, packed, words, steps)
    const { i16 } = kernel
    for (const start of starts) i16.set(root, (out + start * stride) / 2)
    target.forEach((row, from) => {
      const at = (packed + from * stride) / 2
      i16.copyWithin((out + row * stride) / 2, at, at + stride / 2)
    })
  }
  return { out, stride, encode }
}

const lengthOf = (sentences: readonly (readonly InputRow[])[], s: number): number => sentences[s]?.length ?? 0

/** Where each sentence's root row stands in the result. */
export const startsOf = (sentences: readonly { readonly length: number }[]): number[] => {
  let at = 0
  return sentences.map(sentence => {
    const start = at
    at += sentence.length + 1
    return start
  })
}
