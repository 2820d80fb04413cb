/** Words and readings as typed arrays, in which they pass from thread to thread without being copied. */
import type { Arc, Reading, Tag } from '../reading.ts'

/** Forms of the words of several sentences. */
export interface PackedWords {
  /** All forms, end to end. */
  readonly text: string
  /** Where each ends. */
  readonly ends: Uint32Array<ArrayBuffer>
  /** Words of each sentence. */
  readonly lengths: Uint32Array<ArrayBuffer>
}

/** Readings of the same words: each array has a number for each word. */
export interface PackedReadings {
  /** What the numbers stand for: "UPOS XPOS", and relations. */
  readonly tagNames: readonly string[]
  readonly relationNames: readonly string[]
  readonly tags: Uint16Array<ArrayBuffer>
  readonly relations: Uint16Array<ArrayBuffer>
  readonly heads: Int32Array<ArrayBuffer>
  readonly nameLeads: Int8Array<ArrayBuffer>
}

export const packWords = (sentences: readonly (readonly string[])[]): PackedWords => {
  const forms = sentences.flat()
  const ends = new Uint32Array(forms.length)
  let end = 0
  for (const [i, form] of forms.entries()) {
    end += form.length
    ends[i] = end
  }
  return { text: forms.join(''), ends, lengths: Uint32Array.from(sentences, sentence => sentence.length) }
}

export const unpackWords = ({ text, ends, lengths }: PackedWords): string[][] => {
  let word = 0
  let start = 0
  return Array.from(lengths, length =>
    Array.from({ length }, () => {
      const form = text.slice(start, ends[word])
      start = ends[word] as number
      word++
      return form
    }),
  )
}

/** Numbers for names, in the order of their coming. */
const numbering = () => {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (name: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    return names.push(name) - 1
  }
  return { names, numberOf }
}

export const packReadings = (readings: readonly Reading[]): PackedReadings => {
  const count = readings.reduce((sum, { tags }) => sum + tags.length, 0)
  const [tags, relations] = [new Uint16Array(count), new Uint16Array(count)]
  const [heads, nameLeads] = [new Int32Array(count), new Int8Array(count)]
  const [tagNames, relationNames] = [numbering(), numbering()]
  let at = 0
  for (const reading of readings) {
    nameLeads.set(reading.nameLeads, at)
    for (const [i, { upos, xpos }] of reading.tags.entries()) {
      const { head, deprel } = reading.arcs[i] as Arc
      tags[at] = tagNames.numberOf(`${upos} ${xpos}`)
      relations[at] = relationNames.numberOf(deprel)
      heads[at] = head
      at++
    }
  }
  return { tagNames: tagNames.names, relationNames: relationNames.names, tags, relations, heads, nameLeads }
}

export const unpackReadings = (packed: PackedReadings, lengths: Iterable<number>): Reading[] => {
  const { relationNames, tags, relations, heads } = packed
  const known = packed.tagNames.map((name): Tag => {
    const [upos = '', xpos = ''] = name.split(' ')
    return { upos, xpos }
  })
  let at = 0
  return Array.from(lengths, (length): Reading => {
    const from = at
    at += length
    return {
      tags: Array.from(tags.subarray(from, at), tag => known[tag] as Tag),
      arcs: Array.from({ length }, (_, i): Arc => {
        const deprel = relationNames[relations[from + i] as number] as string
        return { head: heads[from + i] as number, deprel }
      }),
      nameLeads: packed.nameLeads.slice(from, at),
    }
  })
}
