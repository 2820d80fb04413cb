import { inputFailure } from '../domain/index.ts'
import { knownKind, looksBinary } from './kinds.ts'
import { MOST_BYTES, nameOf, tooLarge } from './limits.ts'

/**
 * Bytes → text: UTF-8, or UTF-16 when a byte order mark says so; the mark is dropped, nothing else changes.
 * Not guessed on purpose: Windows-1252 and its kin. Any bytes are valid in them, so that a wrong guess garbles names
 * without a word, and every offset and id hangs on the text. `declared`: what a page says of its own encoding.
 */
export const decode = (bytes: Uint8Array, path: string, declared: string | null = null): string => {
  const name = nameOf(path)
  if (bytes.length === 0) throw inputFailure(`${name} is empty`, 'Give a file with English text.')
  const kind = knownKind(bytes)
  if (kind) throw inputFailure(`${name} is ${kind.what}, no text`, kind.remedy)
  if (bytes.length > MOST_BYTES) throw tooLarge(name, bytes.length)
  const marked = byteOrder(bytes)
  if (marked) return decodeAs(bytes, marked, name)
  const binary = looksBinary(bytes)
  if (binary === 'utf-16le' || binary === 'utf-16be')
    throw inputFailure(
      `${name} looks like UTF-16 without a byte order mark`,
      `Convert it first: iconv -f ${binary.toUpperCase()} -t UTF-8 ${shellName(path)} > utf8.txt`,
    )
  if (binary) throw inputFailure(`${name} is binary data, no text`, 'Give a plain text or HTML file.')
  const invalid = firstInvalidByte(bytes)
  if (invalid === null) return new TextDecoder('utf-8').decode(bytes)
  if (declared && isSingleByte(declared)) return decodeAs(bytes, declared, name)
  throw inputFailure(
    `${name} is not valid UTF-8: byte ${invalid} is 0x${(bytes[invalid] ?? 0).toString(16).padStart(2, '0')}`,
    `Convert it first, e.g. iconv -f WINDOWS-1252 -t UTF-8 ${shellName(path)} > utf8.txt`,
  )
}

const byteOrder = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** A page may declare anything; of encodings that are not self-evident, those that a decoder knows are believed. */
const isSingleByte = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== 'utf-8'
  } catch {
    return false
  }
}

const decodeAs = (bytes: Uint8Array, encoding: string, name: string): string => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw inputFailure(`${name} is binary data, no text`, 'Give a plain text or HTML file.')
    return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw inputFailure(`${name} is not valid ${encoding.toUpperCase()}`, 'Save it as UTF-8.')
  }
}

/** Position of the first byte at which UTF-8 breaks, or null. Found by halving: `fatal` says only that it breaks. */
const firstInvalidByte = (bytes: Uint8Array): number | null => {
  const isValid = (to: number): boolean => {
    try {
      // `stream` forgives a character cut off at the end, so that any prefix of valid text is valid.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, to), { stream: true })
      return true
    } catch {
      return false
    }
  }
  if (isValid(bytes.length)) return cutOff(bytes)
  let [low, high] = [0, bytes.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (isValid(middle)) low = middle
    else high = middle
  }
  // The character that could not go on began before the byte that broke it.
  return cutOff(bytes.subarray(0, low)) ?? low
}

/** Where a last character begins whose bytes are not all there, or null. */
const cutOff = (bytes: Uint8Array): number | null => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return null
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < length ? bytes.length - back : null
    }
  }
  return null
}

const shellName = (path: string): string => (/^[\w./-]+$/.test(path) && path !== '-' ? path : 'FILE')
