import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export interface TreebankWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  /** 0-based, -1 for the root. */
  readonly head: number
  readonly deprel: string
  readonly spaceAfter: boolean
}

export interface TreebankSentence {
  readonly text: string
  readonly document: string
  /** The sentence opens a paragraph or document. */
  readonly newParagraph: boolean
  readonly words: readonly TreebankWord[]
}

/** The sentences of a gzipped CoNLL-U file; multiword ranges and empty nodes are passed over. */
export const readTreebank = (path: string): TreebankSentence[] => {
  const sentences: TreebankSentence[] = []
  let words: TreebankWord[] = []
  let text = ''
  let document = ''
  let newParagraph = false
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line.startsWith('# text = ')) text = line.slice(9)
    else if (line.startsWith('# newdoc id = ')) {
      document = line.slice(14)
      newParagraph = true
    } else if (line.startsWith('# newpar') || line.startsWith('# newdoc')) newParagraph = true
    else if (line === '') {
      if (words.length > 0) sentences.push({ text, document, newParagraph, words })
      words = []
      newParagraph = false
    } else if (!line.startsWith('#')) {
      const [id = '', form = '', lemma = '', upos = '', xpos = '', feats = '', head = '', deprel = '', , misc = ''] =
        line.split('\t')
      if (/^\d+$/.test(id)) {
        words.push({
          form,
          lemma,
          upos,
          xpos,
          feats,
          head: Number(head) - 1,
          deprel,
          spaceAfter: !misc.includes('SpaceAfter=No'),
        })
      }
    }
  }
  return sentences
}
