import type { FeatureList } from '../src/text/hashing.ts'
import { codeOf, type Scorer, type StoredModel } from '../src/text/linear-model.ts'

/**
 * A multi-class averaged perceptron (Collins 2002). Features are created when an update first touches them; of each, only the
 * touched classes are kept: [class, weight, weighted sum of changes, updates] in parallel growing pools.
 */
export class AveragedPerceptron implements Scorer {
  private steps = 1
  private slots = 1 << 20
  private used = 0
  private keys = new Int32Array(this.slots)
  private rows = new Uint32Array(this.slots)
  private rowCount = 1
  private rowHash = new Int32Array(1 << 18)
  private rowStart = new Uint32Array(1 << 18)
  private rowLength = new Uint8Array(1 << 18)
  private rowCapacity = new Uint8Array(1 << 18)
  private rowUpdates = new Uint32Array(1 << 18)
  private poolEnd = 0
  private pairClass = new Uint8Array(1 << 22)
  private pairWeight = new Float32Array(1 << 22)
  private pairSum = new Float64Array(1 << 22)

  constructor(readonly classes: readonly string[]) {
    if (classes.length > 255) throw new RangeError(`${classes.length} classes do not fit a byte`)
  }

  score(features: FeatureList, scores: Float64Array): void {
    scores.fill(0)
    for (let i = 0; i < features.length; i++) {
      const row = this.find(features.hashes[i] as number)
      if (row === 0) continue
      const start = this.rowStart[row] as number
      const end = start + (this.rowLength[row] as number)
      for (let pair = start; pair < end; pair++) {
        const cell = this.pairClass[pair] as number
        scores[cell] = (scores[cell] as number) + (this.pairWeight[pair] as number)
      }
    }
  }

  /** One decision made: call it after each, right or wrong, so that the average weighs all of them. */
  step(): void {
    this.steps++
  }

  update(features: FeatureList, truth: number, guess: number): void {
    for (let i = 0; i < features.length; i++) {
      const row = this.findOrAdd(features.hashes[i] as number)
      this.change(row, truth, 1)
      this.change(row, guess, -1)
      this.rowUpdates[row] = (this.rowUpdates[row] as number) + 1
    }
  }

  /** Averaged weights as bytes, without rarely updated features and the lightest weights, at most `maxPairs` of them. */
  store(minUpdates: number, maxPairs: number): StoredModel {
    const averages: number[] = []
    const average = (pair: number) => (this.pairWeight[pair] as number) - (this.pairSum[pair] as number) / this.steps
    const forPairs = (visit: (row: number, pair: number) => void) => {
      for (let row = 1; row < this.rowCount; row++) {
        if ((this.rowUpdates[row] as number) < minUpdates) continue
        const start = this.rowStart[row] as number
        for (let pair = start; pair < start + (this.rowLength[row] as number); pair++) visit(row, pair)
      }
    }
    forPairs((_, pair) => averages.push(Math.abs(average(pair))))
    const ascending = Float64Array.from(averages).sort()
    const floor = ascending[Math.max(0, ascending.length - maxPairs)] ?? 0
    const heaviest = ascending[ascending.length - 1] ?? 1
    const quantised = (pair: number) => {
      const weight = average(pair)
      return Math.abs(weight) < floor ? 0 : codeOf(weight / heaviest)
    }
    const kept = new Map<number, [number, number][]>()
    forPairs((row, pair) => {
      const weight = quantised(pair)
      if (weight === 0) return
      const hash = (this.rowHash[row] as number) >>> 0
      const pairs = kept.get(hash) ?? []
      pairs.push([this.pairClass[pair] as number, weight])
      kept.set(hash, pairs)
    })
    const hashes = Uint32Array.from(kept.keys()).sort()
    const pairs = [...hashes].map(hash => (kept.get(hash) ?? []).sort((a, b) => a[0] - b[0]))
    return {
      classes: this.classes,
      hashes,
      counts: Uint8Array.from(pairs, list => list.length),
      pairClasses: Uint8Array.from(pairs.flat(), ([cell]) => cell),
      pairCodes: Int8Array.from(pairs.flat(), ([, weight]) => weight),
    }
  }

  private change(row: number, cell: number, by: number): void {
    const start = this.rowStart[row] as number
    const length = this.rowLength[row] as number
    let pair = start
    while (pair < start + length && this.pairClass[pair] !== cell) pair++
    if (pair === start + length) pair = this.addPair(row, cell)
    this.pairWeight[pair] = (this.pairWeight[pair] as number) + by
    this.pairSum[pair] = (this.pairSum[pair] as number) + by * this.steps
  }

  private addPair(row: number, cell: number): number {
    const length = this.rowLength[row] as number
    if (length === this.rowCapacity[row]) this.moveRow(row, length)
    const pair = (this.rowStart[row] as number) + length
    this.pairClass[pair] = cell
    this.pairWeight[pair] = 0
    this.pairSum[pair] = 0
    this.rowLength[row] = length + 1
    return pair
  }

  /** A full row moves to the pool's end with twice the room. */
  private moveRow(row: number, length: number): void {
    const capacity = Math.min(255, Math.max(2, length * 2))
    if (this.poolEnd + capacity > this.pairClass.length) {
      this.pairClass = grown(this.pairClass, new Uint8Array(this.pairClass.length * 2))
      this.pairWeight = grown(this.pairWeight, new Float32Array(this.pairWeight.length * 2))
      this.pairSum = grown(this.pairSum, new Float64Array(this.pairSum.length * 2))
    }
    const start = this.rowStart[row] as number
    this.pairClass.copyWithin(this.poolEnd, start, start + length)
    this.pairWeight.copyWithin(this.poolEnd, start, start + length)
    this.pairSum.copyWithin(this.poolEnd, start, start + length)
    this.rowStart[row] = this.poolEnd
    this.rowCapacity[row] = capacity
    this.poolEnd += capacity
  }

  private find(hash: number): number {
    const mask = this.slots - 1
    let slot = hash & mask
    while (this.rows[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask
    return this.rows[slot] as number
  }

  private findOrAdd(hash: number): number {
    const found = this.find(hash)
    if (found !== 0) return found
    if (this.used * 2 > this.slots) this.growTable()
    const row = this.rowCount++
    if (row === this.rowHash.length) this.growRows()
    this.rowHash[row] = hash
    this.insert(hash, row)
    this.used++
    return row
  }

  private insert(hash: number, row: number): void {
    const mask = this.slots - 1
    let slot = hash & mask
    while (this.rows[slot] !== 0) slot = (slot + 1) & mask
    this.keys[slot] = hash
    this.rows[slot] = row
  }

  private growTable(): void {
    this.slots *= 2
    this.keys = new Int32Array(this.slots)
    this.rows = new Uint32Array(this.slots)
    for (let row = 1; row < this.rowCount; row++) this.insert(this.rowHash[row] as number, row)
  }

  private growRows(): void {
    const size = this.rowHash.length * 2
    this.rowHash = grown(this.rowHash, new Int32Array(size))
    this.rowStart = grown(this.rowStart, new Uint32Array(size))
    this.rowLength = grown(this.rowLength, new Uint8Array(size))
    this.rowCapacity = grown(this.rowCapacity, new Uint8Array(size))
    this.rowUpdates = grown(this.rowUpdates, new Uint32Array(size))
  }
}

interface Settable<T> {
  set(from: T): void
}

const grown = <T extends Settable<T>>(from: T, into: T): T => {
  into.set(from)
  return into
}
