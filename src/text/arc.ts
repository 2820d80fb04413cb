/** One word's place in a dependency tree. */
export interface Arc {
  /** 0-based, -1 for the root. */
  readonly head: number
  readonly deprel: string
}
