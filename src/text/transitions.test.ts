import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Move, ParseState } from './transitions.ts'

test('any sequence of allowed moves ends in one tree without crossing arcs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat(2)), (n, choices) => {
      const state = new ParseState(n)
      while (!state.done) {
        const moves = (['shift', 'left', 'right'] as const satisfies readonly Move[]).filter(move => state.allows(move))
        expect(moves.length).toBeGreaterThan(0)
        state.apply(moves[(choices.next().value ?? 0) % moves.length] ?? 'shift', 'dep')
      }
      const heads = [...state.heads.slice(0, n)]
      expect(heads.filter(head => head === n)).toHaveLength(1)
      heads.forEach((head, i) => {
        let steps = 0
        for (let up = head; up !== n; up = heads[up] ?? n) expect(++steps).toBeLessThan(n)
        for (let between = Math.min(head, i) + 1; between < Math.max(head, i); between++) {
          const other = heads[between] ?? n
          expect(other >= Math.min(head, i) && other <= Math.max(head, i)).toBe(true)
        }
      })
    }),
  )
})
