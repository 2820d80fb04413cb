import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VERDICTS, type VerdictName } from '../src/domain/index.ts'
import { type Command, makeCommand, type Outcome, type Settings } from './command.ts'

/** Every command from outside, on the shipped record: what it prints, and that it says the same to programs. */

const SAMPLE = 'data/samples/yerevan-tehran-2012.txt'
const DAYS = '2014-07-17,2015-12-31'
/** Three sentences: an act, an announcement, a wish. */
const SHORT = `Iran and Azerbaijan: Small Steps

On April 9, 2014, President Ilham Aliyev visited Tehran. President Hassan Rouhani will visit Baku in September. Both sides should take this chance.
`
const ROW = {
  day: '2024-05-19',
  source: 'IRN',
  target: 'AZE',
  type: 'CONSULT',
  status: 'occurred',
  summary: 'They met.',
}

let command: Command
let folder = ''
let record = ''
let short = ''
/** `check` of the short text, as of two days, as JSON. */
let shortJson = ''

const run = (words: readonly string[], settings: Settings = {}): Promise<Outcome> =>
  command.run(words, { ...settings, env: { DETENTE_RECORD: record, ...settings.env } })

/** What it prints, once it is sure that it had nothing to complain about. */
const said = async (...words: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(words)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

const CHECK_SHORT = (): string[] => ['check', short, '--date', '2014-07-17', '--as-of', DAYS]

beforeAll(async () => {
  command = await makeCommand()
  folder = mkdtempSync(join(tmpdir(), 'detente-cli-'))
  record = join(folder, 'record.duckdb')
  short = join(folder, 'short.txt')
  writeFileSync(short, SHORT)
  shortJson = await said(...CHECK_SHORT(), '--json')
})
afterAll(() => {
  command.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('help', () => {
  const COMMANDS = [
    'check',
    'read',
    'brief',
    'events',
    'dyad',
    'turning-points',
    'pairs',
    'compare',
    'import',
    'fetch',
    'export',
    'record',
    'parse',
    'sources',
    'trace',
    'serve',
    'mcp',
  ]

  test('lists the commands that work, and no others', async () => {
    const listed = [...(await said('--help')).matchAll(/^ {2}([a-z][a-z-]+)(?: [[<]| {3})/gm)].map(match => match[1])
    expect(listed).toEqual([...COMMANDS, 'help'])
    expect(await said()).toBe(await said('--help'))
  })

  test('fetch --help ends with an example, which goes out to the network and is not run here', async () => {
    expect(await said('fetch', '--help')).toMatch(/\n {2}\$ detente fetch gdelt --from .+ --plan\n*$/)
  })

  test('serve --help ends with an example, which goes on until it is stopped (test/serve.test.ts)', async () => {
    expect(await said('serve', '--help')).toMatch(/\n {2}\$ detente serve --port 8080\n*$/)
  })

  test('mcp --help ends with an example, which goes on until it is stopped (test/mcp.test.ts)', async () => {
    expect(await said('mcp', '--help')).toMatch(/\n {2}\$ detente mcp --http --port 4118\n*$/)
  })

  test.each(COMMANDS.filter(name => !['fetch', 'serve', 'mcp'].includes(name)))(
    '%s --help ends with an example that works',
    async name => {
      const help = await said(name, '--help')
      expect(help).toContain('--record <PATH>')
      const example = /\n {2}\$ (.+)\n*$/.exec(help)?.[1] ?? ''
      expect(example).toContain(`detente ${name}`)
      const { status, stdout, stderr } = spawnSync(
        'sh',
        [
          '-c',
          `detente() { "${process.execPath}" "${command.script}" "$@"; }\n${example.replaceAll('/tmp/', `${folder}/`)}`,
        ],
        { encoding: 'utf8', cwd: folder, env: { PATH: process.env.PATH, DETENTE_RECORD: record } },
      )
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toMatch(/Azerbaijan|AZE|Iran|chronology|1 accepted|rows in all/i)
    },
  )

  test('--version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await said('--version')).toBe(`${version}\n`)
  })
})

describe('check', () => {
  test('prints who, when and how many on top, then each claim with mark and reason', async () => {
    const text = await said('check', SAMPLE, '--as-of', '2012-11-05')
    const [top = '', ...claims] = text.split('\n\n')
    expect(top).toMatch(/^“Armenia and Iran: A Quiet Friendship Grows Louder”, an analysis by Nora Halvard/)
    expect(top.replace(/\s+/g, ' ')).toMatch(
      /5 November 2012 \(date stated in the text\)\. \d+ claims in \d+ sentences, as of 5 November 2012, against \d+ events known by then: /,
    )
    for (const claim of claims.slice(0, 10)) {
      expect(claim).toMatch(/^[✓✗≠?·…–] “/)
      expect(claim).toMatch(/\n {2}(Supported|Contradicted|Disputed|Not found|Not covered|Pending|Not checkable):/)
    }
  })

  test('is one JSON document, of several files a line each, and the same from a pipe', async () => {
    const ledger = JSON.parse(shortJson)
    expect(ledger.schema).toBe('detente.ledger/1')
    expect(ledger.document.date).toMatchObject({ from: '2014-07-17', to: '2014-07-17', basis: 'given' })
    expect(Object.keys(ledger.summary.by_verdict)).toEqual(DAYS.split(','))
    expect(ledger.claims.length).toBeGreaterThan(1)
    for (const claim of ledger.claims) {
      expect(ledger.document.text.slice(claim.start, claim.end)).toBe(claim.quote)
      expect(claim.verdicts.map((v: { as_of: string }) => v.as_of)).toEqual(DAYS.split(','))
    }
    for (const counts of Object.values<Record<string, number>>(ledger.summary.by_verdict))
      expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(ledger.claims.length)

    mkdirSync(join(folder, 'texts'))
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, 'texts', name), SHORT)
    const options = ['--date', '2014-07-17', '--as-of', DAYS]
    const lines = (await said('check', join(folder, 'texts'), ...options, '--json')).trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line).document.path)).toEqual(
      ['a.txt', 'b.txt'].map(name => join(folder, 'texts', name)),
    )
    for (const line of lines) expect(JSON.parse(line).claims).toEqual(ledger.claims)
    const piped = await run(['check', '-', ...options, '--jsonl'], { input: SHORT })
    expect(piped.stdout.split('\n')).toHaveLength(2)
    expect(JSON.parse(piped.stdout).claims).toEqual(ledger.claims)
  })

  test('says the same twice, byte for byte', async () => {
    expect(await said(...CHECK_SHORT(), '--json')).toBe(shortJson)
  })

  test('by default judges as of the document’s date and the last day of the record', async () => {
    const ledger = JSON.parse(await said('check', short, '--date', '2014-07-17', '--json'))
    const known = JSON.parse(await said('events', '--json')).as_of
    expect(Object.keys(ledger.summary.by_verdict)).toEqual(['2014-07-17', known])
  })

  test.each([
    ['ledger.md', '# Iran and Azerbaijan: Small Steps'],
    ['ledger.html', '<!doctype html>'],
    ['ledger.json', '{\n  "schema": "detente.ledger/1"'],
  ])('-o %s', async (name, begins) => {
    const path = join(folder, name)
    expect(await said(...CHECK_SHORT(), '-o', path)).toBe('')
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith(begins)).toBe(true)
    if (name.endsWith('.json')) expect(text).toBe(shortJson)
    if (name.endsWith('.html')) expect(text).not.toMatch(/<script|<link|<img|@import|url\(/)
  })

  test.each([
    [
      'a recipe',
      'Whisk three eggs with a pinch of salt. Melt the butter in a pan. Pour in the eggs and stir until they set. Serve at once with toast.',
    ],
    [
      'a match report',
      'Rovers beat Albion 3-1 on Saturday. Smith scored twice before the break. Jones pulled one back, but a late header settled the match in front of a cheerful crowd.',
    ],
  ])('finds next to nothing in %s', async (_, text) => {
    const { code, stdout } = await run(['check', '-', '--json'], { input: text })
    expect(code).toBe(0)
    expect(JSON.parse(stdout).claims.length).toBeLessThanOrEqual(2)
  })

  test('--fail-on ends with 5 when a claim has the verdict, and prints the ledger all the same', async () => {
    const claims: { verdicts: { verdict: VerdictName }[] }[] = JSON.parse(shortJson).claims
    const present = claims.flatMap(claim => claim.verdicts.map(({ verdict }) => verdict))
    const failing = await run([...CHECK_SHORT(), '--json', '--fail-on', present[0]?.replace('_', '-') ?? ''])
    expect(failing.code).toBe(5)
    expect(failing.stdout).toBe(shortJson)
    expect(failing.stderr).toMatch(/^detente: \S+short\.txt: claim c\d+ is .*\n {2}asked for by --fail-on \S+\n$/)
    const absent = VERDICTS.filter(name => !present.includes(name))
    expect((await run([...CHECK_SHORT(), '--json', '--fail-on', absent.join(',')])).code).toBe(0)
  })
})

