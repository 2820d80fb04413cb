import type { Engine } from './engine.ts'

/** Runs work in one transaction: all of it stays or nothing, whether it fails, is interrupted or the process is killed. */
export const inTransaction = async <T>(
  engine: Engine,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  const interrupt = (): void => engine.interrupt()
  signal?.addEventListener('abort', interrupt)
  try {
    await engine.run('begin')
    const result = await work()
    signal?.throwIfAborted()
    await engine.run('commit')
    return result
  } catch (error) {
    await engine.run('rollback').catch(() => undefined)
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', interrupt)
  }
}
