import type { Tool } from './tools.ts'

/** The schemas of the API's description as those of a tool: what it takes, what it gives. */

export type JsonSchema = Readonly<Record<string, unknown>>

export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'header'
  readonly required?: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

/** As much of an OpenAPI document as is looked at. */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: JsonSchema }>> }>>
}

/** An operation with where it is. */
export interface Found {
  readonly path: string
  readonly method: string
  readonly parameters: readonly Parameter[]
  readonly takesText: boolean
  readonly answer: JsonSchema
}

export const operationOf = (api: ApiDescription, { operation }: Tool): Found => {
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, found] of Object.entries(methods))
      if (found.operationId === operation)
        return {
          path,
          method: method.toUpperCase(),
          // The form is the tool's own choice: it asks for two. Headers are the protocol's.
          parameters: (found.parameters ?? []).filter(({ name, in: place }) => name !== 'format' && place !== 'header'),
          takesText: found.requestBody !== undefined,
          answer: found.responses['200']?.content?.['application/json']?.schema ?? {},
        }
  throw new Error(`the API has no operation ${operation}`)
}

const TEXT = {
  type: 'string',
  minLength: 1,
  description: 'the analysis itself: plain text, or a whole HTML page',
}

/** `usual`: what the tool asks for where the assistant does not say. */
export const inputSchema = ({ parameters, takesText }: Found, usual: Tool['usual'] = {}) => ({
  type: 'object' as const,
  properties: {
    ...(takesText ? { text: TEXT } : {}),
    ...Object.fromEntries(
      parameters.map(({ name, schema, description }) => [
        name,
        { ...(description ? { description } : {}), ...schema, ...(name in usual ? { default: usual[name] } : {}) },
      ]),
    ),
  },
  required: [...(takesText ? ['text'] : []), ...parameters.filter(({ required }) => required).map(({ name }) => name)],
  additionalProperties: false,
})

const POINTER = '#/components/schemas/'

/** References lead into the document they stand in: a tool's schema brings along what it refers to. */
const referred = (api: ApiDescription, schema: unknown, found: Map<string, unknown>): unknown => {
  if (Array.isArray(schema)) return schema.map(part => referred(api, part, found))
  if (typeof schema !== 'object' || schema === null) return schema
  const reference = (schema as { $ref?: unknown }).$ref
  if (typeof reference === 'string' && reference.startsWith(POINTER)) {
    const name = reference.slice(POINTER.length)
    if (!found.has(name)) {
      found.set(name, null)
      found.set(name, referred(api, api.components.schemas[name], found))
    }
    return { ...schema, $ref: `#/$defs/${name}` }
  }
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, referred(api, part, found)]))
}

/** One object at the top, as the protocol wants it; a choice of objects stands below it. */
export const outputSchema = (api: ApiDescription, { answer }: Found) => {
  const defs = new Map<string, unknown>()
  const top = referred(api, answer, defs) as { $ref?: string }
  const name = top.$ref?.slice('#/$defs/'.length)
  const body = (name === undefined ? top : defs.get(name)) as JsonSchema
  if (name !== undefined && ![...defs.values()].some(def => JSON.stringify(def)?.includes(`#/$defs/${name}"`)))
    defs.delete(name)
  return { ...body, type: 'object' as const, ...(defs.size > 0 ? { $defs: Object.fromEntries(defs) } : {}) }
}
