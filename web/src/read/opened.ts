/**
 * The text that is being read, as the bytes that were opened. It is kept for this tab, so that a reload or the back button loses
 * nothing, and never stands in an address. One that is too large for the browser's store is kept until the page is left.
 */
export interface Opened {
  /** Stands in the address for the text. */
  readonly key: string
  readonly name: string
  readonly blob: Blob
}

const PREFIX = 'detente.text.'
/** sessionStorage holds about 5 MB of UTF-16 in every browser; base64 takes 4 characters for 3 bytes. */
const MOST_KEPT = 1_500_000

interface Kept {
  readonly name: string
  readonly bytes: string
}

const held = new Map<string, Opened>()

const keyOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  // Only pages of this machine or of a secure address may hash; elsewhere any key will do.
  if (!window.isSecureContext) return crypto.getRandomValues(new Uint32Array(2)).join('-')
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash.subarray(0, 6), byte => byte.toString(16).padStart(2, '0')).join('')
}

const BLOCK = 0x8000

const base64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (let at = 0; at < bytes.length; at += BLOCK) binary += String.fromCharCode(...bytes.subarray(at, at + BLOCK))
  return btoa(binary)
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), c => c.charCodeAt(0))

/** The oldest texts make room for a new one. */
const keep = (opened: Opened, bytes: Uint8Array): void => {
  if (bytes.length > MOST_KEPT) return
  const value = JSON.stringify({ name: opened.name, bytes: base64(bytes) })
  for (;;) {
    try {
      sessionStorage.setItem(PREFIX + opened.key, value)
      return
    } catch {
      const old = Object.keys(sessionStorage).find(key => key.startsWith(PREFIX))
      if (old === undefined) return
      sessionStorage.removeItem(old)
    }
  }
}

/** Takes a file or a pasted text in. */
export const takeIn = async (file: Blob, name: string): Promise<Opened> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const opened = { key: await keyOf(bytes), name, blob: file }
  held.set(opened.key, opened)
  keep(opened, bytes)
  return opened
}

/** A text that was taken in before; null when this tab does not know it. */
export const takenIn = (key: string): Opened | null => {
  const known = held.get(key)
  if (known) return known
  const value = sessionStorage.getItem(PREFIX + key)
  if (value === null) return null
  const { name, bytes } = JSON.parse(value) as Kept
  return { key, name, blob: new Blob([bytesOf(bytes)]) }
}

/** The texts that this tab knows, by name. */
export const allTakenIn = (): readonly Pick<Opened, 'key' | 'name'>[] => {
  const kept = Object.entries(sessionStorage).flatMap(([key, value]: [string, string]) =>
    key.startsWith(PREFIX) ? [{ key: key.slice(PREFIX.length), name: (JSON.parse(value) as Kept).name }] : [],
  )
  const large = [...held.values()].filter(({ key }) => !kept.some(other => other.key === key))
  return [...kept, ...large].sort((a, b) => a.name.localeCompare(b.name))
}
