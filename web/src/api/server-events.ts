/**
 * Server-sent events out of an answer. The browser's own EventSource cannot bear a token, so the stream is read as it comes; of
 * the format only what the API uses is known: `event`, `data`, comments.
 */
export interface ServerEvent {
  readonly event: string
  readonly data: string
}

const eventOf = (block: string): ServerEvent | null => {
  let [event, data] = ['message', null as string | null]
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    if (name === 'event') event = value
    else if (name === 'data') data = data === null ? value : `${data}\n${value}`
  }
  return data === null ? null : { event, data }
}

/** Events in the order in which they end; a last one that was cut off is dropped. */
export const serverEvents = async function* (body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      rest = (rest + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n')
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = eventOf(block)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel()
  }
}
