import type { Hook } from '@hono/zod-openapi'
import type { Env } from 'hono'
import { usageFailure } from '../domain/index.ts'

/** What a schema finds wrong with parameters, in the one line and the hint of a wrong use. */

interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
  readonly values?: readonly unknown[]
  readonly input?: unknown
}

const fault = (issue: Issue): readonly [string, string] => {
  const name = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return [
      `unknown parameter ${(issue.keys ?? []).map(key => JSON.stringify(key)).join(', ')}`,
      'the parameters of each address are listed at /api/v1/openapi.json',
    ]
  if (issue.code === 'invalid_value') return [`unknown ${name}`, `one of ${(issue.values ?? []).join(', ')}`]
  if (/received array/.test(issue.message))
    return [`${name} is given more than once`, 'give it once; lists take commas']
  if (/received undefined/.test(issue.message))
    return [`${name} is missing`, 'the parameters of each address are listed at /api/v1/openapi.json']
  return [`${name}: ${issue.message}`, 'the parameters of each address are listed at /api/v1/openapi.json']
}

export const refuseWrongParameters: Hook<unknown, Env, string, undefined> = result => {
  if (result.success) return
  const [issue] = result.error.issues
  throw usageFailure(...fault(issue as Issue))
}
