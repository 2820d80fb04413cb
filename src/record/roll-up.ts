import type { Engine } from './engine.ts'

/**
 * Keeps the roll-ups equal to the rows: what an import added, and what it replaced, as further lines of the ledgers.
 * `changed` (seq, old_until, new_until) lists the rows whose `until` an import has moved, as they were before.
 */
export interface RolledTable {
  readonly name: 'versions' | 'coded'
  /** Columns of the roll-up that the table says differently. */
  readonly official: string
  readonly counted: string
  readonly reciprocal: string
}

/**
 * The acts that a series counts: those that took place. What was announced, planned, demanded or alleged has not, what was denied
 * or cancelled did not; such rows are in `events` and in the coverage. The *making* of an accusation or a denial is a row of its own
 * with status occurred.
 */
const COUNTED = "status in ('occurred', 'ongoing')"

export const VERSIONS: RolledTable = { name: 'versions', official: 'true', counted: COUNTED, reciprocal: 'reciprocal' }
export const CODED: RolledTable = { name: 'coded', official: 'official', counted: 'true', reciprocal: 'false' }

const PAIR = "least(source, target) || '-' || greatest(source, target)"
/** What tells one occurrence from another of the same pair and day: the CAMEO root, else the type. */
export const ROOT = 'coalesce(left(cameo, 2), type::varchar)'

/** Grouped before the pair is spelt out: that saves a text a row. */
const dyadDays = (
  { official, counted, reciprocal }: RolledTable,
  from: string,
  until: string,
  sign: 1 | -1,
): string => `
  insert into dyad_days
  select ${PAIR} as pair, day, source, target, origin, known, ends, official, counted, reciprocal, type::plover_type, root,
    ${sign} * rows, ${sign} * weighted, ${sign} * tenths
  from (
    select day, source, target, origin, known, ${until} as ends, ${official} as official, ${counted} as counted, ${reciprocal} as reciprocal,
      type, ${ROOT} as root, count(*) as rows, count(goldstein) as weighted, coalesce(sum(goldstein), 0) as tenths
    from ${from} where source <> target group by all)
  order by pair, day`

const worldDays = (from: string, until: string, sign: 1 | -1): string => `
  insert into world_days select origin, day, known, ${until}, ${sign} * count(*) from ${from} group by all order by day`

/** A row between two actors is one of each. */
const actorDays = (from: string, until: string, sign: 1 | -1): string => `
  insert into actor_days
  select actor, day, origin, known, ends, ${sign} * count(*) from (
    select unnest([source, target]) as actor, day, origin, known, ${until} as ends from ${from} where source <> target)
  group by all order by actor, day`

const dyadRows = (from: string): string => `
  insert into dyad_rows
  select ${PAIR} as pair, day, day_to, known, until, official, origin, case when known_basis <> 'occurred' then publisher end, seq
  from ${from} where source <> target order by pair, day`

/**
 * Adds the rows of an import: those with a number above `after`. `pairs`, where given, is the same rows as SQL from elsewhere: what the
 * import has just written is read by one core alone.
 */
export const rollUpAdded = async (engine: Engine, table: RolledTable, after: string, pairs?: string): Promise<void> => {
  const added = `(select * from ${table.name} where seq > ${after}) t`
  await engine.run(dyadDays(table, pairs ?? added, 'until', 1))
  await engine.run(worldDays(added, 'until', 1))
  await engine.run(actorDays(added, 'until', 1))
  if (table === CODED) await engine.run(dyadRows(pairs ?? added))
}

/** Takes the old end of each changed row back and puts the new one in its place. */
export const rollUpChanged = async (engine: Engine, table: RolledTable): Promise<void> => {
  const changed = `(select t.* exclude (until), c.old_until, c.new_until from ${table.name} t join changed c on c.seq = t.seq) t`
  for (const [until, sign] of [
    ['old_until', -1],
    ['new_until', 1],
  ] as const) {
    await engine.run(dyadDays(table, changed, until, sign))
    await engine.run(worldDays(changed, until, sign))
    await engine.run(actorDays(changed, until, sign))
  }
  if (table === CODED)
    await engine.run('update dyad_rows set until = c.new_until from changed c where dyad_rows.seq = c.seq')
  const coded = table === CODED
  await engine.run(
    `update texts set until = c.new_until from changed c where texts.coded = ${coded} and texts.seq = c.seq`,
  )
}
