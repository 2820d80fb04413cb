import type { VerdictName } from '../domain/index.ts'
import type { Ink } from './ink.ts'

/** How each verdict is marked, called and coloured, in the order of summaries. */
interface VerdictWords {
  readonly mark: string
  readonly name: string
  readonly ink: keyof Ink
}

const WORDS: Readonly<Record<VerdictName, VerdictWords>> = {
  supported: { mark: '✓', name: 'supported', ink: 'good' },
  contradicted: { mark: '✗', name: 'contradicted', ink: 'bad' },
  disputed: { mark: '≠', name: 'disputed', ink: 'torn' },
  not_found: { mark: '?', name: 'not found', ink: 'torn' },
  not_covered: { mark: '·', name: 'not covered', ink: 'faint' },
  pending: { mark: '…', name: 'pending', ink: 'open' },
  not_checkable: { mark: '–', name: 'not checkable', ink: 'faint' },
}

export const markOf = (verdict: VerdictName): string => WORDS[verdict].mark
export const nameOf = (verdict: VerdictName): string => WORDS[verdict].name
export const inkName = (verdict: VerdictName): string => WORDS[verdict].ink
export const inkOf = (verdict: VerdictName, ink: Ink): ((text: string) => string) => ink[WORDS[verdict].ink]

/** A verdict that should catch the eye, unless it is one of the two that should not. */
export const loud = (verdict: VerdictName, ink: Ink, text: string): string => {
  const inked = inkOf(verdict, ink)(text)
  return WORDS[verdict].ink === 'faint' ? inked : ink.strong(inked)
}

/** Of a claim that was read and not judged: whether it could be. */
export const unjudgedMark = (checkable: boolean): string => (checkable ? '•' : WORDS.not_checkable.mark)
