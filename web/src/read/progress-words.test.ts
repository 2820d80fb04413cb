import { expect, test } from 'vitest'
import { stepOf } from './progress-words.ts'

const START = { pages: null, sentences: null, claims: null, judged: [] }

test('what is being done, and how much of it is done', () => {
  const said = (progress: Parameters<typeof stepOf>[0]) => {
    const { doing, detail, done, total } = stepOf(progress)
    return [doing, detail, done, total]
  }
  expect(said(null)).toEqual(['Reading …', 'It is on its way to the server.', null, null])
  expect(said(START)).toEqual(['Reading …', 'The server has it; nothing is parsed yet.', null, null])
  const pages = { done: 12, total: 300 }
  expect(said({ ...START, pages })).toEqual(['Reading …', '12 of 300 pages read.', 12, 300])
  const sentences = { done: 64, total: 1240 }
  expect(said({ ...START, pages, sentences })).toEqual(['Reading …', '64 of 1,240 sentences parsed.', 64, 1240])
  const parsed = { ...START, sentences: { done: 1240, total: 1240 }, claims: 17 }
  expect(said(parsed)).toEqual(['Reading …', '1,240 sentences parsed, 17 claims found.', null, null])
  const judged = [
    { as_of: '2014-07-17', done: 900, total: 900 },
    { as_of: '2024-12-31', done: 3, total: 900 },
  ]
  expect(said({ ...parsed, claims: 900, judged })).toEqual([
    'Holding its claims against the record …',
    'As of 31 Dec 2024: 3 of 900 claims judged.',
    3,
    900,
  ])
})
