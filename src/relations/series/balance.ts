/**
 * What passed between two states, day by day, as two masses that are never netted against each other: co-operation and
 * conflict. Everything that is measured (temperature, phases, turns) is measured on this, whether it came from events or
 * from published scores.
 */
export interface Balance {
  /** Day number of the first day (days since 1970-01-01). */
  readonly from: number
  readonly cooperation: Float64Array
  readonly conflict: Float64Array
  /** Rows of the pair on each day: its coverage. */
  readonly rows: Uint32Array
  /** 1 where the data held any row at all, of whatever pair; a day of 0 was not seen, which is not a quiet day. */
  readonly seen: Uint8Array
  /** The mass that one ordinary day with entries carries in these data: makes sources of different units comparable. */
  readonly ordinary: number
}

export const emptyBalance = (from: number, days: number, ordinary: number): Balance => ({
  from,
  cooperation: new Float64Array(days),
  conflict: new Float64Array(days),
  rows: new Uint32Array(days),
  seen: new Uint8Array(days).fill(1),
  ordinary,
})

/** The same pair over fewer days; shares memory with the whole. */
export const sliceOf = (b: Balance, from: number, to: number): Balance => {
  const [i, j] = [Math.max(0, from - b.from), Math.max(0, to - b.from + 1)]
  return {
    from: b.from + i,
    cooperation: b.cooperation.subarray(i, j),
    conflict: b.conflict.subarray(i, j),
    rows: b.rows.subarray(i, j),
    seen: b.seen.subarray(i, j),
    ordinary: b.ordinary,
  }
}

/** Whether there is anything to measure: an empty record gives no coverage, not a temperature of zero. */
export const isCovered = ({ rows }: Balance): boolean => rows.some(n => n > 0)
