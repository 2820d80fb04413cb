import type { FileReport, ImportReport } from '../record/index.ts'
import { paragraph, proseWidth, type Screen } from './layout.ts'
import { counted } from './ledger-words.ts'
import { printable } from './printable.ts'

/** What an import did: every row accounted for, and what was rejected, by file and line. */

type Sum = Pick<FileReport, 'rows' | 'accepted' | 'duplicate' | 'rejected'>

const sum = ({ rows, accepted, duplicate, rejected }: Sum): string => {
  const [all, ...parts] = [rows, accepted, duplicate, rejected].map(n => n.toLocaleString('en-GB'))
  return `${all} ${rows === 1 ? 'row' : 'rows'} = ${parts[0]} accepted + ${parts[1]} duplicate + ${parts[2]} rejected`
}

const rejectionLines = ({ rejections, rejected, run }: ImportReport, width: number): string[] => {
  if (rejected === 0) return []
  const all = rejections.length === rejected
  return [
    '',
    ...paragraph(all ? 'Rejected:' : `The first ${rejections.length} rejected (all: detente trace ${run}):`, width),
    ...rejections.flatMap(({ file, line, reason }) =>
      paragraph(`${printable(file)}, line ${line}: ${printable(reason)}`, width, '  ', '    '),
    ),
  ]
}

export const importTerminal = (report: ImportReport, record: string, screen: Screen): string => {
  const width = proseWidth(screen)
  const { files, run } = report
  const lines = [
    ...paragraph(
      `${screen.ink.strong(sum(report))}: ${counted(files.length, 'file')} into ${printable(record)} (${run}).`,
      width,
    ),
    ...files.flatMap(file => {
      const own = files.length === 1 ? '' : `${sum(file)}, `
      const text = `${printable(file.path)}: ${own}format ${file.format}, data set ${printable(file.origin)}`
      return paragraph(text, width, '  ', '    ')
    }),
    ...rejectionLines(report, width),
  ]
  return `${lines.join('\n')}\n`
}

export const importJson = (report: ImportReport): object => ({ schema: 'detente.import/1', ...report })
