import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openService, serve } from '../src/http/index.ts'
import { ensureRecord } from '../src/record/index.ts'
import { type Command, makeCommand } from './command.ts'

/** `detente serve` as its users run it: on a port, asked by a client, imported into, stopped. */

const TOKEN = 'a-long-and-random-word'

let command: Command
let folder = ''
let record = ''
beforeAll(async () => {
  command = await makeCommand()
  folder = mkdtempSync(join(tmpdir(), 'detente-serve-'))
  record = join(folder, 'record.duckdb')
})
afterAll(() => {
  command.remove()
  rmSync(folder, { recursive: true, force: true })
})

const started: { stop: () => Promise<number | null> }[] = []
afterEach(async () => {
  for (const { stop } of started.splice(0)) await stop()
})

/** What the tests look into. */
interface Answer {
  readonly dyad: string
  readonly claims: [{ readonly verdicts: [{ readonly verdict: string }] }]
  readonly events: readonly object[]
}

const read = async (response: Response): Promise<Answer> => (await response.json()) as Answer

/** A server that says where it is. */
const start = async (...words: string[]) => {
  const child = command.start(['serve', '--port', '0', '--json', '--record', record, ...words])
  let [out, err] = ['', '']
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', text => {
      out += text
      if (out.endsWith('}\n')) resolve(JSON.parse(out).url)
    })
    child.stderr?.setEncoding('utf8').on('data', text => {
      err += text
    })
    void ended.then(code => reject(new Error(`ended with ${code}: ${err}`)))
  })
  const stop = (): Promise<number | null> => {
    child.kill('SIGINT')
    return ended
  }
  started.push({ stop })
  return { url, stop, errors: () => err }
}

test('the whole way: asked, checked, imported into with progress, asked again, stopped cleanly', async () => {
  const { url, stop, errors } = await start()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/)

  const dyad = await fetch(`${url}/dyad?a=Azerbaijan&b=Iran&by=year`)
  expect([dyad.status, dyad.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  expect((await read(dyad)).dyad).toBe('AZE-IRN')

  const text = 'On 9 April 2014, President Ilham Aliyev visited Tehran.'
  const checked = await fetch(`${url}/check?date=2014-07-17`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: text,
  })
  expect((await read(checked)).claims[0].verdicts[0].verdict).toBe('supported')

  const row = {
    day: '2024-05-19',
    source: 'IRN',
    target: 'AZE',
    type: 'CONSULT',
    status: 'occurred',
    summary: 'Zanjanites met.',
  }
  const job = await fetch(`${url}/import?name=mine.jsonl`, { method: 'POST', body: `${JSON.stringify(row)}\n` })
  expect(job.status).toBe(202)
  const progress = await fetch(new URL(`${job.headers.get('location')}/progress`, url))
  expect(progress.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(await progress.text()).toMatch(/event: done\ndata: .*"accepted":1/)
  const found = await read(await fetch(`${url}/events?search=Zanjanites`))
  expect(found.events).toHaveLength(1)

  // Other readers work beside it.
  expect((await command.run(['sources', '--record', record])).code).toBe(0)
  expect([await stop(), errors()]).toEqual([0, ''])
  // Nobody holds the record any more.
  writeFileSync(join(folder, 'later.jsonl'), `${JSON.stringify({ ...row, day: '2024-05-20' })}\n`)
  expect((await command.run(['import', join(folder, 'later.jsonl'), '--record', record])).code).toBe(0)
})

test('a question under way is answered before it stops', async () => {
  const { url, stop } = await start()
  const check = (times: number): Promise<Response> =>
    fetch(`${url}/check`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'On 9 April 2014, President Ilham Aliyev visited Tehran. '.repeat(times),
    })
  // The thread that reads has to be there: what is waited for is the question, not its start.
  expect((await check(1)).status).toBe(200)
  const asked = check(100)
  await new Promise(resolve => setTimeout(resolve, 300))
  const stopped = stop()
  expect((await asked).status).toBe(200)
  expect(await stopped).toBe(0)
})

test('to others only with a token, which the address does not show', async () => {
  const refused = await command.run(['serve', '--host', '0.0.0.0', '--port', '0', '--record', record])
  expect([refused.code, refused.stdout]).toEqual([2, ''])
  expect(refused.stderr).toMatch(/^detente: serving at 0\.0\.0\.0 lets others in and needs a token\n {2}add --token/)
  const { url } = await start('--host', '0.0.0.0', '--token', TOKEN)
  const local = url.replace('0.0.0.0', '127.0.0.1')
  expect((await fetch(`${local}/sources`)).status).toBe(401)
  expect((await fetch(`${local}/sources`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200)
})

test.each([
  [['--port', '70000'], '"70000" is no port'],
  [['--host', '203.0.113.7', '--token', TOKEN], '203.0.113.7 is no address of this machine'],
])('%j: refused in one line and a hint', async (words, message) => {
  const { code, stdout, stderr } = await command.run(['serve', '--record', record, ...words])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^detente: [^\n]+\n {2}[^\n]+\n$/)
  expect(stderr).toContain(message)
})

test('a port that is taken: refused', async () => {
  const { url } = await start()
  const { code, stderr } = await command.run(['serve', '--record', record, '--port', new URL(url).port])
  expect(code).toBe(2)
  expect(stderr).toMatch(/^detente: port \d+ of 127\.0\.0\.1 is taken\n {2}name another with --port/)
})

test('it says what to type', async () => {
  const child = command.start(['serve', '--port', '0', '--record', record])
  const out = await new Promise<string>(resolve => child.stdout?.setEncoding('utf8').once('data', resolve))
  const ended = new Promise(resolve => child.on('close', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(out).toMatch(/The API is at http:\/\/127\.0\.0\.1:\d+\/api\/v1/)
  expect(out).toMatch(/curl -H 'content-type: text\/plain' --data-binary @YOUR-ANALYSIS\.txt http/)
})

test('clients that are slow to ask are let go, the others served', async () => {
  const own = join(folder, 'slow.duckdb')
  await ensureRecord(own)
  const onDefect = (): void => {}
  const serving = await serve(openService(own, { onDefect }), {
    host: '127.0.0.1',
    port: 0,
    token: null,
    onDefect,
    timeouts: { headers: 200, request: 400, grace: 1000 },
  })
  const port = Number(new URL(serving.url).port)
  /** What comes back to a client that sends this and then falls silent. */
  const silent = (words: string): Promise<string> =>
    new Promise(resolve => {
      let back = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(words))
      socket.setEncoding('utf8').on('data', text => {
        back += text
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(back))
    })
  const head = 'POST /api/v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\n'
  const slow = Promise.all([
    silent(head),
    silent(`${head}Content-Type: text/plain\r\nContent-Length: 5000\r\n\r\nIran`),
  ])
  expect((await fetch(`${serving.url}/sources`)).status).toBe(200)
  for (const back of await slow) expect(back).toMatch(/^(HTTP\/1\.1 408 |$)/)
  await serving.stop()
})
