import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Job, makeJobs } from './jobs.ts'

/** Jobs of any kind: how long they are known, and what becomes of those that nobody looks at. */

interface Counting extends Job {
  readonly count: number
}

const RULES = { remembered: 2, lifetime: 60_000, abandoned: 1000 }

const makeCounting = () => makeJobs<Counting, string>({ ...RULES, onDefect: error => expect.fail(String(error)) })
type Counts = ReturnType<typeof makeCounting>

const short = (jobs: Counts): string => jobs.start({ count: 0 }, async () => ({ result: 'counted' })).id

/** Goes on until it is told to stop. */
const endless = (jobs: Counts): string =>
  jobs.start({ count: 0 }, ({ signal }) => new Promise((_, stop) => signal.addEventListener('abort', stop))).id

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('those that are over are forgotten by number and by age; one that runs is not', async () => {
  const jobs = makeCounting()
  const running = endless(jobs)
  const over = [short(jobs), short(jobs), short(jobs)]
  await settle()
  expect([running, ...over].map(id => jobs.find(id)?.state ?? null)).toEqual(['running', null, 'done', 'done'])
  expect(jobs.result(over[1] ?? '')).toBe('counted')
  vi.advanceTimersByTime(RULES.lifetime + 1)
  expect([running, ...over].map(id => jobs.find(id)?.state ?? null)).toEqual(['running', null, null, null])
  expect(jobs.running()).toBe(1)
  await jobs.stop()
  expect([jobs.running(), jobs.find(running)?.state]).toEqual([0, 'cancelled'])
})

test('one that was followed is cancelled once nobody follows or asks any more', async () => {
  const jobs = makeCounting()
  const id = endless(jobs)
  vi.advanceTimersByTime(10 * RULES.abandoned)
  expect(jobs.find(id)?.state).toBe('running')
  const [first, second] = [jobs.follow(id), jobs.follow(id)]
  first()
  await vi.advanceTimersByTimeAsync(10 * RULES.abandoned)
  expect(jobs.find(id)?.state).toBe('running')
  second()
  for (let i = 0; i < 5; i += 1) {
    await vi.advanceTimersByTimeAsync(RULES.abandoned - 1)
    expect(jobs.find(id)?.state).toBe('running')
  }
  const back = jobs.follow(id)
  await vi.advanceTimersByTimeAsync(10 * RULES.abandoned)
  expect(jobs.find(id)?.state).toBe('running')
  back()
  await vi.advanceTimersByTimeAsync(RULES.abandoned)
  expect(jobs.find(id)?.state).toBe('cancelled')
})

test('who waits for a move is told of it, and at once where it has ended', async () => {
  const jobs = makeCounting()
  let tell = (_count: number): void => {}
  const { id } = jobs.start({ count: 0 }, async task => {
    tell = count => task.tell({ count })
    await new Promise((_, stop) => task.signal.addEventListener('abort', stop))
    return { result: '' }
  })
  const seen = jobs.find(id) as Counting
  const moved = jobs.moved(id, seen)
  tell(7)
  await moved
  expect(jobs.find(id)?.count).toBe(7)
  await jobs.moved(id, seen)
  await jobs.cancel(id)
  await jobs.moved(id, jobs.find(id) as Counting)
  expect(jobs.find('nobody')).toBeNull()
  expect(jobs.result(id)).toBeNull()
})
