import { type ActorId, addDays, type Day, isDay } from '../../domain/index.ts'
import { TURN_KINDS, type TurnKind } from '../turns/index.ts'

/**
 * What a turning point is called, so that it can be found again: `turn:AZE/IRN/thaw/2014-04-09/2014-07-17/chronology`, or `alarm:…` as a
 * watcher was told it. Pair, kind and day say which; the day asked for and the data set say in what it was found.
 */
export interface TurnName {
  readonly online: boolean
  readonly pair: readonly [ActorId, ActorId]
  readonly kind: TurnKind
  readonly day: Day
  readonly asOf: Day
  readonly source: string
}

export const turnId = ({ online, pair, kind, day, asOf, source }: TurnName): string =>
  `${online ? 'alarm' : 'turn'}:${[...pair, kind, day, asOf, encodeURIComponent(source)].join('/')}`

/** Anyone may type an id: what is badly encoded names nothing. */
const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

export const parseTurnId = (id: string): TurnName | null => {
  const [scheme, rest] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  if (scheme !== 'turn' && scheme !== 'alarm') return null
  const [a, b, named, day = '', asOf = '', origin = '', ...more] = rest.split('/')
  const kind = TURN_KINDS.find(known => known === named)
  const source = decoded(origin)
  if (!a || !b || !kind || !source || more.length > 0 || !isDay(day) || !isDay(asOf)) return null
  return { online: scheme === 'alarm', pair: [a, b], kind, day, asOf, source }
}

/** Turns as they were found, with their ids. */
export const named = <T extends { readonly kind: TurnKind; readonly day: number }>(
  turns: readonly T[],
  where: Pick<TurnName, 'online' | 'pair' | 'asOf'> & { readonly source: string | null },
): (T & { readonly id: string })[] =>
  turns.map(turn => ({
    ...turn,
    id: turnId({ ...where, source: where.source ?? '', kind: turn.kind, day: addDays('1970-01-01', turn.day) }),
  }))
