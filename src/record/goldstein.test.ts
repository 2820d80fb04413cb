import { expect, test } from 'vitest'
import { EVENT_TYPES, type EventType, quadClass } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { goldsteinWeights } from './goldstein.ts'

const { byCameo, byType } = goldsteinWeights()
const rule = readShippedYaml<Record<EventType, { cameo: string }>>('codes', 'plover-goldstein.yaml')

test('every CAMEO code of the list has a weight on the scale', () => {
  expect(byCameo.size).toBe(316)
  for (const [code, weight] of byCameo) {
    expect(code).toMatch(/^\d{2,4}$/)
    expect(weight).toBeGreaterThanOrEqual(-100)
    expect(weight).toBeLessThanOrEqual(100)
  }
})

test.each(EVENT_TYPES)('%s weighs what the CAMEO code it is taken from weighs', type =>
  expect(byType.get(type)).toBe(byCameo.get(rule[type].cameo)),
)

test.each(EVENT_TYPES)('the weight of %s has the sign of its class', type =>
  expect(Math.sign(byType.get(type) ?? 0)).toBe(quadClass(type).endsWith('cooperation') ? 1 : -1),
)
