import type { Mention, OfficeMention } from '../actors/index.ts'
import { actorKind, type Span } from '../domain/index.ts'
import type { Sentence, TimeMention, Token } from '../text/index.ts'
import { actOf, aheadActs } from './acts.ts'
import { lexicon } from './lexicon.ts'
import { classLabel } from './word-classes.ts'

/** Numbers that tell how many of a few, rather than how much. */
const SMALL = /^(one|two|three|four|five|six|seven|eight|nine|[1-9])$/i

const ROUND = /^(dozens?|hundreds?|thousands?|millions?|billions?)$/i

/** Labels of a word by the lexicon alone. */
const lexicalLabels = (t: Token): string[] => {
  const { level, trend, ...words } = lexicon()
  const lemma = t.lemma.toLowerCase()
  const labels: string[] = []
  const part = t.upos === 'PROPN' ? 'NOUN' : t.upos === 'ADV' ? 'ADJ' : t.upos
  if (part === 'NOUN' || part === 'ADJ' || part === 'VERB') {
    const side = level[part].get(lemma) ?? level.NOUN.get(t.form.toLowerCase()) ?? level.ADJ.get(t.form.toLowerCase())
    // Comparatives are listed as they are written: "closer".
    const move = trend[part].get(t.form.toLowerCase()) ?? trend[part].get(lemma)
    if (side !== undefined) labels.push('level', side > 0 ? 'warm' : side < 0 ? 'cold' : 'even')
    if (move !== undefined) labels.push('trend', move > 0 ? 'warm' : move < 0 ? 'cold' : 'even')
    if (/^VB[NG]$/.test(t.xpos) && trend.ADJ.has(t.form.toLowerCase())) labels.push('trend')
  }
  if ((part === 'NOUN' || part === 'VERB') && words.relationNouns.has(lemma)) labels.push('relation')
  if (words.says.has(lemma)) labels.push('says')
  if (words.accuses.has(lemma)) labels.push('accuses')
  if (words.wrongs.has(lemma)) labels.push('wrong')
  if (words.thinks.has(lemma)) labels.push('thinks')
  if (words.actNouns.has(lemma)) labels.push('act')
  if (words.aimNouns.has(lemma)) labels.push('aim')
  if (words.people.has(lemma) || words.people.has(t.form.toLowerCase())) labels.push('people')
  if (aheadActs().has(lemma)) labels.push('ahead')
  if (actOf(lemma)) labels.push('deed')
  const byClass = classLabel(lemma, t.upos)
  if (byClass) labels.push(byClass)
  if (byClass === 'n-person') labels.push('people')
  return labels
}

/** What the words of a sentence are known to be: by the lexicon, as actors, as times. */
export const labelsOf = (
  sentence: Sentence,
  mentions: readonly Mention[],
  offices: readonly OfficeMention[],
  times: readonly TimeMention[],
): ReadonlySet<string>[] => {
  const labels = sentence.tokens.map(t => new Set(lexicalLabels(t)))
  const mark = ({ start, end }: Span, ...names: readonly string[]) => {
    for (const t of sentence.tokens)
      if (t.start < end && start < t.end) for (const name of names) labels[t.i]?.add(name)
  }
  for (const m of mentions) {
    const kind = actorKind(m.id)
    const acts = m.how === 'place' || m.how === 'region' ? [] : ['actor']
    mark(m, ...acts, ...(kind ? [kind] : []), ...(m.how === 'coreference' ? ['several'] : []))
  }
  for (const o of offices) mark(o, 'actor', 'office', 'person')
  for (const t of times) mark(t, 'time')
  for (const t of sentence.tokens)
    if ((t.upos === 'NUM' || t.xpos === 'CD' || ROUND.test(t.form)) && !labels[t.i]?.has('time')) {
      labels[t.i]?.add('number')
      if (!SMALL.test(t.form)) labels[t.i]?.add('figure')
    }
  return labels
}
