import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ActCount, QUAD_CLASSES, tally } from './tally.ts'

const NONE: ActCount = {
  acts: 0,
  weighted: 0,
  tenths: 0,
  verbal_cooperation: 0,
  material_cooperation: 0,
  verbal_conflict: 0,
  material_conflict: 0,
}

test('nothing counted has no mean and no sum', () =>
  expect(tally([])).toEqual({
    events: 0,
    verbal_cooperation: 0,
    material_cooperation: 0,
    verbal_conflict: 0,
    material_conflict: 0,
    goldstein_mean: null,
    goldstein_sum: null,
  }))

test('a row without class counts as an event and weighs nothing', () => {
  const { events, goldstein_sum } = tally([{ ...NONE, acts: 2 }])
  expect([events, goldstein_sum]).toEqual([2, null])
})

test.each([
  [[10, 10, -5], 0.5],
  [[1, 0, 0], 0.033],
  [[-2, 0, 0], -0.067],
  [[1, 0, 0, 0, 0, 0, 0, 0], 0.013],
  [[-1, 0, 0, 0, 0, 0, 0, 0], -0.013],
])('the mean of tenths %j is %d', (weights, mean) => {
  const counts = weights.map(tenths => ({ ...NONE, acts: 1, verbal_cooperation: 1, weighted: 1, tenths }))
  expect(tally(counts).goldstein_mean).toBe(mean)
})

test('the order of acts changes nothing', () => {
  const act = fc.record({ quad: fc.constantFrom(null, ...QUAD_CLASSES), tenths: fc.integer({ min: -100, max: 100 }) })
  fc.assert(
    fc.property(fc.array(act), acts => {
      const one = acts.map(({ quad, tenths }) => ({
        ...NONE,
        acts: 1,
        weighted: 1,
        tenths,
        ...(quad && { [quad]: 1 }),
      }))
      expect(tally([...one].reverse())).toEqual(tally(one))
    }),
  )
})
