import { type Engine, openEngine } from './engine.ts'
import { migrate, versionOf } from './migrate.ts'
import { CURRENT } from './migrations.ts'
import { isOutdated, refresh } from './refresh.ts'
import { sideBySide } from './side-by-side.ts'

/** Readers cannot migrate: a record of an older version is brought up to date first, alone, then opened for reading. */
const bringUpToDate = async (path: string): Promise<void> => {
  const engine = await openEngine(path, true)
  try {
    await migrate(engine)
  } finally {
    await engine.close()
  }
}

/** Opens a record's file for reading, beside any number of other readers. It must exist. */
export const openFile = async (path: string): Promise<Engine> => {
  const engine = await openEngine(path, false)
  let isCurrent = false
  try {
    isCurrent = (await versionOf(engine)) === CURRENT
    if (isCurrent && !(await isOutdated(engine))) return await sideBySide(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  await engine.close()
  if (isCurrent) await refresh(path)
  else await bringUpToDate(path)
  return sideBySide(await openEngine(path, false))
}
