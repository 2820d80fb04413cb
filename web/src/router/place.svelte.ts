/**
 * Where the reader is: path and query of the address, as state. Whatever a reader would want back after a reload or send to
 * somebody stands there. `go` makes a step that the back button undoes; `amend` changes the query in place.
 */
export type Query = Readonly<Record<string, string | null | undefined>>

const read = (): { path: string; query: URLSearchParams } => ({
  path: window.location.pathname,
  query: new URLSearchParams(window.location.search),
})

let here = $state.raw(read())

window.addEventListener('popstate', () => {
  here = read()
})

/** Names without a value are left out; `:`, `,` and `>` are legible in a query. */
const written = (query: URLSearchParams): string => {
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3E', '>')
  return text === '' ? '' : `?${text}`
}

/** The address of a page, for `href`. */
export const address = (path: string, query: Query = {}): string => {
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  )
  return `${path}${written(new URLSearchParams(entries))}`
}

export const place = {
  get path(): string {
    return here.path
  },
  /** A value of the query; null when it is not there. */
  query(name: string): string | null {
    return here.query.get(name)
  },
}

/** Goes to an address of the app. */
export const go = (to: string): void => {
  window.history.pushState(null, '', to)
  const before = here.path
  here = read()
  if (here.path !== before) window.scrollTo(0, 0)
}

/** Changes values of the query, null taking one away; `step` makes it one that the back button undoes. */
export const amend = (changes: Query, { step = false } = {}): void => {
  const query = new URLSearchParams(window.location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') query.delete(name)
    else query.set(name, value)
  }
  const to = `${window.location.pathname}${written(query)}`
  if (to === `${window.location.pathname}${window.location.search}`) return
  window.history[step ? 'pushState' : 'replaceState'](null, '', to)
  here = read()
}

/** Clicks on links within the app turn the page without loading it; with a modifier key, or to elsewhere, they are the browser's. */
export const followLinks = (event: MouseEvent): void => {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.target !== '' || link.hasAttribute('download')) return
  if (link.origin !== window.location.origin) return
  if (link.pathname.startsWith('/api/')) return
  // Within the page: the browser scrolls.
  if (link.hash !== '' && link.pathname === window.location.pathname && link.search === window.location.search) return
  event.preventDefault()
  go(link.href)
}
