import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logShareOfGreatest } from './log-share.ts'

test('as the logarithm of a softmax', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 60 }), scores => {
      const rows = Float32Array.from([7, ...scores])
      const highest = Math.max(...scores)
      const wanted = -Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0))
      expect(logShareOfGreatest(rows, 1, scores.length, scores.indexOf(highest))).toBeCloseTo(wanted, 2)
    }),
  )
})

test('one score alone has all', () => expect(logShareOfGreatest(Float32Array.of(-3), 0, 1, 0)).toBeCloseTo(0, 9))
