import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One process at a time prepares a clone: a folder that only one can make, with the process id of its owner inside.
 * A lock whose owner is gone is taken away; two that find it at the same moment take turns by a second folder.
 */
const POLL = 100
const PATIENCE = 10 * 60_000
/** An owner that has not written its id after so long was killed before it could. */
const NAMELESS = 10_000

/** @param {number} milliseconds */
const sleep = milliseconds => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** @param {string} folder */
const make = folder => {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {number} pid */
const isAlive = pid => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** The owner's process id; null when it has not been written yet, or the lock is gone. @param {string} lock */
const ownerOf = lock => {
  try {
    const pid = Number.parseInt(readFileSync(join(lock, 'pid'), 'utf8'), 10)
    return Number.isInteger(pid) ? pid : null
  } catch {
    return null
  }
}

/** Milliseconds since the lock was made; 0 when it is gone. @param {string} lock */
const ageOf = lock => Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())

/** @param {string} lock */
const removeIfOrphan = lock => {
  const guard = `${lock}-removal`
  if (!make(guard)) return
  try {
    const owner = ownerOf(lock)
    const orphan = owner === null ? ageOf(lock) > NAMELESS : !isAlive(owner)
    if (orphan) rmSync(lock, { recursive: true, force: true })
  } finally {
    rmdirSync(guard)
  }
}

/**
 * Runs `work` while no other process does the like under the same lock.
 * @template T
 * @param {string} lock
 * @param {() => T} work
 * @returns {T}
 */
export const alone = (lock, work) => {
  const started = Date.now()
  while (!make(lock)) {
    removeIfOrphan(lock)
    if (Date.now() - started > PATIENCE) {
      throw new Error(`another process has been preparing this folder for ten minutes; if none is, delete ${lock}*`)
    }
    sleep(POLL)
  }
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
