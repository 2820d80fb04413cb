/** A process of its own for the tests of record: imports files or holds a record open, and says on stdout how far it is. */
import { importFiles, openRecord } from '../src/record/index.ts'

const [what, path = '', ...files] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (what === 'import') {
  await importFiles(path, files, { onProgress: () => say('progress') })
  say('done')
}
if (what === 'read') {
  const reader = await openRecord(path)
  say('open')
  // Lives until it is killed.
  setInterval(() => void reader, 1000)
}
