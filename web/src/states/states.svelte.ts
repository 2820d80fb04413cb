/** The states that can be asked for, fetched once; until they are there, codes stand for names. */
import { ask } from '../api/client.ts'
import type { State, States } from '../api/types.ts'

class KnownStates {
  #all = $state.raw<readonly State[]>([])
  #regions = $state.raw<States['regions']>([])
  #byId = $derived(new Map(this.#all.map(state => [state.id, state])))
  #asked: Promise<void> | null = null

  /** Asks for them, unless that was done; fails as the API does, and may be tried again. */
  load(): Promise<void> {
    this.#asked ??= ask<States>('/states').then(
      ({ states, regions }) => {
        this.#all = states
        this.#regions = regions
      },
      (error: unknown) => {
        this.#asked = null
        throw error
      },
    )
    return this.#asked
  }

  get all(): readonly State[] {
    return this.#all
  }

  get regions(): States['regions'] {
    return this.#regions
  }

  nameOf(id: string): string {
    return this.#byId.get(id)?.name ?? id.replace(/^(?:nam|per|org|grp|reg|loc):/, '').replaceAll('-', ' ')
  }
}

export const states = new KnownStates()
