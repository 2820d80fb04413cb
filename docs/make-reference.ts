/**
 * Writes docs/reference/api.md and docs/reference/assistant-tools.md from the description of the API, which is made from the schemas that
 * validate: `npx tsx docs/make-reference.ts`. A test says when the pages are out of date.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeApp, openService } from '../src/http/index.ts'
import { TOOLS } from '../src/mcp/tools.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly example?: unknown
  readonly description?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { schema: Schema }>> }>
  >
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
const anchor = (name: string): string => `[${name}](#${name.toLowerCase()})`

/** A schema in a few words. */
const kind = (schema: Schema): string => {
  if (schema.$ref) return anchor(schema.$ref.split('/').at(-1) ?? '')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum) return schema.enum.map(value => `\`${value}\``).join(' ')
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return choice.map(kind).join(' or ')
  if (schema.type === 'array') return `list of ${kind(schema.items ?? {})}`
  if (schema.properties) return `{ ${fields(schema).join(', ')} }`
  if (typeof schema.additionalProperties === 'object') return `by name: ${kind(schema.additionalProperties)}`
  return [schema.type ?? 'anything'].flat().join(' or ')
}

const fields = ({ properties = {}, required = [] }: Schema): string[] =>
  Object.entries(properties).map(([name, of]) => `${name}${required.includes(name) ? '' : '?'}: ${kind(of)}`)

const parameterLines = ({ parameters = [] }: Operation): string[] =>
  parameters.length === 0
    ? []
    : [
        '',
        '| parameter | | what it is | for example |',
        '| --- | --- | --- | --- |',
        ...parameters.map(({ name, in: place, required, description = '', schema }) => {
          const words = [description, schema.enum ? `one of ${schema.enum.join(', ')}` : '', schema.description ?? '']
          const usual = schema.default === undefined ? '' : `; default ${schema.default}`
          const said = [...new Set(words.filter(word => word !== ''))].join('; ')
          const example = schema.example === undefined ? '' : `\`${schema.example}\``
          const header = place === 'header' ? ' (header)' : ''
          return `| \`${name}\`${header} | ${required ? 'needed' : ''} | ${cell(said)}${usual} | ${cell(example)} |`
        }),
      ]

const answerLines = ({ responses }: Operation): string[] =>
  Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, { description, content = {} }]) => [
      '',
      `Answers ${status}, ${description}: ${Object.entries(content)
        .map(([type, { schema }]) => (schema.$ref || schema.anyOf ? `\`${type}\` (${kind(schema)})` : `\`${type}\``))
        .join(', ')}.`,
    ])

const operationLines = (path: string, method: string, operation: Operation): string[] => [
  '',
  `### ${method.toUpperCase()} ${path}`,
  '',
  [operation.summary, operation.description]
    .flatMap(said => (said === undefined ? [] : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`))
    .join(' '),
  ...parameterLines(operation),
  ...(operation.requestBody
    ? [
        '',
        `Body: ${Object.keys(operation.requestBody.content)
          .map(type => `\`${type}\``)
          .join(', ')}.`,
      ]
    : []),
  ...answerLines(operation),
]

const schemaLines = ([name, schema]: readonly [string, Schema]): string[] => [
  '',
  `### ${name}`,
  '',
  ...(schema.description ? [`${schema.description}.`, ''] : []),
  ...(schema.properties
    ? Object.entries(schema.properties).map(
        ([field, of]) =>
          `- \`${field}\`${schema.required?.includes(field) ? '' : ' (may be absent)'}: ${kind(of)}${of.description ? `: ${of.description}` : ''}`,
      )
    : [`${kind(schema)}.`]),
]

const MADE = '<!-- Made by docs/make-reference.ts from the schemas: change these, not this page. -->'

const apiPage = ({ paths, components }: Description): string =>
  `${[
    '# The API',
    '',
    MADE,
    '',
    '`detente serve` answers at `http://127.0.0.1:4117/api/v1`; `/openapi.json` there is the same description for programs. Errors are problem',
    'documents (RFC 9457): `detail` says what is wrong, `hint` what to do. GET answers bear an ETag. How to use it: [api.md](../how-to/api.md).',
    '',
    '## Addresses',
    ...Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) => operationLines(path, method, operation)),
    ),
    '',
    '## Documents',
    ...Object.entries(components.schemas).sort().flatMap(schemaLines),
  ].join('\n')}\n`

const toolsPage = ({ paths }: Description): string => {
  const operations = Object.values(paths).flatMap(methods => Object.values(methods))
  return `${[
    '# Tools for assistants',
    '',
    MADE,
    '',
    'What `detente mcp` offers. Each tool answers with the document of the API as structured content, and a text to read.',
    'How to connect an assistant: [assistant.md](../how-to/assistant.md).',
    ...TOOLS.flatMap(tool => {
      const operation = operations.find(({ operationId }) => operationId === tool.operation)
      const parameters = (operation?.parameters ?? []).filter(
        ({ name, in: place }) => name !== 'format' && place !== 'header',
      )
      return [
        '',
        `## ${tool.name}`,
        '',
        tool.description,
        '',
        ...(operation?.requestBody ? ['- `text` (needed): the analysis itself: plain text, or a whole HTML page'] : []),
        ...parameters.map(({ name, required, description, schema }) => {
          const usual = tool.usual?.[name] ?? schema.default
          return `- \`${name}\`${required ? ' (needed)' : ''}: ${description ?? schema.description ?? kind(schema)}${usual === undefined ? '' : `; default here ${usual}`}`
        }),
      ]
    }),
  ].join('\n')}\n`
}

/** Page by file name. */
export const referencePages = async (): Promise<Readonly<Record<string, string>>> => {
  const onDefect = (error: unknown): never => {
    throw error
  }
  // No question is put to it: the description needs no record.
  const service = openService('/nonexistent', { onDefect })
  const app = makeApp(service, { host: '127.0.0.1', token: null, onDefect })
  const response = await app.request('http://127.0.0.1/api/v1/openapi.json')
  const description = (await response.json()) as Description
  await service.close()
  return { 'api.md': apiPage(description), 'assistant-tools.md': toolsPage(description) }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, page] of Object.entries(await referencePages()))
    writeFileSync(fileURLToPath(new URL(`./reference/${name}`, import.meta.url)), page)
