import { afterEach, expect, test, vi } from 'vitest'
import { inputFailure } from '../domain/index.ts'
import { tell } from './tell.ts'

const written = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
afterEach(() => written.mockClear())
const text = (): string => written.mock.calls.map(([chunk]) => chunk).join('')

test('a failure has its own code and hint', () => {
  expect(tell(inputFailure('a.txt is empty', 'Give a file with text.'), false)).toBe(3)
  expect(text()).toBe('detente: a.txt is empty\n  Give a file with text.\n')
})

test('without a hint of its own it points to the help', () => {
  tell(inputFailure('a.txt is empty'), false)
  expect(text()).toBe('detente: a.txt is empty\n  see detente --help\n')
})

test.each([new TypeError('x is undefined'), 'a string', undefined])(
  '%s is a defect of ours, to be reported',
  thrown => {
    expect(tell(thrown, false)).toBe(1)
    expect(text()).toMatch(/^detente: a defect of ours: .+\n {2}please report it .+\n$/)
  },
)

test('the stack shows with --debug only', () => {
  tell(new TypeError('x is undefined'), true)
  expect(text()).toMatch(/\nTypeError: x is undefined\n {4}at /)
})
