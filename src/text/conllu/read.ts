import { inputFailure } from '../../domain/index.ts'
import { COLUMNS, type ConlluRow, type ConlluSentence } from './sentence.ts'

/** CoNLL-U as universaldependencies.org/format.html defines it: comments, words, ranges (`1-2`), empty nodes (`1.1`). */

const FIRST_ID = /^(?:1|1-\d+|0\.1)\t/
/** A table whose rows are numbered is prose to nobody; with this many columns it was meant for CoNLL-U. */
const FEWEST_COLUMNS = 8

/** Whether the first line that is neither blank nor a comment numbers a word of a sentence. */
export const looksLikeConllu = (text: string): boolean => {
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '' || line.startsWith('#')) continue
    return FIRST_ID.test(line) && line.split('\t').length >= FEWEST_COLUMNS
  }
  return false
}

/** The sentences of a file; a fault ends the reading, with the line that it stands in. `name` is how messages call the file. */
export const readConllu = (text: string, name: string): ConlluSentence[] => {
  const sentences: ConlluSentence[] = []
  let comments: string[] = []
  let rows: ConlluRow[] = []
  let at = 0
  const fail = (what: string, remedy: string): never => {
    throw inputFailure(`${name}, line ${at}: ${what}`, remedy)
  }
  const endSentence = (): void => {
    const open = unfinishedRange(rows)
    if (open) fail(`the sentence ends within the range ${open}`, 'Give a line to each word of a range.')
    if (rows.length > 0 && rows.every(({ kind }) => kind !== 'word'))
      fail('the sentence before has no words', 'Number its words 1, 2, 3 and so on.')
    // Comments that no words follow stay with what comes next, as at the head of a file.
    if (rows.length === 0) return
    sentences.push({ comments, rows })
    comments = []
    rows = []
  }

  for (const line of text.split(/\r\n|\n|\r/)) {
    at += 1
    if (line.trim() === '') endSentence()
    else if (line.startsWith('#')) {
      if (rows.length > 0) fail('a comment stands inside a sentence', 'Part sentences by a blank line.')
      comments.push(line)
    } else rows.push(rowOf(line, rows, fail))
  }
  endSentence()
  if (sentences.length === 0) fail('the file holds no sentences', 'Give a CoNLL-U file with words, a line each.')
  return sentences
}

type Fail = (what: string, remedy: string) => never

const rowOf = (line: string, before: readonly ConlluRow[], fail: Fail): ConlluRow => {
  const columns = line.split('\t')
  if (columns.length !== COLUMNS)
    fail(
      `${columns.length} ${columns.length === 1 ? 'column' : 'columns'} instead of ${COLUMNS}`,
      columns.length === 1 && /\S {2,}\S|^\d+ /.test(line)
        ? 'Part the columns by tabs, not by spaces.'
        : 'CoNLL-U has ten columns, parted by tabs, with _ in the empty ones.',
    )
  const [id = '', form = ''] = columns
  if (form === '') fail('the column FORM is empty', 'Write the word there, or _ for a node without one.')
  const last = before.reduce((most, row) => (row.kind === 'word' ? row.last : most), 0)
  const found = /^(\d+)(?:([-.])(\d+))?$/.exec(id)
  if (!found) fail(`${JSON.stringify(id)} is no number of a word`, 'Words are 1, 2, 3 …; ranges 1-2; empty nodes 1.1.')
  const [, first = '', mark, second = ''] = found ?? []
  const [a, b] = [Number(first), Number(second)]
  if (mark === '.') {
    if (a !== last)
      fail(`the empty node ${id} does not follow word ${a}`, 'Put it behind the word that it is named after.')
    return { kind: 'empty', first: a, last: a, columns }
  }
  if (a !== last + 1)
    fail(
      `${mark ? 'the range' : 'word'} ${id} where ${last + 1} is due`,
      last > 0 && a === 1 ? 'Part sentences by a blank line.' : 'Number the words 1, 2, 3 and so on.',
    )
  if (mark === undefined) return { kind: 'word', first: a, last: a, columns }
  if (b <= a) fail(`the range ${id} runs backwards or covers one word`, 'A range covers two words or more: 1-2.')
  if (unfinishedRange(before)) fail(`the range ${id} begins within another`, 'A word belongs to one range at most.')
  return { kind: 'range', first: a, last: b, columns }
}

/** The range that words are still owed to, by its id. */
const unfinishedRange = (rows: readonly ConlluRow[]): string | null => {
  const range = rows.findLast(({ kind }) => kind === 'range')
  const last = rows.findLast(({ kind }) => kind === 'word')?.last ?? 0
  return range && last < range.last ? (range.columns[0] ?? null) : null
}
