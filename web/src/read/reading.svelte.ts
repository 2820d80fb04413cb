/**
 * What the reader looks at: the day, the filters, the claim, the view. All of it stands in the address; only the slider's day is
 * kept apart while it is being dragged.
 */
import type { Claim, VerdictName } from '../api/types.ts'
import { amend, place } from '../router/place.svelte.ts'
import type { Checking, DayVerdicts } from './checking.svelte.ts'
import { inTextOrder } from './spans.ts'
import { isVerdict, VERDICT_NAMES } from './verdict-words.ts'

export type View = 'text' | 'claims' | 'argument' | 'omissions'

const words = (name: string): readonly string[] => place.query(name)?.split(',').filter(Boolean) ?? []

const toggled = (list: readonly string[], word: string): string =>
  (list.includes(word) ? list.filter(other => other !== word) : [...list, word]).join(',')

/** Claims whose verdict is another one than before, and what it was. */
const turnsOf = (before: DayVerdicts | null, now: DayVerdicts | null): ReadonlyMap<string, VerdictName> => {
  const turned = new Map<string, VerdictName>()
  for (const [id, { verdict }] of now ?? []) {
    const was = before?.get(id)?.verdict
    if (was !== undefined && was !== verdict) turned.set(id, was)
  }
  return turned
}

export class Reading {
  readonly checking: Checking
  /** The day under the slider's thumb while it moves. */
  dragged = $state<string | null>(null)

  constructor(checking: Checking) {
    this.checking = checking
  }

  readonly asked = $derived.by((): string => {
    const day = this.dragged ?? place.query('as_of') ?? ''
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : this.checking.first
  })
  /** The day that is shown: the one asked for, or until that is judged the last one before it. */
  readonly day = $derived.by((): string => {
    const { days, first } = this.checking
    return days.includes(this.asked) ? this.asked : (days.findLast(day => day <= this.asked) ?? first)
  })
  readonly verdicts = $derived.by((): DayVerdicts => this.checking.on(this.day) ?? new Map())
  readonly turned = $derived.by(() => turnsOf(this.checking.on(this.checking.first), this.verdicts))

  /** On which days how many verdicts turn, as far as days have been judged. */
  readonly turnDays = $derived.by((): readonly { readonly day: string; readonly count: number }[] => {
    const { days, first } = this.checking
    return days
      .filter(day => day > first)
      .map(day => {
        const before = days[days.indexOf(day) - 1] ?? first
        return { day, count: turnsOf(this.checking.on(before), this.checking.on(day)).size }
      })
      .filter(({ count }) => count > 0)
  })

  readonly claims = $derived.by((): readonly Claim[] => inTextOrder(this.checking.ledger?.claims ?? []))
  readonly byId = $derived(new Map(this.claims.map(claim => [claim.id, claim])))

  readonly verdictFilter = $derived(words('verdict').filter(isVerdict))
  readonly typeFilter = $derived(words('type'))
  readonly turnedOnly = $derived(place.query('turned') !== null)
  /** A driver whose claims alone are shown, by its place in the argument. */
  readonly driver = $derived.by((): number | null => {
    const at = Number(place.query('driver') ?? 'none')
    return this.checking.ledger?.argument.drivers[at] ? at : null
  })
  readonly isFiltered = $derived(
    this.verdictFilter.length > 0 || this.typeFilter.length > 0 || this.turnedOnly || this.driver !== null,
  )
  readonly shown = $derived.by((): readonly Claim[] => {
    if (!this.isFiltered) return this.claims
    const ofDriver =
      this.driver === null ? null : new Set(this.checking.ledger?.argument.drivers[this.driver]?.claims ?? [])
    return this.claims.filter(
      ({ id, type }) =>
        (this.verdictFilter.length === 0 || this.verdictFilter.includes(this.verdictOf(id))) &&
        (this.typeFilter.length === 0 || this.typeFilter.includes(type)) &&
        (!this.turnedOnly || this.turned.has(id)) &&
        (ofDriver === null || ofDriver.has(id)),
    )
  })
  readonly shownIds = $derived(new Set(this.shown.map(({ id }) => id)))

  readonly counts = $derived.by((): Readonly<Record<VerdictName, number>> => {
    const counts = Object.fromEntries(VERDICT_NAMES.map(name => [name, 0])) as Record<VerdictName, number>
    for (const { verdict } of this.verdicts.values()) counts[verdict] += 1
    return counts
  })

  readonly selected = $derived.by(() => this.byId.get(place.query('claim') ?? '') ?? null)
  readonly isOpen = $derived(this.selected !== null && place.query('receipts') !== null)
  /** Null where the address names none: phones then show the text, wide screens the claims. */
  readonly view = $derived.by((): View | null => {
    const view = place.query('view')
    return view === 'text' || view === 'claims' || view === 'argument' || view === 'omissions' ? view : null
  })
  /** Drivers of the argument that are left out on trial. */
  readonly dropped = $derived(words('without').map(Number))

  verdictOf(id: string): VerdictName {
    return this.verdicts.get(id)?.verdict ?? 'not_checkable'
  }

  /** Shows a claim; with `receipts` its drawer too. */
  select(id: string, { receipts = false } = {}): void {
    amend({ claim: id, ...(receipts || this.isOpen ? { receipts: 'open' } : {}) })
  }

  openReceipts(): void {
    if (this.selected) amend({ receipts: 'open' })
  }

  close(): void {
    amend({ receipts: null })
  }

  /** The next claim of those shown, or the one before. */
  move(by: 1 | -1): string | null {
    const at = this.shown.findIndex(({ id }) => id === this.selected?.id)
    const next = at < 0 ? this.shown[by > 0 ? 0 : this.shown.length - 1] : this.shown[at + by]
    if (!next) return null
    this.select(next.id)
    return next.id
  }

  setDay(day: string): void {
    this.dragged = null
    amend({ as_of: day === this.checking.first ? null : day })
  }

  toggleVerdict(verdict: VerdictName): void {
    amend({ verdict: toggled(this.verdictFilter, verdict) })
  }

  toggleType(type: string): void {
    amend({ type: toggled(this.typeFilter, type) })
  }

  toggleTurned(): void {
    amend({ turned: this.turnedOnly ? null : 'yes' })
  }

  showDriver(at: number | null): void {
    amend({ driver: at === null ? null : String(at), ...(at === null ? {} : { view: 'claims' }) })
  }

  toggleDropped(at: number): void {
    amend({ without: toggled(this.dropped.map(String), String(at)) })
  }

  clearFilters(): void {
    amend({ verdict: null, type: null, turned: null, driver: null })
  }

  look(view: View): void {
    amend({ view })
  }
}