test('read needs no record, and gives the claims of check without verdicts', async () => {
  const nowhere = join(folder, 'never-made.duckdb')
  const words = ['read', short, '--date', '2014-07-17']
  const { code, stdout } = await command.run([...words, '--json'], { env: { DETENTE_RECORD: nowhere } })
  expect(code).toBe(0)
  expect(readdirSync(folder)).not.toContain('never-made.duckdb')
  const ledger = JSON.parse(stdout)
  expect(ledger).not.toHaveProperty('omissions')
  const checked = JSON.parse(shortJson)
  expect(ledger.claims).toEqual(checked.claims.map(({ verdicts, ...claim }: { verdicts: unknown }) => claim))
  expect(await said(...words)).toMatch(/^“.+”, .+\(date given\)\.\n\d+ claims in \d+ sentences: \d+ /)
})

describe('parse', () => {
  test('cuts, tags and dates a text as one JSON document, with offsets into it', async () => {
    const { schema, text, sentences } = JSON.parse(await said('parse', short, '--json', '--date', '2014-07-17'))
    expect([schema, text]).toEqual(['detente.parse/1', SHORT])
    expect(sentences.length).toBeGreaterThanOrEqual(4)
    for (const { start, end, tokens } of sentences) {
      expect([tokens[0].start, tokens.at(-1).end]).toEqual([start, end])
      for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.form)
      expect(tokens.filter((t: { head: number }) => t.head === 0).map((t: { deprel: string }) => t.deprel)).toEqual([
        'root',
      ])
    }
    const times = sentences.flatMap((s: { times: unknown[] }) => s.times)
    expect(times).toMatchObject([
      { mention: 'April 9, 2014', from: '2014-04-09', to: '2014-04-09', value: '2014-04-09', kind: 'point' },
      { mention: 'September', from: '2014-09-01', to: '2014-09-30', value: '2014-09', basis: 'relative' },
    ])
  })

  test('is CoNLL-U behind a pipe, which it reads back with the words kept', async () => {
    const conllu = await said('parse', short)
    expect(conllu).toBe(await said('parse', short, '--conllu'))
    expect(conllu).toMatch(
      /^# sent_id = 1\n# text = Iran and Azerbaijan: Small Steps\n# start_char = 0\n# end_char = 32\n1\tIran\tIran\tPROPN\t/,
    )
    const piped = await run(['parse'], { input: conllu })
    expect(piped).toMatchObject({ code: 0, stderr: '', stdout: conllu })
    mkdirSync(join(folder, 'bank'))
    writeFileSync(join(folder, 'bank', 'a.conllu'), conllu)
    writeFileSync(join(folder, 'bank', 'b.txt'), SHORT)
    expect(await said('parse', join(folder, 'bank'))).toBe(conllu + conllu)
    const lines = (await said('parse', join(folder, 'bank'), '--json')).trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line).schema)).toEqual(['detente.parse/1', 'detente.parse/1'])
  })

  test('draws trees no wider than asked, without colours behind a pipe', async () => {
    const { stdout } = await run(['parse', '--tree', short], { env: { COLUMNS: '60' } })
    expect(stdout).toMatch(/^visited +VERB +root/m)
    expect(stdout).toMatch(/^[╭├] .*President|^.*╭─ President/m)
    expect(stdout).toContain('“April 9, 2014”: 2014-04-09 (stated)\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the first of every code of colours
    expect(stdout).not.toMatch(/\x1b/)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
  })
})

