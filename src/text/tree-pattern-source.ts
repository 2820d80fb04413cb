/** The written form of tree patterns (`tree-pattern.ts`): from text to a word with its edges. */

export interface PatternNode {
  readonly name: string | null
  /** A test of a word, as in token patterns, or `*`. */
  readonly test: string
  readonly edges: readonly Edge[]
}

export interface Edge {
  readonly kind: '>' | '>>' | '<' | '<<'
  readonly negated: boolean
  /** None: any relation will do. */
  readonly relations: readonly string[]
  readonly target: PatternNode
}

/** Relations of UD version 2. */
const RELATIONS = new Set(
  `acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith
   iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp`.split(/\s+/),
)

const EDGE = /^(!?)(>>|>|<<|<)(.*)$/

/** Throws a RangeError that names the pattern and what is wrong in it. */
export const parseTreePattern = (source: string): PatternNode => {
  const tokens = source.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  const fail = (what: string): never => {
    throw new RangeError(`tree pattern ${JSON.stringify(source)}: ${what}`)
  }

  const relationsOf = (written: string): string[] => {
    const relations = written === '' ? [] : written.split('|')
    const strange = relations.find(relation => !RELATIONS.has(relation.split(':')[0] ?? ''))
    return strange === undefined ? relations : fail(`no relation ${JSON.stringify(strange)} in UD version 2`)
  }

  const word = (): PatternNode => {
    const token = tokens[at]
    if (token === undefined || token === ')' || EDGE.test(token)) return fail(`a word is wanted ${place(tokens, at)}`)
    at++
    if (token === '(') {
      const inner = node()
      if (tokens[at] !== ')') fail('a bracket is not closed')
      at++
      return inner
    }
    const [, name = null, test = token] = /^([a-z]\w*):(.+)$/.exec(token) ?? []
    return { name, test, edges: [] }
  }

  const node = (): PatternNode => {
    const first = word()
    const edges: Edge[] = [...first.edges]
    for (let found = EDGE.exec(tokens[at] ?? ''); found; found = EDGE.exec(tokens[at] ?? '')) {
      const [, negation, kind, relations = ''] = found
      at++
      edges.push({
        kind: kind as Edge['kind'],
        negated: negation === '!',
        relations: relationsOf(relations),
        target: word(),
      })
    }
    return { ...first, edges }
  }

  const whole = node()
  return at < tokens.length ? fail(`nothing can follow ${place(tokens, at)}`) : whole
}

const place = (tokens: readonly string[], at: number): string =>
  at === 0 ? 'at the beginning' : `behind ${JSON.stringify(tokens[at - 1])}`
