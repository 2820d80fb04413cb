import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * The browser that tests drive: Debian's Chromium. It is installed where that needs nobody's leave (as root, with apt-get: a
 * container or a build machine); elsewhere the tests that need it are skipped and say so.
 */
export const CHROMIUM = process.env.DETENTE_CHROMIUM ?? '/usr/bin/chromium'

/** Whether there is one, after trying to get it. @param {(line: string) => void} say */
export const haveChromium = say => {
  if (existsSync(CHROMIUM)) return true
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  say('installing Chromium for the tests of the web app …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @param {string[]} words */
  const apt = (...words) => spawnSync('apt-get', ['-qq', ...words], { env, stdio: 'ignore' }).status === 0
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium')
  if (!install()) {
    apt('update')
    install()
  }
  return existsSync(CHROMIUM)
}
