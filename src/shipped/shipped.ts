import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** The package's own folder: the code runs from src/ in development and from dist/ when shipped, at different depths. */
const packageRoot = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
})()

/** Absolute path of a file or folder below data/. */
export const shippedPath = (...parts: string[]): string => join(packageRoot, 'data', ...parts)

/** Absolute path of the page that a browser is shown, as the build leaves it. */
export const builtPage = (): string => join(packageRoot, 'dist', 'web')

/** Names of the files of a folder below data/, in order. */
export const shippedFiles = (folder: string): string[] => readdirSync(shippedPath(folder)).sort()

/** Text of a file below data/, UTF-8. */
export const readShippedText = (...parts: string[]): string => readFileSync(shippedPath(...parts), 'utf8')

/** A YAML file below data/, parsed. The caller states its shape; each data folder has a test that holds the files to it. */
export const readShippedYaml = <T>(...parts: string[]): T => {
  try {
    return parse(readShippedText(...parts)) as T
  } catch (error) {
    throw new Error(`data/${parts.join('/')}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The version in package.json, as `--version` and ledgers print it. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version
