import { expect, test } from 'vitest'
import type { RecordEvent } from '../api/types.ts'
import { peopleIn, publicationsIn } from './found.ts'

const event = (id: string, people: string[], sources: [publisher: string, title: string, url: string][]): RecordEvent =>
  ({
    id,
    people,
    sources: sources.map(([publisher, title, url]) => ({ publisher, title, url, published: null })),
  }) as unknown as RecordEvent

const EVENTS = [
  event('1', ['Javad Zarif', 'Recep Tayyip Erdoğan'], [['Trend', 'Zarif in Baku', 'https://t.example/1']]),
  event(
    '2',
    ['Javad Zarif'],
    [
      ['IRNA', 'Talks held', 'https://i.example/2'],
      ['Trend', 'Zarif in Baku', 'https://t.example/1'],
    ],
  ),
  event('3', [], [['IRNA', 'Trade grows', '']]),
]

test('people are those whose names were searched for', () => {
  expect(peopleIn(EVENTS, 'zarif')).toEqual([{ name: 'Javad Zarif', events: 2 }])
  expect(peopleIn(EVENTS, 'erdogan tay')).toEqual([{ name: 'Recep Tayyip Erdoğan', events: 1 }])
  expect(peopleIn(EVENTS, 'arif')).toEqual([])
  expect(peopleIn(EVENTS, '…')).toEqual([])
})

test('a publication stands once, with its events; those that were meant come first', () => {
  const found = publicationsIn(EVENTS, 'trade')
  expect(found.map(({ title, events }) => [title, events.join()])).toEqual([
    ['Trade grows', '3'],
    ['Zarif in Baku', '1,2'],
    ['Talks held', '2'],
  ])
})
