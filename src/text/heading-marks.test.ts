import { describe, expect, test } from 'vitest'
import { withoutHeadingMarks } from './heading-marks.ts'

const tags = (...uposes: string[]) => uposes.map(upos => ({ upos, xpos: '' }))

describe('punctuation ends up with nothing below it', () => {
  test('words below a mark move to its head', () => {
    const arcs = [
      { head: -1, deprel: 'root' },
      { head: 0, deprel: 'punct' },
      { head: 1, deprel: 'obj' },
    ]
    expect(withoutHeadingMarks(arcs, tags('VERB', 'PUNCT', 'NOUN'))[2]).toEqual({ head: 0, deprel: 'obj' })
  })

  test('a mark at the root hands the place on', () => {
    const arcs = [
      { head: 1, deprel: 'nsubj' },
      { head: -1, deprel: 'root' },
      { head: 1, deprel: 'obj' },
    ]
    expect(withoutHeadingMarks(arcs, tags('NOUN', 'PUNCT', 'NOUN'))).toEqual([
      { head: -1, deprel: 'root' },
      { head: 0, deprel: 'punct' },
      { head: 0, deprel: 'obj' },
    ])
  })

  test('marks alone stay as they are', () => {
    const arcs = [
      { head: -1, deprel: 'root' },
      { head: 0, deprel: 'punct' },
    ]
    expect(withoutHeadingMarks(arcs, tags('PUNCT', 'PUNCT'))).toEqual(arcs)
  })
})
