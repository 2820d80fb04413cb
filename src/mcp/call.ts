import type { Found } from './tool-schemas.ts'
import type { Tool } from './tools.ts'

/** A tool's call as a request to the API, and its answer as a tool's result. */

/** Answers requests as the server does, without a port between. */
export type Ask = (request: Request) => Promise<Response>

export interface Result {
  readonly content: { readonly type: 'text'; readonly text: string }[]
  readonly structuredContent?: Record<string, unknown>
  readonly isError?: boolean
  readonly [key: string]: unknown
}

/** The name by which the server on this machine answers. */
const HERE = 'http://127.0.0.1'

const failure = (text: string): Result => ({ content: [{ type: 'text', text }], isError: true })

const wrongArgument = (found: Found, given: Readonly<Record<string, unknown>>): string | null => {
  const known = [...(found.takesText ? ['text'] : []), ...found.parameters.map(({ name }) => name)]
  const stranger = Object.keys(given).find(name => !known.includes(name))
  if (stranger !== undefined) return `unknown argument ${JSON.stringify(stranger)}\nit takes ${known.join(', ')}`
  if (found.takesText && typeof given.text !== 'string') return 'text is missing\ngive the analysis itself as text'
  const missing = found.parameters.find(({ name, required }) => required && given[name] === undefined)
  return missing ? `${missing.name} is missing\nit takes ${known.join(', ')}` : null
}

const requestFor = (found: Found, given: Readonly<Record<string, unknown>>, format: string): Request => {
  const path = found.parameters
    .filter(parameter => parameter.in === 'path')
    .reduce((address, { name }) => address.replace(`{${name}}`, encodeURIComponent(String(given[name]))), found.path)
  const url = new URL(path, HERE)
  for (const { name, in: place } of found.parameters)
    if (place === 'query' && given[name] !== undefined) url.searchParams.set(name, String(given[name]))
  url.searchParams.set('format', format)
  return found.takesText
    ? new Request(url, {
        method: found.method,
        headers: { 'content-type': 'text/plain' },
        body: String(given.text),
      })
    : new Request(url, { method: found.method })
}

/** The line and the hint of a problem, as the command line prints them. */
const problemIn = async (response: Response): Promise<Result> => {
  const { detail, hint } = (await response.json()) as { detail: string; hint: string | null }
  return failure(hint === null ? detail : `${detail}\n${hint}`)
}

export const call = async (
  tool: Tool,
  found: Found,
  given: Readonly<Record<string, unknown>>,
  ask: Ask,
): Promise<Result> => {
  const wrong = wrongArgument(found, given)
  if (wrong !== null) return failure(wrong)
  const asked = { ...tool.usual, ...given }
  const document = await ask(requestFor(found, asked, 'json'))
  if (!document.ok) return problemIn(document)
  // Read at once: a body that lies unread while others work may be taken for garbage.
  const structuredContent = (await document.json()) as Record<string, unknown>
  const text = await ask(requestFor(found, asked, tool.text))
  if (!text.ok) return problemIn(text)
  return { content: [{ type: 'text', text: await text.text() }], structuredContent }
}
