/**
 * Who acts. States are ISO 3166-1 alpha-3 (`AZE`); others have a prefix that says what they are:
 * `org:` organisation, `grp:` armed group or movement, `per:` person, `reg:` region, `loc:` place,
 * `nam:` a name as a data set writes it, resolved to nobody ("Citizen", "unnamed").
 */
export type ActorId = string

export type ActorKind = 'state' | 'organisation' | 'group' | 'person' | 'region' | 'place' | 'name'

const PREFIXES: Readonly<Record<string, ActorKind>> = {
  org: 'organisation',
  grp: 'group',
  per: 'person',
  reg: 'region',
  loc: 'place',
  nam: 'name',
}

/** The kind an id declares, or null when it is no actor id. */
export const actorKind = (id: string): ActorKind | null => {
  if (/^[A-Z]{3}$/.test(id)) return 'state'
  const match = /^([a-z]{3}):[a-z0-9][a-z0-9-]*$/.exec(id)
  return match ? (PREFIXES[match[1] as string] ?? null) : null
}

export const isState = (id: string): boolean => actorKind(id) === 'state'

/** `AZE-IRN`: the undirected pair, alphabetical. */
export type Dyad = string

export const dyad = (a: ActorId, b: ActorId): Dyad => (a < b ? `${a}-${b}` : `${b}-${a}`)
