/** Which states are meant by what is being typed: names, codes, demonyms, capitals; the likeliest first. */

export interface Typed {
  readonly id: string
  readonly iso2: string | null
  readonly name: string
  readonly names: readonly string[]
  readonly demonyms: readonly string[]
  readonly capitals: readonly string[]
  readonly to: string | null
}

export interface StateMatch<S extends Typed> {
  readonly state: S
  /** What was recognised, where it is not the name: `Persian`, `Tehran`. */
  readonly by: string | null
}

/** Without case, accents and hyphens. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** 0 is best; null is no match. A word within counts less than a beginning, a demonym less than a name. */
const rankOf = (form: string, typed: string): number | null => {
  const text = plain(form).replace(/^the /, '')
  if (text === typed) return 0
  if (text.startsWith(typed)) return 1
  return text.includes(` ${typed}`) ? 3 : null
}

const best = (forms: readonly string[], typed: string, less: number): readonly [rank: number, form: string] | null => {
  let found: readonly [number, string] | null = null
  for (const form of forms) {
    const rank = rankOf(form, typed)
    if (rank !== null && (found === null || rank + less < found[0])) found = [rank + less, form]
  }
  return found
}

/** States that are no more come after those that are. */
const GONE = 2

export const matchStates = <S extends Typed>(states: readonly S[], text: string, most = 12): StateMatch<S>[] => {
  const typed = plain(text)
  if (typed === '') return states.slice(0, most).map(state => ({ state, by: null }))
  return states
    .flatMap(state => {
      const codes = [state.id, state.iso2 ?? ''].some(code => code.toLowerCase() === typed)
      const found = [
        codes ? ([0, state.id] as const) : null,
        best([state.name], typed, 0),
        best(state.names, typed, 0.4),
        best(state.demonyms, typed, 0.5),
        best(state.capitals, typed, 0.6),
      ]
        .filter(match => match !== null)
        .sort((a, b) => a[0] - b[0])[0]
      if (!found) return []
      const [rank, form] = found
      return [{ state, by: form === state.name || form === state.id ? null : form, rank: rank + (state.to ? GONE : 0) }]
    })
    .sort((a, b) => a.rank - b.rank || a.state.name.localeCompare(b.state.name, 'en'))
    .slice(0, most)
    .map(({ state, by }) => ({ state, by }))
}
