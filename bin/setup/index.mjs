import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, isBuilt } from './build.mjs'
import { alone } from './lock.mjs'
import { installPackages, missingPackage } from './packages.mjs'

/** Makes a clone ready to run: packages, then the bundle; each only when missing or out of date, and by one process at a time. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A published package brings its bundle and no sources: nothing is made there. */
const isClone = () => existsSync(join(root, 'src')) && existsSync(join(root, 'package-lock.json'))

/**
 * @param {import('./packages.mjs').Extent} extent
 * @param {(line: string) => void} say
 */
export const makeReady = (extent, say) => {
  if (!isClone() || (missingPackage(root, extent) === null && isBuilt(root))) return
  alone(join(root, '.being-prepared'), () => {
    if (missingPackage(root, extent) !== null) {
      say('installing packages …')
      installPackages(root, extent)
    }
    if (!isBuilt(root)) {
      say('building …')
      build(root)
    }
  })
}
