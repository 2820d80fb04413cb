import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * The built page, read into memory when the server starts. An address is looked up among these files and never becomes a
 * path on the disk, so that no address can lead out of the folder.
 */
export interface SiteFile {
  /** `/assets/index-1a2b3c.js` */
  readonly address: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Packed once, here; null where that does not pay. */
  readonly packed: Uint8Array<ArrayBuffer> | null
  /** Its name holds a hash of its content: another content would have another name. */
  readonly isHashed: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Pictures and fonts are packed already. */
const UNPACKED = new Set(['.png', '.ico', '.woff2'])
const HASHED = '/assets/'

const fileAt = (folder: string, path: string): SiteFile => {
  const ending = extname(path).toLowerCase()
  const address = `/${relative(folder, path).split(sep).join('/')}`
  const bytes = new Uint8Array(readFileSync(path))
  const packed = UNPACKED.has(ending) ? null : new Uint8Array(gzipSync(bytes, { level: 9 }))
  return {
    address,
    type: TYPES[ending] ?? 'application/octet-stream',
    bytes,
    packed: packed !== null && packed.length < bytes.length ? packed : null,
    isHashed: address.startsWith(HASHED),
  }
}

/** Null where there is no built page. Maps for debuggers are left out: they are larger than all the rest. */
export const readSite = (folder: string): readonly SiteFile[] | null => {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.endsWith('.map'))
      .map(entry => fileAt(folder, join(entry.parentPath, entry.name)))
    return files.some(({ address }) => address === '/index.html') ? files : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
