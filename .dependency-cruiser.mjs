/**
 * The rooms of src/ and what each may know. A room is entered by its door (`index.ts`) alone; data runs one way, so there
 * are no rings. A room that is not in the table may not exist; a package that belongs to one room stays there.
 *
 * `types`: rooms of which only the types may be known, since results are handed on and never asked for.
 * @type {Record<string, { knows: string[], types?: string[] }>}
 */
export const ROOMS = {
  domain: { knows: [] },
  shipped: { knows: [] },
  facts: { knows: ['domain', 'shipped'] },
  text: { knows: ['domain', 'shipped'] },
  actors: { knows: ['domain', 'shipped', 'facts', 'text'] },
  documents: { knows: ['domain'] },
  claims: { knows: ['domain', 'shipped', 'facts', 'text', 'actors', 'documents'] },
  sources: { knows: ['domain'] },
  record: { knows: ['domain', 'shipped', 'sources'] },
  fetch: { knows: ['domain'] },
  relations: { knows: ['domain', 'shipped', 'facts', 'record'] },
  check: { knows: ['domain', 'shipped', 'facts', 'actors', 'record', 'relations'], types: ['claims'] },
  report: { knows: ['domain'], types: ['text', 'record', 'relations'] },
  http: {
    knows: ['domain', 'shipped', 'actors', 'documents', 'claims', 'record', 'relations', 'check', 'report'],
  },
  mcp: { knows: ['shipped'] },
  cli: {
    knows: [
      'domain',
      'shipped',
      'facts',
      'text',
      'actors',
      'documents',
      'claims',
      'sources',
      'record',
      'fetch',
      'relations',
      'check',
      'report',
      'http',
      'mcp',
    ],
  },
}

/** Packages that one room keeps to itself (tests aside), so that another can take their place behind its door. */
const KEPT = {
  record: ['@duckdb', '@clickhouse', 'yauzl', 'fzstd'],
  documents: ['@mozilla/readability', 'linkedom', 'eld', 'unpdf'],
  shipped: ['yaml'],
  http: ['hono', '@hono', 'zod'],
  mcp: ['@modelcontextprotocol'],
  cli: ['commander'],
  report: ['@resvg', 'd3-array', 'd3-scale', 'd3-shape'],
}

/** @param {string[]} names */
const anyOf = names => `(${names.join('|')})`

const knowledge = Object.entries(ROOMS).flatMap(([room, { knows, types = [] }]) => [
  {
    name: `${room}-knows`,
    comment: `src/${room} may import ${[...knows, ...types.map(name => `types of ${name}`)].join(', ') || 'no other room'}.`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: '^src/', pathNot: `^src/${anyOf([room, ...knows, ...types])}/` },
  },
  ...types.map(name => ({
    name: `${room}-knows-types-of-${name}`,
    comment: `src/${room} is handed results of ${name} and may import its types only.`,
    severity: 'error',
    from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
    to: { path: `^src/${name}/`, dependencyTypesNot: ['type-only'] },
  })),
])

const packages = Object.entries(KEPT).map(([room, names]) => ({
  name: `only-${room}-imports`,
  comment: `${names.join(', ')}: in src/${room} only.`,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/${room}/`, '\\.test\\.ts$'] },
  to: { path: `node_modules/${anyOf(names)}(/|$)` },
}))

export default {
  forbidden: [
    {
      name: 'doors',
      comment: 'Another room is entered by its index.ts alone.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'named-rooms',
      comment: 'Every folder of src/ stands in the table of rooms.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${anyOf(Object.keys(ROOMS))}/` },
      to: {},
    },
    ...knowledge,
    ...packages,
    {
      name: 'web-knows-types-of-the-api',
      comment:
        'The web app may import the types of src/http/schemas, in web/src/api/types.ts, and nothing else of ours.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/src/api/types\\.ts$' },
      to: { path: '^(src|test|bench|training)/' },
    },
    {
      name: 'web-types-only',
      comment: 'web/src/api/types.ts takes types alone, and of the schemas alone.',
      severity: 'error',
      from: { path: '^web/src/api/types\\.ts$' },
      to: { path: '^(src|test|bench|training)/', pathNot: '^src/http/schemas/' },
    },
    {
      name: 'web-no-code-of-src',
      comment: 'No code of the server goes to the browser.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-knows-no-web',
      comment: 'The program serves the built app as files; it imports nothing of it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    {
      name: 'no-rings',
      comment: 'Files that need each other are one file, or lack a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'What is imported must be there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'ships',
      comment: 'What ships needs neither tests, measurements, training nor packages for development.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { path: '(^(test|bench|training)/|\\.(test|fixture)\\.ts$)' },
    },
    {
      name: 'ships-packages',
      comment: 'A package that src/ imports stands in dependencies of package.json.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
