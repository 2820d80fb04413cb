import type { ActorId, Day } from '../domain/index.ts'
import type { How } from './mention.ts'
import { listOf, readTable } from './tables.ts'
import { type Word, wordsOf } from './words.ts'

/** One actor that a form can mean. `id: null` = the form is no actor here ("turkey", the bird). */
export interface Sense {
  readonly id: ActorId | null
  readonly state: ActorId | null
  readonly how: How
  readonly why: string
  /** Other actors that hold or claim the place. */
  readonly claims: readonly ActorId[]
  /** Counts only on these days: "Serbia and Montenegro" was one state for three years and two at all other times. */
  readonly only: { readonly from: Day; readonly to: Day } | null
}

/** A written form, split into words, with what it can mean. */
export interface Form {
  readonly text: string
  readonly words: readonly Word[]
  readonly endsInDot: boolean
  readonly senses: Sense[]
  /** Counts only before a hyphen ("Sino-Russian"). */
  readonly combining: boolean
}

export const kindOf = (id: ActorId): How => {
  if (id.startsWith('org:')) return 'organisation'
  if (id.startsWith('grp:')) return 'group'
  if (id.startsWith('reg:')) return 'region'
  if (id.startsWith('loc:')) return 'place'
  return 'name'
}

export interface Lexicon {
  /** By the key of a form's first word, longest form first. */
  readonly byFirst: ReadonlyMap<string, readonly Form[]>
  readonly names: ReadonlyMap<ActorId, string>
}

const build = (): Lexicon => {
  const byText = new Map<string, Form>()
  const names = new Map<ActorId, string>()
  const add = (text: string, sense: Omit<Sense, 'claims' | 'only'> & Partial<Sense>, combining = false) => {
    const words = wordsOf(text)
    // Case is part of a form: "Nato" and "NATO" are two, since upper-case short names match upper case only.
    const key = `${words.map(w => (w.upper ? w.text : w.key)).join(' ')}${combining ? '-' : ''}`
    const form = byText.get(key) ?? { text, words, endsInDot: text.endsWith('.'), senses: [], combining }
    byText.set(key, form)
    if (!form.senses.some(s => s.id === sense.id)) form.senses.push({ claims: [], only: null, ...sense })
  }

  for (const row of readTable('states')) {
    const { id = '', name = '' } = row
    names.set(id, name)
    const only = row.to && row.names?.includes(' and ') ? { from: row.from ?? '', to: row.to } : null
    for (const form of listOf(row.names)) add(form, { id, state: id, how: 'name', why: `a name of ${name}`, only })
    for (const form of listOf(row.adjectives)) add(form, { id, state: id, how: 'demonym', why: `of ${name}` })
    for (const form of listOf(row.people)) add(form, { id, state: id, how: 'people', why: `people of ${name}` })
    for (const form of listOf(row.capitals))
      add(form, { id, state: id, how: 'capital', why: `the capital stands for ${name}` })
  }
  for (const row of readTable('metonyms'))
    for (const form of listOf(row.names))
      add(form, { id: row.id ?? '', state: row.id ?? null, how: 'seat', why: `stands for ${names.get(row.id ?? '')}` })
  for (const table of ['organisations', 'groups', 'places'])
    for (const row of readTable(table)) {
      const { id = '', name = '' } = row
      names.set(id, name)
      const claims = listOf(row.claims)
      for (const form of listOf(row.names))
        add(form, { id, state: row.state || null, how: kindOf(id), why: `a name of ${name}`, claims })
    }
  for (const row of readTable('combining'))
    add(
      row.form ?? '',
      {
        id: row.id ?? '',
        state: row.id?.includes(':') ? null : (row.id ?? null),
        how: 'demonym',
        why: 'first half of a pair',
      },
      true,
    )
  for (const row of readTable('not-actors').filter(r => r.kind === 'phrase'))
    for (const form of listOf(row.words)) add(form, { id: null, state: null, how: 'name', why: row.why ?? '' })

  const byFirst = new Map<string, Form[]>()
  for (const form of byText.values()) {
    const first = form.words[0]?.key ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), form])
  }
  for (const forms of byFirst.values()) forms.sort((a, b) => b.words.length - a.words.length)
  return { byFirst, names }
}

let lexicon: Lexicon | null = null

/** All written forms of actors, read once from data/actors. */
export const actorLexicon = (): Lexicon => {
  lexicon ??= build()
  return lexicon
}
