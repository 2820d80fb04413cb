import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureRecord } from '../src/record/index.ts'
import { type Command, makeCommand } from './command.ts'

/** `detente mcp` as assistants use it: the protocol's own client, over standard streams and over HTTP. */

const TEXT =
  'On 9 April 2014, President Ilham Aliyev visited Tehran. President Hassan Rouhani will visit Baku in September.'
const TOKEN = 'a-long-and-random-word'

let command: Command
let folder = ''
let record = ''
beforeAll(async () => {
  command = await makeCommand()
  folder = mkdtempSync(join(tmpdir(), 'detente-mcp-'))
  record = join(folder, 'record.duckdb')
  await ensureRecord(record)
})
afterAll(() => {
  command.remove()
  rmSync(folder, { recursive: true, force: true })
})

interface Answered {
  readonly text: string
  // Documents are looked into by the tests that know what they asked for.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
  readonly document: any
  readonly isError: boolean
}

interface Tools {
  readonly client: Client
  readonly call: (name: string, given: Record<string, unknown>) => Promise<Answered>
}

const connected = async (transport: Transport): Promise<Tools> => {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  // Asked for first, so that the client holds every answer against the tool's schema.
  await client.listTools()
  return {
    client,
    call: async (name, given) => {
      const { content, structuredContent, isError } = await client.callTool({ name, arguments: given })
      const [first] = content as { type: string; text: string }[]
      return { text: first?.text ?? '', document: structuredContent, isError: isError === true }
    },
  }
}

const overStreams = (): Promise<Tools> =>
  connected(new StdioClientTransport({ command: process.execPath, args: [command.script, 'mcp', '--record', record] }))

/** A server that says where it is. */
const overHttp = async (...words: string[]) => {
  const child = command.start(['mcp', '--http', '--port', '0', '--json', '--record', record, ...words])
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout?.setEncoding('utf8').on('data', text => {
      out += text
      if (out.endsWith('}\n')) resolve(JSON.parse(out).url)
    })
    void ended.then(code => reject(new Error(`ended with ${code}`)))
  })
  const stop = (): Promise<number | null> => {
    child.kill('SIGINT')
    return ended
  }
  return { url, stop }
}

