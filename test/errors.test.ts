import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Command, makeCommand, type Outcome, type Settings } from './command.ts'

/**
 * Every way to fail, from outside: the exit code of the contract, one line that says what is wrong, one line that says
 * what to do, nothing on stdout, and never a stack.
 */

let command: Command
let folder = ''
let record = ''

beforeAll(async () => {
  command = await makeCommand()
  folder = mkdtempSync(join(tmpdir(), 'detente-errors-'))
  record = join(folder, 'record.duckdb')
  const { code } = await command.run(['sources'], { env: { DETENTE_RECORD: record } })
  expect(code).toBe(0)
})
afterAll(() => {
  command.remove()
  rmSync(folder, { recursive: true, force: true })
})

const run = (words: readonly string[], settings: Settings = {}): Promise<Outcome> =>
  command.run(words, { cwd: folder, ...settings, env: { DETENTE_RECORD: record, ...settings.env } })

/** What it says when it fails, once the form is as promised. */
const fails = async (code: number, words: readonly string[], settings: Settings = {}): Promise<string> => {
  const outcome = await run(words, settings)
  expect({ ...outcome, stderr: outcome.stderr.replace(/^detente: [^\n]+\n {2}[^\n]+\n$/, '') }).toEqual({
    code,
    signal: null,
    stdout: '',
    stderr: '',
  })
  return outcome.stderr
}

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const RUSSIAN =
  'Президент Ирана посетил Баку в ноябре, где встретился с президентом Азербайджана и обсудил с ним границу. Стороны подписали соглашение о совместной комиссии.'

describe('wrong use: 2', () => {
  test.each([
    [['chek'], "unknown command 'chek'", 'did you mean check?'],
    [['frobnicate'], "unknown command 'frobnicate'", 'see detente --help'],
    [['check'], "missing required argument 'FILE'", 'see detente check --help'],
    [['check', 'x.txt', '--jsn'], "unknown option '--jsn'", 'did you mean --json'],
    [['events', '--frm', '2014-01-01'], "unknown option '--frm'", 'did you mean --from?'],
    [['dyad', 'Iran'], "missing required argument 'B'", 'see detente dyad --help'],
    [['events', 'AZE', 'IRN', 'TUR'], 'too many arguments', 'see detente events --help'],
    [['check', 'x.txt', '--json', '--jsonl'], "option '--json' cannot be used with option '--jsonl'", 'see'],
    [['check', 'x.txt', '--as-of', '2014-02-30'], 'there is no day 2014-02-30', 'check the month'],
    [['check', 'x.txt', '--as-of', '2014-07-17,soon'], '"soon" is no day', 'as in 2014-07-17'],
    [['check', 'x.txt', '--date', '17.7.2014'], '"17.7.2014" is no day', 'as in 2014-07-17'],
    [['events', '--from', '2013-02-29'], 'there is no day 2013-02-29', 'check the month'],
    [['events', '--from', '2014-05-01', '--to', '2014-04-01'], '--from 2014-05-01 lies after --to 2014-04-01', 'swap'],
    [['events', '--type', 'CONSLT'], 'unknown event type "CONSLT"', 'CONSULT'],
    [['events', '--limit', '-1'], '"-1" is no count', 'above 0'],
    [['dyad', 'AZE', 'IRN', '--by', 'fortnight'], 'fortnight', 'see detente dyad --help'],
    [['dyad', 'AZE', 'IRN', '--source', 'gdelt'], 'the record holds no data set "gdelt"', 'it holds chronology'],
    [['dyad', 'Iran', 'Persia'], 'Iran and Persia are the same: Iran', 'two different'],
    [['check', 'x.txt', '--fail-on', 'wrong'], 'unknown verdict "wrong"', 'contradicted'],
    [['check', 'x.txt', '-o', 'ledger.pdf'], 'unknown format .pdf', '.md, .html, .json'],
    [['check', 'x.txt', '-o', 'ledger'], 'no ending', '.md, .html, .json'],
    [
      ['parse', '--tree', '--json', 'x.txt'],
      "option '--tree' cannot be used with option '--json'",
      'see detente parse --help',
    ],
    [['parse', '--conllu', '--tree'], "option '--conllu' cannot be used with option '--tree'", 'see detente parse'],
    [['parse', 'x.txt', '--date', 'soon'], '"soon" is no day', 'as in 2014-07-17'],
    [['import', 'sheep', 'x.csv'], 'unknown format "sheep"', 'pair-day-scores'],
    [['trace', 'nothing-of-this-name'], 'nothing with the id "nothing-of-this-name"', 'ids stand in'],
    [['trace', 'run:99'], 'nothing with the id "run:99"', 'ids stand in'],
  ])('%j', async (words, says, hint) => {
    const [first = '', second = ''] = (await fails(2, words)).split('\n')
    expect([first, second]).toEqual([expect.stringContaining(says), expect.stringContaining(hint)])
  })

  test.each([
    ['Georgia', 'Georgia (GEO)', 'type the code: GEO'],
    ['Korea', '(KOR)', 'KOR'],
    ['Congo', '(COD)', 'COD'],
  ])('%s could be several, and asks back', async (name, rival, hint) => {
    const text = await fails(2, ['events', name])
    expect(text).toContain(`"${name}" could be `)
    expect(text).toContain(rival)
    expect(text.split('\n')[1]).toContain(hint)
    expect(await fails(2, ['dyad', name, 'Iran'])).toBe(text)
  })

  test.each([
    ['Azerbijan', 'did you mean Azerbaijan'],
    ['Irann', 'did you mean Iran?'],
    ['Atlantis', 'a code such as AZE'],
  ])('%s is no country', async (name, hint) => {
    expect(await fails(2, ['events', name])).toContain(hint)
  })

  test('a report that cannot be written', async () => {
    const text = file('short.txt', 'President Aliyev visited Tehran on 9 April 2014.')
    expect(await fails(2, ['check', text, '-o', 'no/such/folder/ledger.md'])).toContain('there is no such folder')
    const note = file('note.md', 'President Aliyev visited Tehran on 9 April 2014.')
    expect(await fails(2, ['check', note, '-o', 'note.md'])).toContain('note.md is the text itself')
    mkdirSync(join(folder, 'folder.md'))
    expect(await fails(2, ['check', text, '-o', 'folder.md'])).toContain('it is a folder')
  })

  test('a full disk behind stdout', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${command.script}" events > /dev/full`], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DETENTE_RECORD: record },
    })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^detente: the result cannot be written: no space left.*\n {2}.+\n$/),
    })
  })
})

