import type { Arc } from './arc.ts'
import { type FeatureList, hashText } from './hashing.ts'
import type { ParseState } from './transitions.ts'

/** Templates of the guide stand behind all others. */
const FIRST_TEMPLATE = 1000

/** Atoms of the state that the advice is weighed with. */
export interface StateAtoms {
  readonly s0w: number
  readonly b0w: number
  readonly s0t: number
  readonly b0t: number
  readonly s1t: number
}

/** What another parser's tree says of the words at hand: where their heads are, and whether dependents are still to come. */
export const guideFeaturesOf = (guide: readonly Arc[]) => {
  const n = guide.length
  const heads = Int32Array.from([...guide.map(arc => (arc.head < 0 ? n : arc.head)), -1])
  const labels = Int32Array.from([...guide.map(arc => hashText(arc.deprel)), 0])
  // The outermost dependents of each word in the guide's tree.
  const first = Int32Array.from({ length: n + 1 }, (_, i) => i)
  const last = Int32Array.from({ length: n + 1 }, (_, i) => i)
  for (let i = 0; i < n; i++) {
    const head = heads[i] as number
    first[head] = Math.min(first[head] as number, i)
    last[head] = Math.max(last[head] as number, i)
  }

  return (state: ParseState, { s0w, b0w, s0t, b0t, s1t }: StateAtoms, into: FeatureList): void => {
    const s0 = state.below(0)
    const s1 = state.below(1)
    const b0 = state.buffer
    const headOfS0 = s0 < 0 ? -1 : (heads[s0] as number)
    const headOfB0 = heads[b0] as number
    const s0Place = s0 < 0 ? 0 : headOfS0 === s1 ? 1 : headOfS0 === b0 ? 2 : headOfS0 > b0 ? 3 : headOfS0 < s1 ? 4 : 5
    const b0Place = b0 === n ? 0 : headOfB0 === s0 ? 1 : headOfB0 === s1 ? 2 : headOfB0 < s1 ? 3 : headOfB0 < b0 ? 4 : 5
    const s0Waits = s0 >= 0 && (last[s0] as number) >= b0 ? 1 : 0
    const s1Waits = s1 >= 0 && (last[s1] as number) >= b0 ? 1 : 0
    const b0Takes = s0 >= 0 && (first[b0] as number) < s0 ? 1 : 0
    const places = ((s0Place * 6 + b0Place) * 2 + s0Waits) * 4 + s1Waits * 2 + b0Takes
    const s0Label = s0 < 0 ? 0 : (labels[s0] as number)
    const b0Label = labels[b0] as number
    let k = FIRST_TEMPLATE
    into.add(k++, places)
    into.add(k++, places, s0Label)
    into.add(k++, places, b0Label)
    into.add(k++, places, s0t, b0t)
    into.add(k++, places, s1t, s0t)
    into.add(k++, places, s0w)
    into.add(k++, places, b0w)
    into.add(k++, s0Place, s0Label, s0t)
    into.add(k++, s0Place * 2 + s0Waits, s0Label, b0t)
    into.add(k++, s0Place * 2 + s0Waits, s0Label, s1t)
    into.add(k++, b0Place, b0Label, b0t)
    into.add(k++, s0Place * 2 + s0Waits, s0t, b0t)
    into.add(k++, s0Place * 2 + s0Waits, s0w, b0t)
    into.add(k++, b0Place, b0w, s0t)
  }
}
