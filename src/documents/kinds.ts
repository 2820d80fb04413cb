/** What files that hold no plain text are, told by their first bytes, and what to do with each. */
interface Kind {
  readonly what: string
  readonly remedy: string
  readonly starts: readonly number[]
  /** Where the bytes stand; 0 unless told. */
  readonly at?: number
  /** The rest of the head is printable too, so that it could pass for text. */
  readonly printable?: true
}

const ascii = (text: string): number[] => [...text].map(c => c.charCodeAt(0))

const IMAGE = 'Only text can be read: type it out, or run a text recognition such as tesseract over it.'
const SOUND = 'Only text can be read: transcribe it first.'
const UNPACK = 'Unpack it first.'
const WORD = 'Save it as plain text or HTML first (in a word processor: File, Save as).'

const KINDS: readonly Kind[] = [
  {
    what: 'a PDF file',
    starts: ascii('%PDF-'),
    printable: true,
    remedy: 'Make text of it first: pdftotext FILE.pdf FILE.txt',
  },
  {
    what: 'a ZIP archive or an office document',
    starts: [0x50, 0x4b, 0x03, 0x04],
    remedy: 'Save it as plain text or HTML first, or unpack it.',
  },
  { what: 'an office document', starts: [0xd0, 0xcf, 0x11, 0xe0], remedy: WORD },
  { what: 'an RTF document', starts: ascii('{\\rtf'), printable: true, remedy: WORD },
  {
    what: 'a PostScript file',
    starts: ascii('%!PS'),
    printable: true,
    remedy: 'Make text of it first: ps2ascii FILE.ps FILE.txt',
  },
  { what: 'a PNG image', starts: [0x89, 0x50, 0x4e, 0x47], remedy: IMAGE },
  { what: 'a JPEG image', starts: [0xff, 0xd8, 0xff], remedy: IMAGE },
  { what: 'a GIF image', starts: ascii('GIF8'), remedy: IMAGE },
  { what: 'a WebP image', starts: ascii('WEBP'), at: 8, remedy: IMAGE },
  { what: 'a TIFF image', starts: [0x49, 0x49, 0x2a, 0x00], remedy: IMAGE },
  { what: 'a TIFF image', starts: [0x4d, 0x4d, 0x00, 0x2a], remedy: IMAGE },
  { what: 'a gzip file', starts: [0x1f, 0x8b], remedy: 'Unpack it first: gunzip FILE.gz' },
  { what: 'an xz archive', starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a], remedy: UNPACK },
  { what: 'a bzip2 archive', starts: ascii('BZh'), remedy: UNPACK },
  { what: 'a zstd archive', starts: [0x28, 0xb5, 0x2f, 0xfd], remedy: UNPACK },
  { what: 'a 7-Zip archive', starts: [0x37, 0x7a, 0xbc, 0xaf], remedy: UNPACK },
  { what: 'a RAR archive', starts: ascii('Rar!'), remedy: UNPACK },
  { what: 'an MP3 file', starts: ascii('ID3'), remedy: SOUND },
  { what: 'an MP4 file', starts: ascii('ftyp'), at: 4, remedy: SOUND },
  { what: 'an Ogg file', starts: ascii('OggS'), remedy: SOUND },
  { what: 'a WAVE or AVI file', starts: ascii('RIFF'), remedy: SOUND },
  {
    what: 'a Parquet file',
    starts: ascii('PAR1'),
    remedy: 'Rows of events go into the record: detente import FILE.parquet',
  },
  { what: 'a program', starts: [0x7f, 0x45, 0x4c, 0x46], remedy: 'Give a text file instead.' },
  {
    what: 'an SQLite database',
    starts: ascii('SQLite format 3'),
    remedy: 'Export the texts from it first.',
  },
]

/** The kind of a file that is no plain text, or null when its first bytes are none of these. A text may begin with "ID3". */
export const knownKind = (bytes: Uint8Array): { readonly what: string; readonly remedy: string } | null => {
  const isPrintable = bytes
    .subarray(0, 64)
    .every(byte => byte === 9 || byte === 10 || byte === 13 || (byte > 31 && byte < 127))
  const found = KINDS.find(({ starts, at = 0 }) => starts.every((byte, i) => bytes[at + i] === byte))
  return found && (found.printable || !isPrintable) ? found : null
}

/** Bytes at the head that are looked at to tell text from data. */
const HEAD = 65_536

/**
 * Whether bytes without a byte order mark are data: NUL never stands in text, other control characters hardly ever.
 * `utf16`: every second byte is NUL, as in UTF-16 text of a Latin alphabet.
 */
export const looksBinary = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'data' | null => {
  const head = bytes.subarray(0, HEAD)
  let [even, odd, control] = [0, 0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) {
      if (i % 2 === 0) even += 1
      else odd += 1
    } else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127) control += 1
  })
  const half = head.length / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return even + odd > 0 || control > head.length * 0.05 ? 'data' : null
}
