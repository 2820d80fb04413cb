import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { type TreeWord, treePattern } from './tree-pattern.ts'

/** A sentence's tree, with a label for what is written in capitals. */
const treeOf = (text: string): TreeWord[] =>
  (analyse(text).sentences[0]?.tokens ?? []).map(({ form, lemma, upos, xpos, head, deprel }) => ({
    form,
    lemma,
    upos,
    xpos,
    head,
    deprel,
    labels: new Set(/^\p{Lu}/u.test(form) ? ['name'] : []),
  }))

describe('patterns over the trees of sentences', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'who charges whom',
      'accuse|blame >nsubj @name >obj @name',
      ['Lima accused Quito of spying.', 'Again Lima has loudly blamed Quito.'],
      ['Lima was accused of spying.', 'Lima met Quito.'],
    ],
    [
      'a verb that is not denied',
      "sign >nsubj * !>advmod not|n't|never",
      ['They signed the treaty.'],
      ['They never signed the treaty.', "They didn't sign the treaty."],
    ],
    [
      'a predicate with its copula',
      'mistake >cop be >nsubj (NOUN >det =the)',
      ['The blockade was a grave mistake.'],
      ['A mistake was made.'],
    ],
    [
      'a phrase by its preposition',
      'agree >obl (NOUN >case on)',
      ['They agreed on a date.'],
      ['They agreed in a letter.', 'They agreed.'],
    ],
    ['from below', 'treaty <obj sign', ['They signed the treaty.'], ['The treaty holds.']],
    ['far below', '* >>nmod Lima', ['The mayor of the port of Lima left.'], ['The mayor of the port of Quito left.']],
  ])('%s: %s', (_, source, must, mustNot) => {
    const pattern = treePattern(source)
    for (const text of must) expect(pattern(treeOf(text)), text).not.toBeNull()
    for (const text of mustNot) expect(pattern(treeOf(text)), text).toBeNull()
  })

  test('names say which words were found', () => {
    const words = treeOf('Lima accused Quito of spying.')
    const match = treePattern('verb:accuse >nsubj who:@name >obj whom:@name')(words)
    const form = (name: string) => words[match?.named.get(name) ?? -1]?.form
    expect([form('verb'), form('who'), form('whom')]).toEqual(['accused', 'Lima', 'Quito'])
  })

  test('a place to begin at leaves no other', () => {
    const words = treeOf('Lima accused Quito of spying.')
    expect(treePattern('@name')(words, 2)?.at).toBe(2)
    expect(treePattern('@name')(words, 1)).toBeNull()
    expect(treePattern('*')(words, 99)).toBeNull()
  })
})

test.each([
  ['', 'a word is wanted at the beginning'],
  ['accuse >obj', 'a word is wanted behind ">obj"'],
  ['accuse >object @actor', 'no relation "object"'],
  ['accuse >obj (NOUN', 'a bracket is not closed'],
  ['accuse NOUN', 'nothing can follow behind "accuse"'],
  ['accuse )', 'nothing can follow behind "accuse"'],
])('%j is refused: %s', (source, message) => {
  expect(() => treePattern(source)).toThrow(RangeError)
  expect(() => treePattern(source)).toThrow(message)
})

describe('laws', () => {
  const RELATIONS = ['nsubj', 'obj', 'nmod', 'nmod:poss', 'conj']
  /** Any tree: each word but the first hangs from one before it; then all are put in another order. */
  const trees = fc
    .tuple(
      fc.array(
        fc.record({ up: fc.nat(), relation: fc.constantFrom(...RELATIONS), lemma: fc.constantFrom('a', 'b', 'c') }),
        { minLength: 1, maxLength: 9 },
      ),
      fc.infiniteStream(fc.nat()),
    )
    .map(([nodes, dice]): TreeWord[] => {
      const order = nodes.map((_, i) => i)
      order.sort((a, b) => ((a * 7 + (dice.next().value ?? 0)) % 5) - ((b * 7 + (dice.next().value ?? 0)) % 5))
      const placeOf = new Map(order.map((node, place) => [node, place]))
      return order.map(node => {
        const { up, relation, lemma } = nodes[node] as (typeof nodes)[number]
        const head = node === 0 ? -1 : (placeOf.get(up % node) as number)
        return {
          form: lemma,
          lemma,
          upos: 'X',
          xpos: 'X',
          labels: new Set(),
          head,
          deprel: head < 0 ? 'root' : relation,
        }
      })
    })
  const relation = fc.constantFrom('nsubj', 'obj', 'nmod', 'conj', '')
  const lemma = fc.constantFrom('a', 'b', 'c', '*')
  const places = (source: string, words: readonly TreeWord[]): number[] => {
    const pattern = treePattern(source)
    return words.flatMap((_, i) => (pattern(words, i) ? [i] : []))
  }

  test('an edge down and the same edge up tell of the same pairs', () => {
    fc.assert(
      fc.property(
        trees,
        relation,
        lemma,
        lemma,
        fc.constantFrom(['>', '<'], ['>>', '<<']),
        (words, r, a, b, [down, up]) => {
          const fromAbove = treePattern(`${a} ${down}${r} ${b}`)(words) !== null
          const fromBelow = treePattern(`${b} ${up}${r} ${a}`)(words) !== null
          expect(fromAbove).toBe(fromBelow)
        },
      ),
    )
  })

  test('"!" is the edge’s contrary at every word', () => {
    fc.assert(
      fc.property(trees, relation, lemma, fc.constantFrom('>', '>>', '<', '<<'), (words, r, b, edge) => {
        const [with_, without] = [places(`* ${edge}${r} ${b}`, words), places(`* !${edge}${r} ${b}`, words)]
        expect([...with_, ...without].sort((x, y) => x - y)).toEqual(words.map((_, i) => i))
      }),
    )
  })

  test('the order of edges does not matter', () => {
    fc.assert(
      fc.property(trees, relation, relation, lemma, lemma, (words, r, q, a, b) => {
        expect(places(`* >${r} ${a} >>${q} ${b}`, words)).toEqual(places(`* >>${q} ${b} >${r} ${a}`, words))
      }),
    )
  })

  test('">>" is ">" and ">" of what is below', () => {
    fc.assert(
      fc.property(trees, lemma, (words, b) => {
        const step = places(`* > ${b}`, words)
        const further = places(`* > (* >> ${b})`, words)
        expect(places(`* >> ${b}`, words)).toEqual([...new Set([...step, ...further])].sort((x, y) => x - y))
      }),
    )
  })

  test('whatever is written, it is compiled or refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '*', '(', ')', '>obj', '!>', '<<', 'who:a', '>nope', '!a', '@x')),
        parts => {
          try {
            treePattern(parts.join(' '))
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError)
          }
        },
      ),
    )
  })
})
