import type { SplitRecord } from '../format.ts'
import { toEventText } from './to-event.ts'

/** An object longer than this many lines is a file of another kind, or one whose brace never closes. */
const MAX_LINES = 2000

/** Objects that begin and end with a brace at the start of a line, as indented JSON writes them. */
export async function* splitObjects(chunks: AsyncIterable<Uint8Array>): AsyncIterable<SplitRecord[]> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let line = 0
  let open: { readonly line: number; readonly texts: string[] } | null = null
  const finish = (): SplitRecord[] => {
    if (open === null) return []
    const record = toEventText(open.line, open.texts.join('\n'))
    open = null
    return [record]
  }
  const take = (text: string): SplitRecord[] => {
    line += 1
    const begins = text.startsWith('{')
    const torn: SplitRecord[] = begins && open !== null ? finish() : []
    if (open === null && text.trim() === '') return torn
    open ??= { line, texts: [] }
    open.texts.push(text)
    const ends = text.startsWith('}') || (begins && text.trimEnd().endsWith('}'))
    return ends || open.texts.length > MAX_LINES ? [...torn, ...finish()] : torn
  }
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield lines.flatMap(take)
  }
  yield [...(rest === '' ? [] : take(rest)), ...finish()]
}
