import type { Engine } from './engine.ts'

/**
 * A database in memory for the rows of one file on its way in, filled by a connection of its own: what another transaction has written the
 * engine reads with all cores, what the import's own has, with one. It keeps to the same limit of memory, and goes to files beside
 * the record where it does not fit.
 */
export interface Staging {
  /** Its name in SQL. */
  readonly name: string
  /** Writes here; the import itself only reads, and for the first time when all is written. */
  readonly engine: Engine
}

export type WithStaging = <T>(file: number, work: (staging: Staging) => Promise<T>) => Promise<T>

/** One file after another, each with a staging that is gone afterwards; `prepare` is run once, for what all files need. */
export const inStaging = async <T>(
  record: Engine,
  signal: AbortSignal | undefined,
  prepare: (engine: Engine) => Promise<void>,
  work: (withStaging: WithStaging) => Promise<T>,
): Promise<T> => {
  const engine = await record.beside()
  const interrupt = (): void => engine.interrupt()
  signal?.addEventListener('abort', interrupt)
  try {
    await prepare(engine)
    return await work(async (file, settle) => {
      const name = `incoming_${file}`
      await engine.run(`attach ':memory:' as ${name}`)
      const result = await settle({ name, engine })
      await engine.run(`detach ${name}`)
      return result
    })
  } finally {
    signal?.removeEventListener('abort', interrupt)
    await engine.close()
  }
}
