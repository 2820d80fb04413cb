import type { Brief } from '../api/types.ts'
import type { Shown } from './asked.ts'

/** What the sentences of a brief rest on, numbered in the order in which they are first named. */

export type BriefReceipt = Brief['receipts'][number]

export interface Note {
  readonly number: number
  readonly receipt: BriefReceipt
}

export const notesOf = (brief: Brief): ReadonlyMap<string, Note> =>
  new Map(brief.receipts.map((receipt, i) => [receipt.id, { number: i + 1, receipt }]))

/** What a receipt opens; null for those that have no more to show than their own words. */
export const shownBy = (receipt: BriefReceipt): Shown | null => {
  switch (receipt.kind) {
    case 'event':
      return { kind: 'event', id: receipt.id }
    case 'rows':
      return { kind: 'cell', id: receipt.id }
    case 'turn': {
      const date = /\d{4}-\d{2}-\d{2}/.exec(receipt.id)?.[0]
      return date === undefined ? null : { kind: 'turn', date }
    }
    default:
      return null
  }
}

export const receiptSays = (receipt: BriefReceipt): string =>
  receipt.kind === 'event' ? receipt.summary : receipt.says
