/** Light or dark: as the system has it, until the reader chooses; the choice is kept in this browser. */
export type Theme = 'light' | 'dark'

const KEY = 'detente.theme'
const system = window.matchMedia('(prefers-color-scheme: dark)')

const kept = (): Theme | null => {
  const value = localStorage.getItem(KEY)
  return value === 'light' || value === 'dark' ? value : null
}

class ThemeChoice {
  #chosen = $state<Theme | null>(kept())
  #system = $state<Theme>(system.matches ? 'dark' : 'light')

  constructor() {
    system.addEventListener('change', ({ matches }) => {
      this.#system = matches ? 'dark' : 'light'
    })
    this.#show()
  }

  get now(): Theme {
    return this.#chosen ?? this.#system
  }

  /** The other one. One that the system has anyway is no choice, so that the page goes on following the system. */
  toggle(): void {
    const next: Theme = this.now === 'dark' ? 'light' : 'dark'
    this.#chosen = next === this.#system ? null : next
    if (this.#chosen === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, this.#chosen)
    this.#show()
  }

  #show(): void {
    if (this.#chosen === null) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = this.#chosen
  }
}

export const theme = new ThemeChoice()
