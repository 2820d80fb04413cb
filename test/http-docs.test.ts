import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { referencePages } from '../docs/make-reference.ts'
import { openService, type Serving, serve } from '../src/http/index.ts'
import { type Api, openApi } from './http-service.ts'

/** The pages on the API and on assistants: what they show works, and the reference is what the schemas say. */

const root = fileURLToPath(new URL('..', import.meta.url))
const page = (path: string): string => readFileSync(join(root, 'docs', path), 'utf8')

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(m => m[1] ?? '')

describe('reference', () => {
  test('is as the schemas are; else: npx tsx docs/make-reference.ts', async () => {
    for (const [name, text] of Object.entries(await referencePages())) expect(page(`reference/${name}`)).toBe(text)
  })
})

describe('how-to/api.md', () => {
  let api: Api
  let serving: Serving
  let folder = ''
  beforeAll(async () => {
    api = await openApi()
    const onDefect = (error: unknown): void => void api.defects.push(error)
    serving = await serve(openService(api.record, { onDefect }), { host: '127.0.0.1', port: 0, token: null, onDefect })
    folder = mkdtempSync(join(tmpdir(), 'detente-docs-'))
    mkdirSync(join(folder, 'work'))
    symlinkSync(join(root, 'data'), join(folder, 'work', 'data'))
  })
  afterAll(async () => {
    expect(api.defects).toEqual([])
    await serving.stop()
    await api.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What a program prints; the server runs in this process, so that it must not be waited for idly. */
  const printed = (program: string, words: readonly string[], input: string): Promise<[number | null, string]> =>
    new Promise(resolve => {
      const child = spawn(program, words, {
        cwd: join(folder, 'work'),
        env: { ...process.env, DETENTE_URL: serving.url },
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      let out = ''
      child.stdout.setEncoding('utf8').on('data', text => {
        out += text
      })
      child.on('close', code => resolve([code, out]))
      child.stdin.end(input)
    })

  test('every line of curl is answered', async () => {
    const lines = blocks(page('how-to/api.md'), 'sh').flatMap(block =>
      block.split('\n').filter(l => l.startsWith('curl')),
    )
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) {
      const here = line.replace('http://127.0.0.1:4117/api/v1', serving.url).replace('curl -s', 'curl -s --fail')
      const [code] = await printed('sh', ['-c', here], '')
      expect([line, code]).toEqual([line, 0])
    }
    for (const name of ['check.md', 'brief.html', 'events.csv'])
      expect(readFileSync(join(folder, 'work', name), 'utf8').length).toBeGreaterThan(1000)
  })

  test.skipIf(spawnSync('python3', ['--version']).status !== 0)('the Python runs (where there is one)', async () => {
    const [code, out] = await printed('python3', ['-'], blocks(page('how-to/api.md'), 'python').join('\n'))
    expect(code).toBe(0)
    expect(out).toMatch(/^2014 \d+ -?[\d.]+$/m)
    expect(out).toMatch(/2014-07-17 supported .*visited Tehran\n +az-ir-2014-04-09-a /)
  })
})