describe('unusable input: 3', () => {
  test('CoNLL-U with a fault: file, line and remedy; other files are parsed all the same', async () => {
    const word = (id: number) => `${id}\tBaku${'\t_'.repeat(8)}\n`
    const bad = file('bad.conllu', `${word(1)}${word(3)}`)
    expect(await fails(3, ['parse', bad])).toMatch(/bad\.conllu, line 2: word 3 where 2 is due\n {2}Number the words/)
    expect(await fails(3, ['parse'], { input: `# text = Baku\n1\tBaku${'\t_'.repeat(7)}\n` })).toMatch(
      /^detente: standard input, line 2: 9 columns instead of 10\n/,
    )
    const both = await run(['parse', bad, file('good.conllu', word(1))])
    expect(both.code).toBe(3)
    expect(both.stdout).toMatch(/^# text = Baku\n1\tBaku\tBaku\tPROPN\t/)
  })

  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(500, 1)])

  test.each<[string, () => string, RegExp]>([
    ['a missing file', () => 'missing.txt', /no such file: missing\.txt/],
    ['an empty file', () => file('empty.txt', ''), /empty\.txt is empty/],
    ['a file of blanks', () => file('blank.txt', ' \n\n\t '), /blank\.txt holds nothing but blanks/],
    ['an image', () => file('image.txt', png), /image\.txt is a PNG image/],
    ['bytes of no meaning', () => file('data.bin', Buffer.alloc(4000, 0)), /data\.bin is binary/],
    [
      'invalid UTF-8',
      () => file('latin.txt', Buffer.from('Le président a visité Bakou.', 'latin1')),
      /not valid UTF-8: byte \d+/,
    ],
    ['Russian', () => file('russian.txt', RUSSIAN), /russian\.txt is not in English: it reads like Russian/],
    [
      '50 MB of text',
      () => file('large.txt', 'The president visited Baku. '.repeat(1_900_000)),
      /large\.txt is too large: 5\d\.\d MB/,
    ],
    ['a pattern that matches nothing', () => join(folder, '*.nothing'), /no file matches/],
    [
      'a folder without texts',
      () => {
        mkdirSync(join(folder, 'bare'), { recursive: true })
        return join(folder, 'bare')
      },
      /bare is a folder without texts/,
    ],
  ])('%s', async (_, path, says) => {
    const name = path()
    expect(await fails(3, ['check', name])).toMatch(says)
    expect(await fails(3, ['read', name])).toMatch(says)
  })

  test('nothing, or too much, on standard input', async () => {
    expect(await fails(3, ['check', '-'])).toContain('standard input is empty')
    const input = 'The president visited Baku. '.repeat(800_000)
    expect(await fails(3, ['read', '-'], { input })).toContain('standard input is too large')
  })

  test('among several files one that cannot be used is told, and the others are read', async () => {
    const good = file('good.txt', 'President Aliyev visited Tehran on 9 April 2014.')
    const { code, stdout, stderr } = await run(['read', file('void.txt', ''), good, '--jsonl'])
    expect(code).toBe(3)
    expect(stderr).toMatch(/^detente: \S+void\.txt is empty\n {2}.+\n$/)
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).document.path),
    ).toEqual([good])
  })

  test.each<[string, () => string, RegExp]>([
    ['a missing file', () => 'missing.jsonl', /missing\.jsonl: no such file/],
    ['an empty file', () => file('empty.jsonl', ''), /empty\.jsonl is empty/],
    ['a file of no known format', () => file('image.png', png), /no known format begins like this/],
    [
      'a folder without rows',
      () => {
        mkdirSync(join(folder, 'rowless'), { recursive: true })
        return join(folder, 'rowless')
      },
      /rowless is a folder without rows/,
    ],
  ])('import of %s', async (_, path, says) => {
    expect(await fails(3, ['import', path()])).toMatch(says)
  })

  test('a name with a line break or a colour in it prints as one plain line', async () => {
    expect(await fails(3, ['read', 'a\nb\x1b[31mc.txt'])).toContain('a b\\x1b[31mc.txt')
  })
})

