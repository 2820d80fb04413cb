/** Pins on the line of time: events that lie too near to each other on the screen share a pin, which says how many they are. */

export interface Pinned {
  readonly id: string
  readonly day: number
}

export interface Pin<E extends Pinned> {
  readonly x: number
  readonly events: readonly E[]
}

const LEAST_GAP = 17

/** `events` by day. A pin stands where its first event does. */
export const pinsOf = <E extends Pinned>(
  events: readonly E[],
  x: (day: number) => number,
  gap = LEAST_GAP,
): Pin<E>[] => {
  const pins: { x: number; events: E[] }[] = []
  for (const event of events) {
    const at = x(event.day + 0.5)
    const open = pins.at(-1)
    if (open && at - open.x < gap) open.events.push(event)
    else pins.push({ x: at, events: [event] })
  }
  return pins
}
