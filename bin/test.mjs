/**
 * `npm test`: makes the clone ready, then every check there is, one after another; a failing step does not stop the next.
 * The last line is `N passed, N failed`: the tests, and the steps that hold no tests of their own.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { CHROMIUM, haveChromium } from './setup/chromium.mjs'
import { makeReady, root } from './setup/index.mjs'

/** @typedef {{ passed: number, failed: number, skipped?: number, says: string }} Outcome */

const folder = mkdtempSync(join(tmpdir(), 'detente-test-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** A tool from node_modules, run by this very node. @param {string} script @param {string[]} options */
const run = (script, options) =>
  spawnSync(process.execPath, [join(root, 'node_modules', script), ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
  })

/** A step that passes or fails as a whole. @param {string} script @param {string[]} options @returns {Outcome} */
const whole = (script, ...options) => {
  const { status, stdout, stderr } = run(script, options)
  return status === 0 ? { passed: 1, failed: 0, says: '' } : { passed: 0, failed: 1, says: `${stdout}${stderr}` }
}

/** Who may import whom. With a TypeScript it cannot read the cruiser sees no modules and finds no fault: that is a failure. @returns {Outcome} */
const imports = () => {
  const { status, stdout, stderr } = run('dependency-cruiser/bin/dependency-cruise.mjs', ['src', 'web/src'])
  const held = Number(/\((\d+) modules/.exec(stdout)?.[1] ?? 0)
  return status === 0 && held > 0
    ? { passed: 1, failed: 0, says: '' }
    : { passed: 0, failed: 1, says: `${stdout}${stderr}${held === 0 ? 'no modules were held to the rules' : ''}` }
}

/** The tests of one project; a run that ends without counts, or with none, has failed. @param {string} project @returns {Outcome} */
const tests = project => {
  const report = join(folder, `${project}.json`)
  const { status, stdout, stderr } = run('vitest/vitest.mjs', [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const says = `${stdout}${stderr}`
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const unloaded = testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length
    const failed = numFailedTests + unloaded
    const silent = failed === 0 && (status !== 0 || numPassedTests === 0) ? 1 : 0
    return {
      passed: numPassedTests,
      failed: failed + silent,
      skipped: numPendingTests,
      says: failed + silent > 0 ? says : '',
    }
  } catch {
    return { passed: 0, failed: 1, says }
  }
}

/** Tests that drive the web app; without a browser they are skipped, and that is said. @returns {Outcome} */
const browserTests = () => {
  if (haveChromium(line => console.error(line))) return tests('browser')
  return { passed: 0, failed: 0, says: `skipped: no ${CHROMIUM}. Install Chromium, or name one in DETENTE_CHROMIUM.` }
}

/** @type {[string, () => Outcome][]} */
const steps = [
  [
    'set-up',
    () => {
      makeReady('all', line => console.error(line))
      return { passed: 1, failed: 0, says: '' }
    },
  ],
  ['style (biome)', () => whole('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')],
  ['types (tsc)', () => whole('typescript/bin/tsc', '--noEmit')],
  [
    'types of the web app (svelte-check)',
    () => whole('svelte-check/bin/svelte-check', '--tsconfig', 'web/tsconfig.json', '--fail-on-warnings'),
  ],
  ['rooms and doors (dependency-cruiser)', imports],
  ['data', () => tests('data')],
  ['unit tests', () => tests('unit')],
  ['whole-way tests', () => tests('whole')],
  ['browser tests', browserTests],
]

let passed = 0
let failed = 0
for (const [name, step] of steps) {
  const started = Date.now()
  /** @type {Outcome} */
  let outcome
  try {
    outcome = step()
  } catch (error) {
    outcome = { passed: 0, failed: 1, says: error instanceof Error ? error.message : String(error) }
  }
  const says = outcome.says.trimEnd()
  if (says !== '') console.log(process.stdout.isTTY ? says : stripVTControlCharacters(says))
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const mark = outcome.failed > 0 ? '✗' : '✓'
  const counts = [`${outcome.passed} passed`, `${outcome.failed} failed`]
  if (outcome.skipped) counts.push(`${outcome.skipped} skipped`)
  console.log(`${mark} ${name.padEnd(38)} ${seconds.padStart(6)} s   ${counts.join(', ')}`)
  passed += outcome.passed
  failed += outcome.failed
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
