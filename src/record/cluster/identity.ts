import { createHash } from 'node:crypto'
import type { SqlEngine } from '../sql-engine.ts'

/** Which record this is, and in which state: imports alone change one, and each is written down. */
export interface Identity {
  /** Of the first import: copies of a record share it. */
  readonly record: string
  readonly runs: number
  /** Of all imports. */
  readonly fingerprint: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const identityOf = async (engine: SqlEngine): Promise<Identity> => {
  const runs = await engine.rows<{ started: string }>('select * from runs order by run')
  const files = await engine.rows('select * from files order by file')
  return {
    record: sha256(runs[0]?.started ?? 'empty'),
    runs: runs.length,
    fingerprint: sha256(JSON.stringify([runs, files])),
  }
}
