import { describe, expect, test } from 'vitest'
import { EVENT_TYPES, quadClass, STATUSES } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { deepens, weightOf, weightOfType } from './weights.ts'

describe('weights', () => {
  test.each(EVENT_TYPES.filter(type => type !== 'REQUEST'))('%s leans to the side of its class', type =>
    expect(weightOfType(type) > 0).toBe(quadClass(type).endsWith('cooperation')),
  )
  test('a request takes no side', () => expect(weightOfType('REQUEST')).toBe(0))
  test('they are those of data/codes, but for requests', () => {
    const goldstein = readShippedYaml<Record<string, { weight: number }>>('codes', 'plover-goldstein.yaml')
    const differing = EVENT_TYPES.filter(type => goldstein[type]?.weight !== weightOfType(type))
    expect(differing).toEqual(['REQUEST'])
  })
  test.each(STATUSES)('an act that is %s weighs only if it happened', status =>
    expect(weightOf({ type: 'ASSAULT', status }) !== 0).toBe(status === 'occurred' || status === 'ongoing'),
  )
  test('talk does not deepen', () => {
    expect(deepens({ type: 'CONSULT', status: 'occurred' })).toBe(false)
    expect(deepens({ type: 'AGREE', status: 'occurred' })).toBe(true)
    expect(deepens({ type: 'AGREE', status: 'announced' })).toBe(false)
  })
})
