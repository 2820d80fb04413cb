/** What the network tells of a sentence: a tag and a place in the tree for each word. */

export interface Tag {
  readonly upos: string
  readonly xpos: string
}

/** One word's place in a dependency tree. */
export interface Arc {
  /** 0-based, -1 for the root. */
  readonly head: number
  readonly deprel: string
}

export interface Reading {
  readonly tags: readonly Tag[]
  readonly arcs: readonly Arc[]
  /** By how much the score of a name's tag beats that of any other, -127 to 127: less than 0 where the tag is another. */
  readonly nameLeads: Int8Array
}
