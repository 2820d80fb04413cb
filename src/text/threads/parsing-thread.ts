/** The thread that reads sentences for `parse-all.ts`: packed words in, packed readings out, one message at a time. */
import { parentPort } from 'node:worker_threads'
import { english } from '../english.ts'
import { type PackedWords, packReadings, unpackWords } from './packed.ts'

parentPort?.on('message', (words: PackedWords) => {
  const readings = packReadings(english().read(unpackWords(words)))
  const { tags, relations, heads, nameLeads } = readings
  parentPort?.postMessage(readings, [tags.buffer, relations.buffer, heads.buffer, nameLeads.buffer])
})
