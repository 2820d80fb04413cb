/** The word that a server beyond this machine wants to hear. It is kept for this tab alone, never in an address. */
const KEY = 'detente.token'

class Token {
  #value = $state<string | null>(sessionStorage.getItem(KEY))
  #waiting: (() => void)[] = $state([])

  get value(): string | null {
    return this.#value
  }

  /** Some request waits for the reader to give it. */
  get wanted(): boolean {
    return this.#waiting.length > 0
  }

  /** Resolves once the reader has given one. */
  ask(): Promise<void> {
    return new Promise(resolve => {
      this.#waiting = [...this.#waiting, resolve]
    })
  }

  give(value: string): void {
    this.#value = value
    sessionStorage.setItem(KEY, value)
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}

export const token = new Token()
