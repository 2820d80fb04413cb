import { expect, test } from 'vitest'
import { type ServerEvent, serverEvents } from './server-events.ts'

const read = async (...chunks: Uint8Array[]): Promise<ServerEvent[]> => {
  const events: ServerEvent[] = []
  const body = new ReadableStream<Uint8Array>({
    start: stream => {
      for (const chunk of chunks) stream.enqueue(chunk)
      stream.close()
    },
  })
  for await (const event of serverEvents(body)) events.push(event)
  return events
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const TEXT = ': still at it\n\nevent: running\ndata: {"rows":1}\n\nevent: done\ndata: {"name":"Tabrīz"}\n\n'
const EVENTS = [
  { event: 'running', data: '{"rows":1}' },
  { event: 'done', data: '{"name":"Tabrīz"}' },
]

test('wherever the stream is cut, the same events come', async () => {
  const whole = bytes(TEXT)
  for (let i = 0; i <= whole.length; i++) expect(await read(whole.slice(0, i), whole.slice(i))).toEqual(EVENTS)
})

test('lines may end as on Windows, data may have several, one without a name is a message', async () =>
  expect(await read(bytes('data: a\r\ndata: b\r\n\r\ndata:c\n\n'))).toEqual([
    { event: 'message', data: 'a\nb' },
    { event: 'message', data: 'c' },
  ]))

test('what was cut off is no event', async () => expect(await read(bytes('event: done\ndata: {"ro'))).toEqual([]))
