import { extname } from 'node:path'
import { documentFromBytes } from '../documents/index.ts'
import { readShippedText, shippedFiles } from '../shipped/index.ts'

/** The analyses that ship with the program, to try it on. */
export interface Sample {
  readonly name: string
  readonly kind: 'text' | 'html'
  /** What the page calls itself, else the first line. */
  readonly title: string
  readonly bytes: number
}

const FOLDER = 'samples'
const KINDS: Readonly<Record<string, Sample['kind']>> = { '.txt': 'text', '.html': 'html' }

const names = (): string[] => shippedFiles(FOLDER).filter(name => extname(name) in KINDS)

const described = async (name: string): Promise<Sample> => {
  const bytes = new TextEncoder().encode(readShippedText(FOLDER, name))
  const { title, text } = await documentFromBytes(bytes, name)
  return {
    name,
    kind: KINDS[extname(name)] ?? 'text',
    title: title ?? text.trimStart().split('\n')[0] ?? name,
    bytes: bytes.length,
  }
}

export const listSamples = (): Promise<Sample[]> => Promise.all(names().map(described))

/** Null where none bears that name: only names of the list are ever looked up on the disk. */
export const readSample = (name: string): { readonly kind: Sample['kind']; readonly content: string } | null => {
  const kind = KINDS[extname(name)]
  return kind && names().includes(name) ? { kind, content: readShippedText(FOLDER, name) } : null
}
