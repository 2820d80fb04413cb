import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { AxiosResponse } from 'axios'
import { type OpenAPIClient, OpenAPIClientAxios, type OpenAPIV3_1, type Operation } from 'openapi-client-axios'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openService, type Service, type Serving, serve } from '../src/http/index.ts'
import { type Api, openApi } from './http-service.ts'

/**
 * The API as programs in other languages meet it: a client made from the description alone, over a port. Every operation is called
 * through it, and every answer held against the description by a validator that knows nothing of how it was written.
 */

const TEXT =
  'On 9 April 2014, President Ilham Aliyev visited Tehran. President Hassan Rouhani will visit Baku in September.'
const ROW = {
  day: '2024-05-19',
  source: 'IRN',
  target: 'AZE',
  type: 'CONSULT',
  status: 'occurred',
  summary: 'They met.',
}

let api: Api
let service: Service
let serving: Serving
let description: OpenAPIV3_1.Document
let client: OpenAPIClient
let maker: OpenAPIClientAxios
beforeAll(async () => {
  api = await openApi()
  const onDefect = (error: unknown): void => void api.defects.push(error)
  service = openService(api.record, { onDefect })
  serving = await serve(service, { host: '127.0.0.1', port: 0, token: null, onDefect })
  const definition = `${serving.url}/openapi.json`
  description = (await (await fetch(definition)).json()) as OpenAPIV3_1.Document
  maker = new OpenAPIClientAxios({ definition, axiosConfigDefaults: { validateStatus: () => true } })
  client = await maker.getClient()
  client.defaults.baseURL = new URL(serving.url).origin
})
afterAll(async () => {
  expect(api.defects).toEqual([])
  await serving.stop()
  await api.close()
})

/** What an answer does not keep of its description. */
const faults = ({ operationId }: Operation, { status, data, headers }: AxiosResponse): unknown => {
  const type = String(headers['content-type']).split(';')[0] ?? ''
  const operation = maker.getOperation(operationId ?? '')
  const answers = operation?.responses?.[String(status)] as OpenAPIV3_1.ResponseObject | undefined
  const schema = answers?.content?.[type]?.schema
  if (!schema) return `${operationId} describes no ${type} with ${status}`
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ ...description, $id: 'api' } as object)
  const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'))
  return ajv.validate(local, data) ? null : ajv.errorsText()
}

test('the description is a valid OpenAPI 3.1 document', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate({ ...description })
  expect(errors).toBeUndefined()
  expect([valid, validator.version]).toEqual([true, '3.1'])
})

/** A parameter's value or the whole body, by operation; path and query alike, as the client sorts them itself. */
const CALLS: Readonly<Record<string, readonly [Record<string, string> | null, unknown?, object?]>> = {
  check: [{ date: '2014-07-17' }, TEXT, { headers: { 'Content-Type': 'text/plain' } }],
  read: [{}, TEXT, { headers: { 'Content-Type': 'text/plain' } }],
  brief: [{ a: 'AZE', b: 'IRN', as_of: '2014-07-17' }],
  dyad: [{ a: 'AZE', b: 'IRN', by: 'year' }],
  turningPoints: [{ a: 'AZE', b: 'IRN' }],
  pairs: [{ days: '365' }],
  compare: [{ one: 'AZE-IRN', other: 'ARM-IRN' }],
  events: [{ a: 'AZE', b: 'IRN', limit: '5' }],
  trace: [{ id: 'run:1' }],
  sources: [{}],
  export: [{ a: 'AZE', b: 'IRN', format: 'csv' }],
  states: [{}],
  samples: [{}],
  sample: [{ name: 'yerevan-tehran-2012.txt' }],
}

const call = async (
  operation: Operation,
  [parameters, body, config]: (typeof CALLS)[string],
): Promise<AxiosResponse> => {
  const method = client[operation.operationId ?? '']
  if (!method) throw new Error(`the client has no ${operation.operationId}`)
  return method(parameters as never, body, config)
}

/** One job of each kind, to be followed, asked for, fetched and at last cancelled, which leaves it as it is. */
const JOBS: Readonly<Record<string, (typeof CALLS)[string]>> = {
  import: [{ name: 'rows.jsonl' }, JSON.stringify(ROW), { headers: { 'Content-Type': 'application/octet-stream' } }],
  check: [{ date: '2014-07-17' }, TEXT, { headers: { 'Content-Type': 'text/plain', Prefer: 'respond-async' } }],
}
const AFTERWARDS = ['Progress', 'State', 'Result', 'Cancel']

const isOfJob = ({ path }: Operation): boolean => /^\/api\/v1\/(import|check)\/\{id\}/.test(path)
const names = (operations: readonly Operation[]): string[] => operations.map(o => o.operationId ?? '').sort()

test('every operation can be called, and answers as it says', async () => {
  const operations = maker.getOperations().filter(o => !isOfJob(o) && o.operationId !== 'import')
  expect(names(operations)).toEqual(Object.keys(CALLS).sort())
  for (const operation of operations) {
    const answer = await call(operation, CALLS[operation.operationId ?? ''] ?? [null])
    expect([operation.operationId, answer.status, faults(operation, answer)]).toEqual([
      operation.operationId,
      200,
      null,
    ])
  }
})

test('jobs can be begun, followed, asked for, fetched and cancelled', async () => {
  const asked: Operation[] = []
  for (const [name, begin] of Object.entries(JOBS)) {
    const operation = maker.getOperation(name) as Operation
    const begun = await call(operation, begin)
    expect([name, begun.status, faults(operation, begun)]).toEqual([name, 202, null])
    for (const what of AFTERWARDS) {
      const next = maker.getOperation(`${name}${what}`)
      if (!next) continue
      const answer = await call(next, [{ id: String(begun.data.id) }])
      expect([next.operationId, answer.status, faults(next, answer)]).toEqual([next.operationId, 200, null])
      asked.push(next)
    }
  }
  expect(names(asked)).toEqual(names(maker.getOperations().filter(isOfJob)))
})

test('what is wrong is answered as described too', async () => {
  for (const [name, parameters, status] of [
    ['brief', { a: 'Persa', b: 'AZE' }, 400],
    ['trace', { id: 'nothing' }, 404],
    ['sample', { name: 'nothing' }, 404],
    ['importState', { id: 'nothing' }, 404],
    ['checkState', { id: 'nothing' }, 404],
    ['checkResult', { id: 'nothing' }, 404],
  ] as const) {
    const operation = maker.getOperation(name) as Operation
    const answer = await call(operation, [parameters])
    expect([name, answer.status, faults(operation, answer)]).toEqual([name, status, null])
  }
})
