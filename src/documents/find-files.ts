import { readdirSync, type Stats, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inputFailure } from '../domain/index.ts'
import { fileFailure } from './file-failure.ts'
import { globBase, globShape, isGlob } from './glob.ts'

/** Which files are taken from a folder; a file named by itself is taken whatever it is called. */
export interface FolderFiles {
  readonly endings: RegExp
  /** As messages call them: "texts". */
  readonly what: string
  /** As messages list the endings. */
  readonly listed: string
}

export const TEXTS: FolderFiles = {
  endings: /\.(?:txt|text|md|markdown|html?|xhtml|pdf)$/i,
  what: 'texts',
  listed: '.txt, .md, .html or .pdf',
}

/** Paths as the user gives them (file, folder, glob, `-`) → files, sorted within each folder, each once. */
export const findFiles = (paths: readonly string[], wanted: FolderFiles = TEXTS): string[] => {
  const seen = new Set<string>()
  return paths.flatMap(path =>
    expand(path, wanted).filter(file => {
      const key = file === '-' ? '-' : resolve(file)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    }),
  )
}

const expand = (path: string, wanted: FolderFiles): string[] => {
  if (path === '-') return [path]
  const found = statOf(path)
  if (found?.isDirectory()) return inFolder(path, wanted)
  if (found || !isGlob(path)) return [path]
  const shape = globShape(path)
  const files = walk(globBase(path)).filter(file => shape.test(file))
  if (files.length === 0) throw inputFailure(`no file matches ${path}`, 'Put the pattern in quotes, or name the files.')
  return files
}

/** Null where there is no such file; why it cannot be read is said when it is opened. */
const statOf = (path: string): Stats | null => {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}

const inFolder = (folder: string, { endings, what, listed }: FolderFiles): string[] => {
  const files = walk(folder).filter(file => endings.test(file))
  if (files.length > 0) return files
  throw inputFailure(`${folder} is a folder without ${what}`, `Files in a folder are read when they end in ${listed}.`)
}

/** All files below a folder in the order of their names; hidden ones and what links point to are passed over. */
const walk = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => !entry.name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(entry => {
        const path = folder === '.' ? entry.name : join(folder, entry.name)
        if (entry.isDirectory()) return walk(path)
        return entry.isFile() || (entry.isSymbolicLink() && statOf(path)?.isFile()) ? [path] : []
      })
  } catch (error) {
    throw fileFailure(error, folder)
  }
}
