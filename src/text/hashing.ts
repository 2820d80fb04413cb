/**
 * Integer hashes for features. Models know features by 32-bit hash alone, so that they ship without their strings; at a few
 * hundred thousand features two of them seldom share a hash, and training sees the same clashes as use.
 */

/** FNV-1a over UTF-16 units, with a final mix. */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) | 0
}

/** One feature from its template's number and up to three atoms. */
export const hashFeature = (template: number, a: number, b = 0, c = 0): number => {
  let hash = Math.imul(template + 1, 0x9e3779b1)
  hash = Math.imul(hash ^ a, 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash ^ b, 0xc2b2ae35)
  hash ^= hash >>> 13
  hash = Math.imul(hash ^ c, 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) | 0
}

/** Features of one decision, reused between decisions: filling an array anew for each would cost more than scoring it. */
export class FeatureList {
  readonly hashes = new Int32Array(256)
  length = 0

  add(template: number, a: number, b = 0, c = 0): void {
    this.hashes[this.length++] = hashFeature(template, a, b, c)
  }
}
