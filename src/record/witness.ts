import { readShippedYaml } from '../shipped/index.ts'

let aliases: ReadonlyMap<string, string> | undefined

const canonical = (name: string): string => {
  aliases ??= new Map(
    readShippedYaml<string[][]>('codes', 'publishers.yaml').flatMap(([first = '', ...others]) =>
      others.map((other): [string, string] => [other, first]),
    ),
  )
  const plain = name
    .toLowerCase()
    .replace(/^quoting /, '')
    .replace(/^the /, '')
    .replace(/\s+/g, ' ')
    .trim()
  return aliases.get(plain) ?? plain
}

/**
 * Whose word a publisher's page is. `Fars (via The Iran Project)` is Fars: the part behind "via" only kept the page.
 * `WION (AFP)` is AFP: a reprint is its agency's word. Several agencies in brackets are several witnesses.
 */
export const witnesses = (publisher: string): readonly string[] => {
  const original = publisher.replace(/\s*\(via [^)]*\)/gi, '').trim()
  const agencies = /\(([^)]+)\)\s*$/.exec(original)?.[1]
  const names = agencies ? agencies.split(/[,/]\s*/) : [original]
  return names.map(canonical).filter(name => name !== '')
}

/** Distinct witnesses behind a list of publishers. */
export const independent = (publishers: Iterable<string>): number =>
  new Set([...publishers].flatMap(publisher => witnesses(publisher))).size
