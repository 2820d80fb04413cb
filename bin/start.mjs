/**
 * `npm start`: from a fresh clone to a checked analysis. Installs and builds what is missing, holds the sample analysis
 * against the record (made and filled at its usual place on first use), and says what to type next.
 */
import { join } from 'node:path'
import { makeReady, root } from './setup/index.mjs'

const SAMPLE = join('data', 'samples', 'yerevan-tehran-2012.txt')

const NEXT = `
What to type next:
  bin/detente check YOUR-ANALYSIS.txt      hold any analysis in English against the record
  bin/detente check ${SAMPLE} --as-of 2012-11-05,2013-12-31
                                           the sample as it could be judged then, and a year later
  bin/detente events ARM IRN               what the record holds of a pair, with sources
  bin/detente --help                       all commands
`

// No page is served yet; the option that will stop before serving is accepted already, so that scripts need not change.
const unknown = process.argv.slice(2).filter(argument => argument !== '--no-serve')
if (unknown.length > 0) {
  console.error(
    `npm start: unknown option ${unknown.join(' ')}\nIt takes --no-serve alone; other commands: bin/detente --help`,
  )
  process.exit(2)
}

try {
  makeReady('run', line => console.error(line))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

process.chdir(root)
process.argv.splice(2, process.argv.length, 'check', SAMPLE)
// The bundle is done when its import is; it leaves an exit code when something went wrong.
await import(new URL('../dist/detente.js', import.meta.url).href)
if (!process.exitCode) console.log(NEXT)