describe('over standard streams', () => {
  let tools: Tools
  beforeAll(async () => {
    tools = await overStreams()
  })
  afterAll(() => tools.client.close())

  test('the tools are listed, each with what it takes and gives, and say that texts are data', async () => {
    const { tools: listed } = await tools.client.listTools()
    expect(listed.map(({ name }) => name)).toEqual([
      'check',
      'read',
      'brief',
      'dyad',
      'turning_points',
      'events',
      'trace',
    ])
    for (const { description, inputSchema, outputSchema, annotations } of listed) {
      expect(description).toContain('never as instructions')
      expect(inputSchema.type).toBe('object')
      expect(Object.keys(outputSchema?.properties ?? outputSchema?.oneOf ?? outputSchema?.anyOf ?? {})).not.toEqual([])
      expect(annotations?.readOnlyHint).toBe(true)
    }
    const dyad = listed.find(({ name }) => name === 'dyad')
    expect(dyad?.inputSchema.required).toEqual(['a', 'b'])
    expect(dyad?.inputSchema.properties?.by).toMatchObject({ default: 'year' })
    expect(dyad?.inputSchema.properties?.from).toMatchObject({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
    expect(tools.client.getInstructions()).toContain('never instructions')
  })

  test('check: verdicts with receipts, as a document and as a text', async () => {
    for (const [detail, schema] of [
      ['full', 'detente.ledger/1'],
      ['summary', 'detente.check-summary/1'],
    ]) {
      const { text, document, isError } = await tools.call('check', { text: TEXT, date: '2014-07-17', detail })
      expect(isError).toBe(false)
      expect(document.schema).toBe(schema)
      const [verdict] = document.claims[0].verdicts
      expect(verdict.verdict).toBe('supported')
      expect(verdict.receipts[0].event).toBe('az-ir-2014-04-09-a')
      expect(text).toContain('az-ir-2014-04-09-a')
    }
  })

  test('check of a whole analysis in short: fits a window, tells first what is wrong, says what is left out', async () => {
    const sample = readFileSync('data/samples/yerevan-tehran-2012.txt', 'utf8')
    const { content, structuredContent } = await tools.client.callTool({ name: 'check', arguments: { text: sample } })
    expect(JSON.stringify({ content, structuredContent }).length).toBeLessThan(40_000)
    const whole = (await tools.call('check', { text: sample, detail: 'full' })).document
    const short = (await tools.call('check', { text: sample })).document
    expect(short.summary.by_verdict).toEqual(whole.summary.by_verdict)
    expect(short.claims.length + short.left_out.claims).toBe(whole.claims.length)
    const has = (claim: { verdicts: { verdict: string }[] }, name: string): boolean =>
      claim.verdicts.some(({ verdict }) => verdict === name)
    const ids = (claims: (Parameters<typeof has>[0] & { id: string })[]): string[] =>
      claims.filter(claim => has(claim, 'contradicted') || has(claim, 'disputed')).map(({ id }) => id)
    expect(ids(short.claims)).toEqual(ids(whole.claims))
    for (const { id, verdicts } of short.claims) {
      const of = whole.claims.find((claim: { id: string }) => claim.id === id)
      for (const { as_of, verdict, receipts } of verdicts) {
        for (const day of as_of)
          expect(of.verdicts.find((one: { as_of: string }) => one.as_of === day).verdict).toBe(verdict)
        for (const receipt of receipts) expect(receipt.known <= as_of[0]).toBe(true)
      }
    }
    expect(content).toMatchObject([{ text: expect.stringContaining('further claims') }])
  })

  test('read, brief, dyad, turning points, events', async () => {
    expect((await tools.call('read', { text: TEXT })).document.claims.length).toBeGreaterThan(1)
    const brief = await tools.call('brief', { a: 'Azerbaijan', b: 'Iran', as_of: '2014-07-17' })
    expect(brief.document).toMatchObject({ schema: 'detente.brief/1', dyad: 'AZE-IRN' })
    expect(brief.text).toMatch(/^# Azerbaijan and Iran/)
    const dyad = await tools.call('dyad', { a: 'AZE', b: 'IRN' })
    expect(dyad.document).toMatchObject({ by: 'year', dyad: 'AZE-IRN' })
    const turns = await tools.call('turning_points', { a: 'AZE', b: 'IRN' })
    expect(turns.document.turning_points.length).toBeGreaterThan(0)
    const events = await tools.call('events', { a: 'AZE', b: 'IRN', search: 'visit' })
    expect(events.document.events.length).toBeGreaterThan(3)
    expect(events.document.events.length).toBeLessThanOrEqual(50)
    expect(events.text).toContain(events.document.events[0].summary.slice(0, 20))
  })

  test('trace leads from an event and a turning point to files and lines', async () => {
    const event = await tools.call('trace', { id: 'az-ir-2014-04-09-a' })
    expect(event.document.versions[0].line).toBeGreaterThan(0)
    const { document } = await tools.call('turning_points', { a: 'AZE', b: 'IRN' })
    const turn = await tools.call('trace', { id: document.turning_points[0].id })
    expect(turn.document).toMatchObject({ kind: 'turning_point', dyad: 'AZE-IRN' })
  })

  test.each([
    ['brief', { a: 'Persa', b: 'AZE' }, 'unknown country "Persa"\ndid you mean Iran?'],
    ['brief', { a: 'Iran' }, 'b is missing'],
    ['dyad', { a: 'Iran', b: 'AZE', from: 'soon' }, '"soon" is no day'],
    ['dyad', { a: 'Iran', b: 'AZE', colour: 'red' }, 'unknown argument "colour"'],
    ['events', { search: "'; drop table versions; --" }, ''],
    ['check', {}, 'text is missing'],
    ['check', { text: '   ' }, 'nothing but blanks'],
    ['trace', { id: '../../etc/passwd' }, 'the record holds nothing with the id'],
    ['dance', {}, 'unknown tool "dance"'],
  ])('%s %j: told what is wrong', async (name, given, says) => {
    const { text, isError } = await tools.call(name, given)
    expect(text).toContain(says)
    expect(isError).toBe(says !== '')
  })
})

describe('over HTTP', () => {
  test('the same tools under the rules of the server', async () => {
    const { url, stop } = await overHttp()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/)
    const tools = await connected(new StreamableHTTPClientTransport(new URL(url)) as Transport)
    const { document } = await tools.call('check', { text: TEXT, date: '2014-07-17' })
    expect(document.schema).toBe('detente.check-summary/1')
    expect(document.claims[0].verdicts[0].verdict).toBe('supported')
    await tools.client.close()
    const foreign = await fetch(url, { method: 'POST', headers: { origin: 'https://evil.example' }, body: '{}' })
    expect(foreign.status).toBe(403)
    const broken = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: '{"jsonrpc"',
    })
    expect(broken.status).toBe(400)
    expect(await stop()).toBe(0)
  })

  test('to others only with the token', async () => {
    const refused = await command.run(['mcp', '--http', '--host', '0.0.0.0', '--port', '0', '--record', record])
    expect([refused.code, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toMatch(/^detente: serving at 0\.0\.0\.0 lets others in and needs a token/)
    const { url, stop } = await overHttp('--token', TOKEN)
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401)
    const headers = { authorization: `Bearer ${TOKEN}` }
    const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } })
    const tools = await connected(transport as Transport)
    expect((await tools.call('trace', { id: 'run:1' })).document.kind).toBe('import')
    await tools.client.close()
    expect(await stop()).toBe(0)
  })
})

test('with nobody at the other end it ends; results alone go to standard output', async () => {
  const { code, stdout, stderr } = await command.run(['mcp', '--record', record])
  expect([code, stdout, stderr]).toEqual([0, '', ''])
})

test('no other command loads the protocol', () => {
  expect(readFileSync(command.script, 'utf8')).not.toMatch(/from ["']@modelcontextprotocol/)
})
