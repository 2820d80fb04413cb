import { type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'
import config from '../rolldown.config.mjs'

/**
 * The command as its users run it: the sources as they are now, bundled as for shipping, in a process of its own.
 * The bundle lies below the package's folder, since it looks upwards for its data.
 */
const root = fileURLToPath(new URL('..', import.meta.url))

export interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Settings {
  readonly input?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Command {
  readonly script: string
  /** Starts it and leaves it to the test: signals, pipes that close. */
  readonly start: (
    words: readonly string[],
    settings?: Settings & Pick<SpawnOptions, 'stdio'>,
  ) => ReturnType<typeof spawn>
  readonly run: (words: readonly string[], settings?: Settings) => Promise<Outcome>
  readonly remove: () => void
}

/** Nothing of the caller's own set-up may show in a test. */
const environment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
  ...extra,
})

export const makeCommand = async (): Promise<Command> => {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const dir = mkdtempSync(join(cache, 'detente-test-'))
  await build({ ...config, cwd: root, output: { ...config.output, dir } })
  const script = join(dir, 'detente.js')
  const start: Command['start'] = (words, { cwd = root, env = {}, stdio = 'pipe' } = {}) =>
    spawn(process.execPath, [script, ...words], { cwd, env: environment(env), stdio })
  const run: Command['run'] = (words, settings = {}) =>
    new Promise((resolve, reject) => {
      const child = start(words, settings)
      let [stdout, stderr] = ['', '']
      child.stdout?.setEncoding('utf8').on('data', text => {
        stdout += text
      })
      child.stderr?.setEncoding('utf8').on('data', text => {
        stderr += text
      })
      child.on('error', reject)
      child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
      // A command that refuses its words does not wait for its input.
      child.stdin?.on('error', () => {})
      child.stdin?.end(settings.input ?? '')
    })
  return { script, start, run, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
