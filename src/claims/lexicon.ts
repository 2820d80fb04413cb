import { readShippedYaml } from '../shipped/index.ts'

interface SpeechFile {
  readonly says: readonly string[]
  readonly accuses: readonly string[]
  readonly wrongs: readonly string[]
  readonly thinks: readonly string[]
  readonly content_nouns: readonly string[]
  readonly announcing_nouns: readonly string[]
  readonly unnamed: readonly string[]
  readonly author: readonly string[]
  readonly people: readonly string[]
}

interface RelationsFile {
  readonly relation_nouns: readonly string[]
  readonly level_nouns: Sides
  readonly trend_nouns: Sides
  readonly level_adjectives: Sides
  readonly trend_adjectives: Sides
  readonly level_verbs: Sides
  readonly trend_verbs: Sides
}

/** Words by the side they take: "1" warm, "-1" cold, "0" neither. */
type Sides = Readonly<Record<string, readonly string[] | undefined>>

interface NominalsFile {
  readonly acts: readonly string[]
  readonly aims: readonly string[]
}

/** Word lists of data/claims, ready to be asked. */
export interface Lexicon {
  readonly says: ReadonlySet<string>
  readonly accuses: ReadonlySet<string>
  readonly wrongs: ReadonlySet<string>
  readonly thinks: ReadonlySet<string>
  readonly contentNouns: ReadonlySet<string>
  readonly announcingNouns: ReadonlySet<string>
  readonly unnamed: ReadonlySet<string>
  readonly author: ReadonlySet<string>
  /** Nouns of those who can speak, want or act. */
  readonly people: ReadonlySet<string>
  readonly relationNouns: ReadonlySet<string>
  /** Lemma → side, by part of speech. */
  readonly level: Readonly<Record<'NOUN' | 'ADJ' | 'VERB', ReadonlyMap<string, -1 | 0 | 1>>>
  readonly trend: Readonly<Record<'NOUN' | 'ADJ' | 'VERB', ReadonlyMap<string, -1 | 0 | 1>>>
  readonly actNouns: ReadonlySet<string>
  readonly aimNouns: ReadonlySet<string>
}

const sided = (sides: Sides): Map<string, -1 | 0 | 1> =>
  new Map(
    Object.entries(sides).flatMap(([side, words]) => (words ?? []).map(w => [w, Number(side) as -1 | 0 | 1] as const)),
  )

const build = (): Lexicon => {
  const speech = readShippedYaml<SpeechFile>('claims', 'speech.yaml')
  const relations = readShippedYaml<RelationsFile>('claims', 'relations.yaml')
  const nominals = readShippedYaml<NominalsFile>('claims', 'nominals.yaml')
  return {
    says: new Set(speech.says),
    accuses: new Set(speech.accuses),
    wrongs: new Set(speech.wrongs),
    thinks: new Set(speech.thinks),
    contentNouns: new Set(speech.content_nouns),
    announcingNouns: new Set(speech.announcing_nouns),
    unnamed: new Set(speech.unnamed),
    author: new Set(speech.author),
    people: new Set(speech.people),
    relationNouns: new Set(relations.relation_nouns),
    level: {
      NOUN: sided(relations.level_nouns),
      ADJ: sided(relations.level_adjectives),
      VERB: sided(relations.level_verbs),
    },
    trend: {
      NOUN: sided(relations.trend_nouns),
      ADJ: sided(relations.trend_adjectives),
      VERB: sided(relations.trend_verbs),
    },
    actNouns: new Set(nominals.acts),
    aimNouns: new Set(nominals.aims),
  }
}

let built: Lexicon | null = null
export const lexicon = (): Lexicon => {
  built ??= build()
  return built
}

/** Whether a clause behind this word is its content: "say", "fear", "announcement". */
export const takesContent = (lemma: string): boolean => {
  const { says, accuses, thinks, contentNouns } = lexicon()
  return says.has(lemma) || accuses.has(lemma) || thinks.has(lemma) || contentNouns.has(lemma)
}
