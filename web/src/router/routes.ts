import type { Component } from 'svelte'

/**
 * The pages. Each is loaded when it is first asked for. `param` is what stands in the place of `:param` in the path, decoded;
 * everything else a page keeps in the query (place.svelte.ts).
 */
export type Page = Component<{ param: string }>

export interface Route {
  /** `/pair/:param` matches any one word behind `/pair/`. */
  readonly path: string
  readonly load: () => Promise<{ default: Page }>
  /** What the header calls it; null for pages that are reached from others. */
  readonly nav: string | null
}

export const ROUTES: readonly Route[] = [
  { path: '/', load: () => import('../home/Home.svelte'), nav: null },
  { path: '/read', load: () => import('../read/Read.svelte'), nav: 'Reader' },
  { path: '/pair', load: () => import('../pair/Pair.svelte'), nav: 'Pair' },
  { path: '/pair/:param', load: () => import('../pair/Pair.svelte'), nav: null },
  { path: '/overview', load: () => import('../overview/Overview.svelte'), nav: 'Overview' },
  { path: '/data', load: () => import('../data/Data.svelte'), nav: 'Data' },
]

export interface Match {
  readonly route: Route
  readonly param: string
}

const decoded = (word: string): string => {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** The page of a path; null when there is none. A slash at the end makes no difference. */
export const match = (path: string): Match | null => {
  const asked = path.length > 1 ? path.replace(/\/+$/, '') : path
  for (const route of ROUTES) {
    if (route.path === asked) return { route, param: '' }
    const before = route.path.indexOf(':')
    if (before < 0) continue
    const stem = route.path.slice(0, before)
    const word = asked.slice(stem.length)
    if (asked.startsWith(stem) && word !== '' && !word.includes('/')) return { route, param: decoded(word) }
  }
  return null
}
