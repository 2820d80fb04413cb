import { expect, test } from 'vitest'
import { ledgerOf } from '../../test/check/claim-of.ts'
import { eventOf } from '../../test/check/memory-record.ts'
import type { Source } from '../domain/index.ts'
import { selfWitness, withoutDocument } from './witness.ts'

const TEXT = 'A thaw between Athens and Ankara surprises everyone. Earthquake diplomacy has opened doors.'
const { document } = ledgerOf([], '1999-11-22', {
  title: 'Earthquake diplomacy opens doors',
  publisher: 'Aegean Post',
  url: 'https://www.aegean-post.test/1999/11/thaw?ref=home',
  text: TEXT,
})
const isDocument = selfWitness(document)
const page = (more: Partial<Source>): Source => ({
  publisher: 'Other Paper',
  title: 'Talks go on',
  url: 'https://other.test/1',
  published: '1999-11-23',
  ...more,
})
const event = (sources: readonly Source[]) =>
  eventOf({
    day: '1999-11-20',
    known: '1999-11-21',
    source: 'GRC',
    target: 'TUR',
    type: 'CONSULT',
    summary: 'They met.',
    sources,
  })

test.each([
  ['same title elsewhere: a reprint', page({ title: 'Earthquake Diplomacy Opens Doors' }), true],
  ['same address', page({ url: 'http://aegean-post.test/1999/11/thaw/' }), true],
  [
    'same paper, same days, a title of its words',
    page({ publisher: 'Aegean Post (via World Digest)', title: 'Thaw surprises Athens' }),
    true,
  ],
  ['same paper, another matter', page({ publisher: 'Aegean Post', title: 'Olive harvest fails in Crete' }), false],
  [
    'same paper, months before',
    page({ publisher: 'Aegean Post', title: 'Thaw surprises Athens', published: '1999-05-01' }),
    false,
  ],
  ['another paper', page({}), false],
])('%s', (_, source, answer) => expect(isDocument(source, event([source]))).toBe(answer))

test('an event told by the document alone is none; told by others too it is known from when they told it', () => {
  const own = page({ title: 'Earthquake diplomacy opens doors', published: '1999-11-21' })
  expect(withoutDocument(event([own]), isDocument)).toBeNull()
  const both = withoutDocument(event([own, page({ published: '1999-11-25' })]), isDocument)
  expect(both).toMatchObject({ known: '1999-11-25' })
  expect(both?.sources.map(s => s.publisher)).toEqual(['Other Paper'])
})
