import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { build, isBuilt } from '../../bin/setup/build.mjs'
import { CHROMIUM } from '../../bin/setup/chromium.mjs'
import { alone } from '../../bin/setup/lock.mjs'

/**
 * The app as its users have it: the built command serving a record of its own, looked at with a real Chromium. A file of tests
 * calls `openApp` once; every page it opens must end without a word on the console and without an answer of 5xx.
 */

/** Tests of the app are skipped where there is no browser: `describe.skipIf(!HAS_BROWSER)`. */
export const HAS_BROWSER = existsSync(CHROMIUM)

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync']

/** On a machine that is busy with other things, everything takes longer. */
const PATIENCE = 60_000

export interface Server {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  readonly record: string
  readonly stop: () => Promise<number | null>
}

/** `detente serve` on a free port, with a record that it makes itself. */
export const startServer = async (...words: string[]): Promise<Server> => {
  alone(resolve('.being-prepared'), () => {
    if (!isBuilt(resolve('.'))) build(resolve('.'))
  })
  const folder = mkdtempSync(join(tmpdir(), 'detente-browser-'))
  const record = join(folder, 'record.duckdb')
  const options = ['serve', '--port', '0', '--json', '--record', record, ...words]
  const child: ChildProcess = spawn(process.execPath, [resolve('dist/detente.js'), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>(end => child.on('close', end))
  let [out, err] = ['', '']
  const url = await new Promise<string>((told, failed) => {
    child.stdout?.setEncoding('utf8').on('data', text => {
      out += text
      if (out.endsWith('}\n')) told(new URL(JSON.parse(out).url).origin)
    })
    child.stderr?.setEncoding('utf8').on('data', text => {
      err += text
    })
    void ended.then(code => failed(new Error(`the server ended with ${code}: ${err}`)))
  })
  const stop = async (): Promise<number | null> => {
    child.kill('SIGINT')
    const code = await ended
    rmSync(folder, { recursive: true, force: true })
    return code
  }
  return { url, record, stop }
}

export interface App {
  /** Set once the tests of the file begin. */
  readonly server: Server
  /** Opens a path in a window of its own; `look` may set its size, colour scheme, motion. */
  readonly open: (path: string, look?: BrowserContextOptions) => Promise<Page>
  /** The tests of this file provoke refusals of this status, which browsers tell on the console. */
  readonly mayRefuse: (status: number) => void
  /** What axe finds on the page as it stands; `[]` when nothing. */
  readonly axe: (page: Page) => Promise<string[]>
}

/** A phone, as wide as most. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const axeSource = (): string => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** Server and browser for the tests of one file. Call it at the top of a `describe`. */
export const openApp = (...words: string[]): App => {
  let server: Server | null = null
  let browser: Browser | null = null
  const said: string[] = []
  const refusals: number[] = []

  beforeAll(async () => {
    if (!HAS_BROWSER) return
    server = await startServer(...words)
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })

  // Windows of earlier tests go on asking the server.
  afterEach(async () => {
    await Promise.all(browser?.contexts().map(context => context.close()) ?? [])
  })

  afterAll(async () => {
    await browser?.close()
    const code = await server?.stop()
    if (server !== null) expect({ code, said }).toEqual({ code: 0, said: [] })
  })

  const running = (): Server => {
    if (server === null) throw new Error('the server is there once the tests begin')
    return server
  }

  return {
    get server() {
      return running()
    },
    open: async (path, look = {}) => {
      if (browser === null) throw new Error('the browser is there once the tests begin')
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...look })
      context.setDefaultTimeout(PATIENCE)
      const page = await context.newPage()
      page.on('console', message => {
        if (refusals.some(status => message.text().includes(`responded with a status of ${status} `))) return
        if (message.type() === 'error' || message.type() === 'warning') said.push(`${path}: ${message.text()}`)
      })
      page.on('pageerror', error => said.push(`${path}: ${error.message}`))
      page.on('request', request => {
        if (/^https?:/.test(request.url()) && !request.url().startsWith(running().url))
          said.push(`${path} asked ${request.url()}`)
      })
      await page.goto(`${running().url}${path}`)
      return page
    },
    mayRefuse: status => void refusals.push(status),
    axe: async page => {
      // Through the debugger, since the page's policy lets no foreign script in.
      await page.evaluate(axeSource())
      const found = await page.evaluate<readonly Violation[]>('axe.run().then(({ violations }) => violations)')
      return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}\n${node.failureSummary}`))
    },
  }
}