describe('the record: 4', () => {
  let made = 0
  const copy = (): string => {
    made += 1
    const path = join(folder, `${made}.duckdb`)
    cpSync(record, path)
    return path
  }

  const damages: [string, (path: string) => void][] = [
    ['cut off', path => truncateSync(path, 20_000)],
    [
      'scribbled over',
      path => {
        const bytes = readFileSync(path)
        bytes.fill(0xaa, 4096, 12_288)
        writeFileSync(path, bytes)
      },
    ],
    ['something else', path => writeFileSync(path, 'day,source\n2014-04-09,AZE\n')],
  ]

  test.each(damages)('damaged: %s', async (_, damage) => {
    const path = copy()
    damage(path)
    const before = readFileSync(path)
    const text = file('text.txt', 'President Aliyev visited Tehran on 9 April 2014.')
    for (const words of [['events'], ['check', text], ['import', file('one.jsonl', '{"day":"2014-04-09"}')]])
      expect(await fails(4, [...words, '--record', path])).toMatch(/damaged/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a folder, or where no record can be made', async () => {
    expect(await fails(4, ['events', '--record', folder])).toContain('it is a folder')
    expect(await fails(4, ['events', '--record', join(record, 'inside.duckdb')])).toContain('no folder can be made')
  })

  test('of a newer version', async () => {
    const path = copy()
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const instance = await DuckDBInstance.create(path)
    const connection = await instance.connect()
    await connection.run("insert into migrations values (99, 'of the future')")
    connection.closeSync()
    instance.closeSync()
    expect(await fails(4, ['events', '--record', path])).toMatch(/newer version.*\n {2}update detente/)
  })

  test('busy: beside a reader no import, beside an import neither', async () => {
    const path = copy()
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const rows = file('one.jsonl', '{"day":"2014-04-09"}')
    const says = new RegExp(`the record .* is busy: process ${process.pid} has it open\n {2}readers work side by side`)

    const reading = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' })
    expect(await fails(4, ['import', rows, '--record', path])).toMatch(says)
    expect((await run(['events', '--limit', '1', '--record', path])).code).toBe(0)
    reading.closeSync()

    // As an import has it.
    const writing = await DuckDBInstance.create(path, { access_mode: 'READ_WRITE' })
    expect(await fails(4, ['import', rows, '--record', path])).toMatch(says)
    expect(await fails(4, ['events', '--record', path])).toMatch(says)
    writing.closeSync()
  })

  const mount = (at: string): boolean => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', at], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }

  test('on a full disk', async context => {
    const small = join(folder, 'small')
    mkdirSync(small)
    if (!mount(small)) return context.skip('only root may mount the small disk that this test fills')
    try {
      const path = join(small, 'record.duckdb')
      const sound = await run(['events', '--record', path, '--jsonl'])
      expect(sound.code).toBe(0)
      const row = { day: '2014-04-09', source: 'AZE', target: 'IRN', status: 'occurred' }
      const rows = Array.from({ length: 60_000 }, (_, i) => JSON.stringify({ ...row, summary: `Row ${i}.` }))
      expect(await fails(4, ['import', file('big.jsonl', rows.join('\n')), '--record', path])).toContain(
        'no space left',
      )
      expect((await run(['events', '--record', path, '--jsonl'])).stdout).toBe(sound.stdout)
      execFileSync('sh', ['-c', `dd if=/dev/zero of=${join(small, 'filler')} bs=1M 2>/dev/null || true`])
      expect(await fails(4, ['events', '--record', join(small, 'second.duckdb')])).toContain('no space left')
      const text = file('text.txt', 'President Aliyev visited Tehran on 9 April 2014.')
      expect(await fails(2, ['check', text, '-o', join(small, 'ledger.md')])).toContain('no space left')
    } finally {
      execFileSync('umount', ['-l', small])
    }
  })
})

test('a stack is printed with --debug, and only then', async () => {
  const quiet = await run(['events', 'Atlantis'])
  const { code, stderr } = await run(['events', 'Atlantis', '--debug'])
  expect(code).toBe(2)
  expect(stderr.startsWith(quiet.stderr)).toBe(true)
  expect(stderr.slice(quiet.stderr.length)).toMatch(/\n {4}at /)
})