describe('events', () => {
  test('of a pair, in days, with sources', async () => {
    const text = await said('events', 'Azeri', 'tehran', '--from', '2014-04-09', '--to', '2014-04-09')
    expect(text).toMatch(/^\d+ events between Azerbaijan and Iran, as known on /)
    expect(text).toContain('2014-04-09  AZE ↔ IRN  CONSULT  az-ir-2014-04-09-a\n')
    expect(text).toContain('President of Azerbaijan, 9 Apr 2014')
  })

  test('to programs: a document, or a line a row; no notes of curators', async () => {
    const words = ['events', 'AZE', 'IRN', '--from', '2014-04-01', '--to', '2014-04-30']
    const { schema, as_of, events } = JSON.parse(await said(...words, '--json'))
    expect([schema, typeof as_of]).toEqual(['detente.events/1', 'string'])
    const lines = (await said(...words, '--jsonl'))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines).toEqual(events)
    expect(events.length).toBeGreaterThan(10)
    for (const event of events) {
      expect([event.source, event.target].sort()).toEqual(['AZE', 'IRN'])
      expect(Object.keys(event)).not.toContain('note')
      expect(Object.keys(event)).not.toContain('tags')
    }
  })

  test('as of a day hides what became known later; type, search and limit choose', async () => {
    const of = async (...words: string[]) => JSON.parse(await said('events', ...words, '--json')).events
    const then = await of('AZE', 'IRN', '--as-of', '2014-04-09')
    expect(then.every((e: { known: string }) => e.known <= '2014-04-09')).toBe(true)
    const agreements = await of('--type', 'agree', '--limit', '3')
    expect(agreements.map((e: { type: string }) => e.type)).toEqual(['AGREE', 'AGREE', 'AGREE'])
    const found = await of('--search', 'hydroelectric')
    expect(found.length).toBeGreaterThan(0)
    expect(await said('events', '--type', 'agree', '--limit', '3')).toMatch(/^The first 3 events, as known on /)
  })
})

