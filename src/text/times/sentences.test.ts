import { expect, test } from 'vitest'
import { labelledSentences, labelOf } from './labelled-sentences.fixture.ts'
import { readTimes } from './read-times.ts'

const sentences = labelledSentences()
const read = ({ date, text }: (typeof sentences)[number]): string[] =>
  readTimes(text, { date: { from: date, to: date } }).map(labelOf)

test('there are at least 200 labelled times, each of which stands in its sentence', () => {
  expect(sentences.flatMap(({ times }) => times).length).toBeGreaterThanOrEqual(200)
  for (const { text, times } of sentences) for (const time of times) expect(text).toContain(time.split(' | ')[0])
})

test('at least 95 in 100 labelled times are read with every detail right', () => {
  const wrong = sentences.flatMap(sentence => {
    const found = new Set(read(sentence))
    return sentence.times.filter(time => !found.has(time))
  })
  const wanted = sentences.flatMap(({ times }) => times).length
  expect(1 - wrong.length / wanted, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
})

test('of what is read, at least 95 in 100 is a labelled time', () => {
  const read_ = sentences.flatMap(sentence =>
    read(sentence).map(time => ({ time, right: sentence.times.includes(time) })),
  )
  const wrong = read_.filter(({ right }) => !right)
  expect(1 - wrong.length / read_.length, wrong.map(({ time }) => time).join('\n')).toBeGreaterThanOrEqual(0.95)
})
