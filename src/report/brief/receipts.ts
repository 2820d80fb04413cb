import type { Brief, CarriedTurn, CitedEvent, Driver } from '../../relations/index.ts'
import { printable } from '../printable.ts'
import type { PageReceipt } from './page.ts'
import type { NameOf } from './words.ts'

/** The receipts of a page, numbered in the order in which it first names them. */
export class Receipts {
  readonly #cited: Brief['cited']
  readonly #listed: PageReceipt[] = []

  readonly #nameOf: NameOf

  constructor(cited: Brief['cited'], nameOf: NameOf) {
    this.#cited = cited
    this.#nameOf = nameOf
  }

  get all(): readonly PageReceipt[] {
    return this.#listed
  }

  /** Events that the page has. */
  events(ids: readonly string[]): number[] {
    return ids.flatMap(id => {
      const event = this.#cited.get(id)
      return event ? [this.#number(id, number => this.#event(number, id, event))] : []
    })
  }

  /** What a piece of evidence says: facts bear the codes of states, which a page writes as names. */
  says({ id, says }: Driver['for'][number]): string {
    return this.#cited.has(id) ? says : says.replace(/\b[A-Z]{3}\b/g, code => this.#nameOf(code))
  }

  /** Events, and facts that are no events of the record. */
  evidence(pieces: Driver['for']): number[] {
    return pieces.map(piece => {
      const { id, day } = piece
      const event = this.#cited.get(id)
      return this.#number(id, number =>
        event ? this.#event(number, id, event) : { number, kind: 'fact', id, day, says: printable(this.says(piece)) },
      )
    })
  }

  rows(cell: string, says: string): number[] {
    return [this.#other('rows', cell, says, `detente trace ${cell}`)]
  }

  turn({ id, kind }: CarriedTurn): number[] {
    return [this.#other('turn', id, `how the ${kind} was found`, `detente trace ${id}`)]
  }

  question({ command, says }: { readonly command: string; readonly says: string }): number[] {
    return [this.#other('question', command, says, command)]
  }

  #event(number: number, id: string, event: CitedEvent): PageReceipt {
    return { number, kind: 'event', id, event }
  }

  #other(kind: 'rows' | 'turn' | 'question', id: string, says: string, command: string): number {
    return this.#number(id, number => ({ number, kind, id, says, command: printable(command) }))
  }

  #number(id: string, make: (number: number) => PageReceipt): number {
    const found = this.#listed.find(receipt => receipt.id === id)
    if (found) return found.number
    const receipt = make(this.#listed.length + 1)
    this.#listed.push(receipt)
    return receipt.number
  }
}
