/** Results that were worked for, kept for the next who asks; what was not asked for longest goes first. */
export interface Kept<T> {
  readonly get: (key: string) => T | undefined
  readonly set: (key: string, value: T) => void
}

/** `most`: how much all of them may weigh together, by `weightOf`. */
export const keep = <T>(most: number, weightOf: (value: T) => number): Kept<T> => {
  const values = new Map<string, T>()
  let weight = 0
  const forget = (key: string): void => {
    const value = values.get(key)
    if (value === undefined) return
    values.delete(key)
    weight -= weightOf(value)
  }
  return {
    get: key => {
      const value = values.get(key)
      if (value === undefined) return undefined
      // Last again in the order of being forgotten.
      values.delete(key)
      values.set(key, value)
      return value
    },
    set: (key, value) => {
      forget(key)
      if (weightOf(value) > most) return
      values.set(key, value)
      weight += weightOf(value)
      for (const oldest of values.keys()) {
        if (weight <= most) return
        forget(oldest)
      }
    },
  }
}
