/**
 * The arc-hybrid system (Kuhlmann et al. 2011). The stack's top is `s0`, below it `s1`; `b0` is the next word of the buffer.
 *   shift      b0 goes on the stack
 *   left(l)    s0 becomes a dependent of b0 and leaves the stack
 *   right(l)   s0 becomes a dependent of s1 and leaves the stack
 * The artificial root stands behind the last word, so that the root is attached by `left` when it alone is left on the stack:
 * every sequence of allowed transitions ends in a tree with one root.
 */
export type Move = 'shift' | 'left' | 'right'

export interface Transition {
  readonly move: Move
  /** Empty for shift. */
  readonly label: string
}

export const transitionClass = (move: Move, label = ''): string => (label ? `${move} ${label}` : move)

export const transitionOfClass = (name: string): Transition => {
  const [move, label = ''] = name.split(' ')
  return { move: move as Move, label }
}

/** A parse under way. Word n is the artificial root; -1 stands for "none". */
export class ParseState {
  readonly n: number
  readonly stack: Int32Array
  depth = 0
  buffer = 0
  readonly heads: Int32Array
  readonly labels: string[]
  /** Outermost and second outermost dependents on either side, and how many there are. */
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Int32Array
  readonly rightCount: Int32Array
  /** The first and the last words attached as `case` or `mark`. */
  readonly marker: Int32Array

  constructor(n: number) {
    this.n = n
    const cells = () => new Int32Array(n + 1).fill(-1)
    this.stack = new Int32Array(n + 1)
    this.heads = cells()
    this.labels = new Array<string>(n + 1).fill('')
    this.left1 = cells()
    this.left2 = cells()
    this.right1 = cells()
    this.right2 = cells()
    this.leftCount = new Int32Array(n + 1)
    this.rightCount = new Int32Array(n + 1)
    this.marker = cells()
  }

  /** The word `k` places below the stack's top. */
  below(k: number): number {
    return k < this.depth ? (this.stack[this.depth - 1 - k] as number) : -1
  }

  get done(): boolean {
    return this.buffer === this.n && this.depth === 0
  }

  allows(move: Move): boolean {
    const atEnd = this.buffer === this.n
    if (move === 'shift') return !atEnd
    if (move === 'left') return this.depth > 0 && (!atEnd || this.depth === 1)
    return this.depth > 1
  }

  apply(move: Move, label: string): void {
    if (move === 'shift') {
      this.stack[this.depth++] = this.buffer++
      return
    }
    const dependent = this.below(0)
    const head = move === 'left' ? this.buffer : this.below(1)
    this.depth--
    this.heads[dependent] = head
    this.labels[dependent] = label
    if (label === 'case' || label === 'mark') this.marker[head] = dependent
    if (move === 'left') {
      this.left2[head] = this.left1[head] as number
      this.left1[head] = dependent
      this.leftCount[head] = (this.leftCount[head] as number) + 1
    } else {
      this.right2[head] = this.right1[head] as number
      this.right1[head] = dependent
      this.rightCount[head] = (this.rightCount[head] as number) + 1
    }
  }
}
