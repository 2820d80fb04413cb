/**
 * `npm start`: from a fresh clone to a checked analysis and the web app. Installs and builds what is missing, holds the sample
 * analysis against the record (made and filled at its usual place on first use), says what to type next, and serves the app
 * until Ctrl-C. `--no-serve` stops before serving; `--port N` serves there.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
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

const PORT = 4117

const asked = () => {
  try {
    return parseArgs({ options: { 'no-serve': { type: 'boolean' }, port: { type: 'string' } } }).values
  } catch (error) {
    const word = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? process.argv.slice(2).join(' ')
    console.error(
      `npm start: unknown option ${word}\nIt takes --no-serve and --port N; other commands: bin/detente --help`,
    )
    process.exit(2)
  }
}

/** The usual port, or where somebody else has it, any that is free. */
const freePort = async () => {
  const probe = createServer()
  probe.listen(PORT, '127.0.0.1')
  try {
    await once(probe, 'listening')
    probe.close()
    await once(probe, 'close')
    return String(PORT)
  } catch {
    return '0'
  }
}

const options = asked()
try {
  makeReady('run', line => console.error(line))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

process.chdir(root)
const program = join(root, 'dist', 'detente.js')
const { status } = spawnSync(process.execPath, [program, 'check', SAMPLE], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
console.log(NEXT)
if (!options['no-serve']) {
  process.argv.splice(2, process.argv.length, 'serve', '--port', options.port ?? (await freePort()))
  await import(new URL('../dist/detente.js', import.meta.url).href)
}
