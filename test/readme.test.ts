import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * What is written down is true: outputs shown are what commands print, commands listed are those there are, links lead
 * somewhere. `RENEW=1 npx vitest run test/readme.test.ts` puts today's outputs in place of those shown.
 */

const run = promisify(execFile)
const PAPERS = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...['docs', 'src', 'data', 'test'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name)),
  ),
]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-readme-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a command of ours prints, on a record of its own. */
const printed = async (command: string): Promise<string> => {
  const [program, ...words] = command.split(' ')
  expect(program).toBe('bin/detente')
  const { stdout } = await run(process.execPath, ['bin/detente', ...words], {
    env: { ...process.env, DETENTE_RECORD: join(folder, 'record.duckdb') },
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}

describe('outputs shown', () => {
  // Between the marks stands a block of code with the first lines of what the command prints.
  const SHOWN = /<!-- printed by: (.+?)(?: \| head -(\d+))? -->\n```text\n([\s\S]*?)\n```/g
  const shown = PAPERS.flatMap(paper =>
    [...readFileSync(paper, 'utf8').matchAll(SHOWN)].map(([block, command = '', lines, text = '']) => ({
      paper,
      block,
      command,
      lines: lines === undefined ? Number.POSITIVE_INFINITY : Number(lines),
      text,
    })),
  )

  test('README.md shows one', () => {
    expect(shown.filter(({ paper }) => paper === 'README.md').length).toBeGreaterThan(0)
  })

  test.each(shown)('$paper: $command', async ({ paper, block, command, lines, text }) => {
    const now = (await printed(command)).trimEnd().split('\n').slice(0, lines).join('\n').trimEnd()
    if (process.env.RENEW === '1') {
      writeFileSync(
        paper,
        readFileSync(paper, 'utf8').replace(block, () => [block.split('\n', 1)[0], '```text', now, '```'].join('\n')),
      )
    } else {
      expect(text).toBe(now)
    }
  })
})

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8')

  test('begins with the two commands that work in a fresh clone', () => {
    const commands = [...readme.matchAll(/^(npm \w+|bin\/detente .*?)(?: {2,}.*)?$/gm)].map(match => match[1])
    expect(commands.slice(0, 2)).toEqual(['npm start', 'npm test'])
  })

  test('lists the commands that there are, no more and no fewer', async () => {
    const help = await printed('bin/detente --help')
    const there = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z][\w-]*)/gm)].map(match => match[1])
    const listed = [...readme.matchAll(/^\| `(?:bin\/)?detente ([\w-]+)/gm)].map(match => match[1])
    expect(there.length).toBeGreaterThan(3)
    expect(listed.sort()).toEqual(there.filter(name => name !== 'help').sort())
  })
})

describe('links', () => {
  test.each(PAPERS)('%s leads nowhere that is not there', paper => {
    const links = [...readFileSync(paper, 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
      match => match[1] ?? '',
    )
    expect(links.filter(link => !existsSync(join(dirname(paper), link)))).toEqual([])
  })
})
