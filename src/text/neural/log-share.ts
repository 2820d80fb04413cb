/**
 * The logarithm of a score's share among others (log-softmax), in sums, products and quotients alone: `Math.exp` and `Math.log` may differ in their last
 * bits from one engine to the next, and every machine is to read alike.
 */

/** Beyond this a share is nothing. */
const LOWEST = -16
const HALVINGS = 10

/** e to the power of a number that is not above 0: (1 + x / 2^n) ^ 2^n. */
const power = (x: number): number => {
  if (x < LOWEST) return 0
  let value = 1 + x / 2 ** HALVINGS
  for (let i = 0; i < HALVINGS; i++) value *= value
  return value
}

/** Natural logarithm of a number from 1 up. */
const logarithm = (x: number): number => {
  let whole = 0
  let rest = x
  for (; rest > 1.5; rest /= 2) whole += Math.LN2
  const y = (rest - 1) / (rest + 1)
  return whole + 2 * y * (1 + y * y * (1 / 3 + (y * y) / 5))
}

/** Of the greatest of `count` scores from `at` on, which stands at `greatest`. */
export const logShareOfGreatest = (scores: Float32Array, at: number, count: number, greatest: number): number => {
  const highest = scores[at + greatest] as number
  let sum = 0
  for (let i = 0; i < count; i++) sum += power((scores[at + i] as number) - highest)
  return -logarithm(sum)
}