test('dyad: by month, both directions, whichever country is named first', async () => {
  const words = ['--from', '2014-03-01', '--to', '2014-04-30']
  const text = await said('dyad', 'Iran', 'Azerbaijan', ...words)
  expect(text).toBe(await said('dyad', 'Azerbaijan', 'Iran', ...words))
  expect(text).toMatch(/AZE → IRN +IRN → AZE/)
  const series = JSON.parse(await said('dyad', 'Iran', 'Azerbaijan', ...words, '--json'))
  expect(series).toMatchObject({ schema: 'detente.dyad/1', dyad: 'AZE-IRN', by: 'month' })
  const [, april] = series.points
  const row = text.split('\n').find(line => line.startsWith('2014-04')) ?? ''
  const numbers = row.split(/\s+/)
  expect(numbers[1]).toBe(String(april.a_to_b.events))
  expect(numbers[2]).toBe(`${april.a_to_b.verbal_cooperation}+${april.a_to_b.material_cooperation}`)
  expect(Number(numbers[4])).toBe(april.a_to_b.goldstein_sum)
  expect(Number(numbers.at(-1))).toBe(april.coverage.pair_events)
})

test('trace: an event, an import, a cell of a series', async () => {
  const event = await said('trace', 'az-ir-2014-04-09-a')
  expect(event).toMatch(/from data\/chronology\/events\.jsonl, line \d+ \(run:1/)
  const run1 = await said('trace', 'run:1')
  expect(run1).toMatch(/data\/chronology\/events\.jsonl: \d+ accepted, 0 duplicate, 0 rejected/)
  const series = JSON.parse(await said('dyad', 'AZE', 'IRN', '--from', '2014-04-01', '--to', '2014-04-30', '--json'))
  const cell = JSON.parse(await said('trace', series.points[0].cell, '--json'))
  expect(cell.kind).toBe('cell')
  expect(cell.rows).toHaveLength(series.points[0].coverage.pair_events)
})

test('sources: data sets, days, files', async () => {
  const { sources } = JSON.parse(await said('sources', '--json'))
  expect(sources[0].origin).toBe('chronology')
  expect(await said('sources')).toContain(`${sources[0].rows} events on ${sources[0].days} days`)
})

describe('import', () => {
  test('accounts for every row, and the second time adds nothing', async () => {
    const own = ['--record', join(folder, 'own.duckdb')]
    const file = join(folder, 'rows.jsonl')
    writeFileSync(file, `${JSON.stringify(ROW)}\n{"day":"2024-02-31"}\n`)
    const rejections = join(folder, 'rejections.csv')
    const first = JSON.parse(await said('import', file, ...own, '--rejections', rejections, '--json'))
    expect(first).toMatchObject({ schema: 'detente.import/1', rows: 2, accepted: 1, duplicate: 0, rejected: 1 })
    expect(readFileSync(rejections, 'utf8')).toMatch(/^file,line,reason\n.*rows\.jsonl,2,/)
    expect(await said('import', 'detente', file, ...own)).toMatch(/^2 rows = 0 accepted \+ 1 duplicate \+ 1 rejected/)
  })

  test('takes folders, patterns and standard input', async () => {
    const own = ['--record', join(folder, 'more.duckdb')]
    mkdirSync(join(folder, 'rows'))
    writeFileSync(join(folder, 'rows', 'a.jsonl'), `${JSON.stringify(ROW)}\n`)
    writeFileSync(
      join(folder, 'rows', 'b.csv'),
      'day,source,target,status,summary\n2024-05-20,AZE,IRN,occurred,"A, b."\n',
    )
    writeFileSync(join(folder, 'rows', 'readme.txt'), 'no rows')
    const first = JSON.parse(await said('import', join(folder, 'rows'), ...own, '--json'))
    expect([first.files.length, first.accepted]).toEqual([2, 2])
    const second = JSON.parse(await said('import', join(folder, 'rows', '*.jsonl'), ...own, '--json'))
    expect([second.files.length, second.duplicate]).toEqual([1, 1])
    const piped = await run(['import', '-', '--source', 'typed', ...own, '--json'], {
      input: JSON.stringify({ ...ROW, day: '2024-05-21' }),
    })
    expect(JSON.parse(piped.stdout)).toMatchObject({
      accepted: 1,
      files: [{ path: 'standard input', origin: 'typed' }],
    })
    const series = JSON.parse(await said('dyad', 'AZE', 'IRN', '--source', 'typed', '--by', 'year', ...own, '--json'))
    expect(series.points[0].b_to_a.events).toBe(1)
  })

  test('scores of a pair and day make a series of scores', async () => {
    const own = ['--record', join(folder, 'scores.duckdb')]
    const file = join(folder, 'scores.csv')
    writeFileSync(file, 'date,iso_a,iso_b,score\n2030-01-01,AZE,IRN,-2.5\n2030-01-02,AZE,IRN,1\n')
    await said('import', file, ...own)
    // They lie after the last event of the record, and are its last known day.
    const text = await said('dyad', 'IRN', 'AZE', '--source', 'pair-day-scores', ...own)
    expect(text).toContain('as known on 2 January 2030')
    expect(text).toMatch(/^2030-01 +-1\.5 +2$/m)
  })

  test('interrupted, it ends with 130, has changed nothing and leaves nothing lying about', async () => {
    const own = join(folder, 'interrupted.duckdb')
    const before = await said('events', '--record', own, '--jsonl')
    const temporary = join(folder, 'temporary')
    mkdirSync(temporary)
    const child = command.start(['import', '-', '--record', own], { env: { TMPDIR: temporary } })
    let stderr = ''
    child.stderr?.on('data', text => {
      stderr += text
    })
    child.stdin?.write(`${JSON.stringify(ROW)}\n`)
    // It has begun when the copy of its input is there; it cannot have ended, since its input is still open.
    while (child.exitCode === null && readdirSync(temporary).length === 0) await new Promise(r => setTimeout(r, 20))
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect({ code, stderr }).toEqual({
      code: 130,
      stderr: expect.stringMatching(/^detente: interrupted: nothing was imported\n {2}\S.*\n$/),
    })
    expect(readdirSync(temporary)).toEqual([])
    expect(await said('events', '--record', own, '--jsonl')).toBe(before)
  })
})

describe('terminals and pipes', () => {
  test('a pipe is plain, and COLUMNS sets the width', async () => {
    const { stdout } = await run(['events', 'AZE', 'IRN'], { env: { COLUMNS: '60' } })
    expect(stdout).not.toContain('\x1b')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
  })

  /** A terminal of its own, made by script(1). */
  const onTerminal = (env: Record<string, string>, ...words: string[]) =>
    spawnSync('script', ['-qec', `"${process.execPath}" "${command.script}" ${words.join(' ')}`, '/dev/null'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, TERM: 'xterm', DETENTE_RECORD: record, ...env },
    })
  const hasScript = spawnSync('script', ['--version']).status === 0

  test.skipIf(!hasScript)(
    'a terminal gets colours, unless they are unwanted (needs script(1) to make one)',
    async () => {
      await said('sources')
      const words = ['events', 'AZE', 'IRN', '--limit', '1']
      expect(onTerminal({}, ...words).stdout).toContain('\x1b[1m')
      expect(onTerminal({ NO_COLOR: '1' }, ...words).stdout).not.toContain('\x1b[')
      expect(onTerminal({ TERM: 'dumb' }, ...words).stdout).not.toContain('\x1b[')
      expect(onTerminal({}, ...words, '--no-color').stdout).not.toContain('\x1b[')
    },
  )

  test.skipIf(!hasScript)('progress shows on a terminal, and --quiet keeps it away', () => {
    const made = (name: string, ...words: string[]) =>
      onTerminal({ DETENTE_RECORD: join(folder, name) }, 'sources', '--no-color', ...words).stdout
    expect(made('loud.duckdb')).toContain('making the record')
    expect(made('quiet.duckdb', '--quiet')).not.toContain('making the record')
  })

  test('a reader that goes away is no error', async () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `{ "${process.execPath}" "${command.script}" events --json; echo $? >&2; } | head -c 10 > /dev/null`],
      { encoding: 'utf8', env: { PATH: process.env.PATH, DETENTE_RECORD: record } },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '0\n' })
  })
})
