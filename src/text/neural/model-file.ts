/**
 * The network's file: a line of JSON that says what follows, then arrays of numbers, each from a multiple of 8 bytes. Weights are
 * 8-bit integers with a scale for each row.
 */

export interface ModelHeader {
  readonly format: 'detente.reader/1'
  readonly sizes: Sizes
  /** "UPOS XPOS": both in one, as they constrain each other. */
  readonly tags: readonly string[]
  readonly relations: readonly string[]
  readonly arrays: Readonly<Record<string, StoredArray>>
}

export interface Sizes {
  readonly width: number
  readonly hidden: number
  readonly tag: number
  readonly arc: number
  readonly relation: number
  /** Numbers in a word's pre-trained vector. */
  readonly vector: number
}

interface StoredArray {
  readonly type: keyof typeof ARRAYS
  /** Bytes from the end of the header's line, padded to a multiple of 8. */
  readonly offset: number
  readonly length: number
}

const ARRAYS = { i8: Int8Array, u8: Uint8Array, u32: Uint32Array, f32: Float32Array } as const

export interface ModelFile {
  readonly header: ModelHeader
  i8(name: string): Int8Array
  u8(name: string): Uint8Array
  u32(name: string): Uint32Array
  f32(name: string): Float32Array
}

export const decodeModel = (file: Uint8Array): ModelFile => {
  const lineEnd = file.indexOf(10)
  const header = JSON.parse(new TextDecoder().decode(file.subarray(0, Math.max(lineEnd, 0))) || '{}') as ModelHeader
  if (header.format !== 'detente.reader/1') throw new Error(`not a reader's model: format ${String(header.format)}`)
  const start = Math.ceil((lineEnd + 1) / 8) * 8
  // Typed arrays need aligned bytes; a file read into a shared pool need not begin at such a place.
  const bytes = file.byteOffset % 8 === 0 ? file : Uint8Array.from(file)
  const buffer = bytes.buffer as ArrayBuffer
  const view = <T extends keyof typeof ARRAYS>(type: T, name: string) => {
    const stored = header.arrays[name]
    if (stored?.type !== type) throw new Error(`the reader's model has no ${type} array "${name}"`)
    return new ARRAYS[type](buffer, bytes.byteOffset + start + stored.offset, stored.length) as InstanceType<
      (typeof ARRAYS)[T]
    >
  }
  return {
    header,
    i8: name => view('i8', name),
    u8: name => view('u8', name),
    u32: name => view('u32', name),
    f32: name => view('f32', name),
  }
}
