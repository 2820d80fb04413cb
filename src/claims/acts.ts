import type { EventType } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'

/** A kind of act and the words that name it. */
export interface ActKind {
  readonly type: EventType
  readonly cameo: string
  readonly ahead?: boolean
  readonly words: readonly string[]
}

interface ActsFile {
  readonly acts: readonly ActKind[]
}

let file: ActsFile | null = null
const read = (): ActsFile => {
  file ??= readShippedYaml<ActsFile>('claims', 'acts.yaml')
  return file
}

let byWord: ReadonlyMap<string, ActKind> | null = null
/** The kind of act that a lemma names; the first entry that lists it. */
export const actOf = (lemma: string): ActKind | null => {
  byWord ??= new Map(
    read()
      .acts.toReversed()
      .flatMap(kind => kind.words.map(word => [word, kind] as const)),
  )
  return byWord.get(lemma.toLowerCase()) ?? null
}

let ahead: ReadonlySet<string> | null = null
/** Words of acts that are announced beforehand. */
export const aheadActs = (): ReadonlySet<string> => {
  ahead ??= new Set(read().acts.flatMap(kind => (kind.ahead ? kind.words : [])))
  return ahead
}
