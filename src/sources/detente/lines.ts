/** A line as bytes, without its line end, and its number from 1. */
export interface ByteLine {
  readonly number: number
  readonly bytes: Buffer
}

const LF = 10
const CR = 13

/** Longer lines are no event but a file of another kind; cutting them off keeps memory bounded. */
export const MAX_LINE_BYTES = 4_000_000

const withoutReturn = (bytes: Buffer): Buffer => (bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes)

/** Cuts a stream of bytes at line feeds, a batch of lines for each chunk; a line over the limit comes shortened to it. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<ByteLine[]> {
  let number = 0
  let open: Buffer[] = []
  let openBytes = 0
  const keep = (piece: Buffer): void => {
    if (openBytes <= MAX_LINE_BYTES) open.push(piece)
    openBytes += piece.length
  }
  const close = (): ByteLine => {
    const bytes = withoutReturn(open.length === 1 ? (open[0] as Buffer) : Buffer.concat(open))
    open = []
    openBytes = 0
    number += 1
    return { number, bytes }
  }
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const lines: ByteLine[] = []
    let start = 0
    for (let end = buffer.indexOf(LF); end !== -1; end = buffer.indexOf(LF, start)) {
      keep(buffer.subarray(start, end))
      lines.push(close())
      start = end + 1
    }
    if (start < buffer.length) keep(buffer.subarray(start))
    yield lines
  }
  if (openBytes > 0) yield [close()]
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of bytes, or null when they are no UTF-8. A byte order mark is dropped. */
export const decodeStrictly = (bytes: Uint8Array): string | null => {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}
