import type { ClusterAddress } from './address.ts'
import type { CanonicalTable } from './tables.ts'

/**
 * How tables are made on one server, or on every server of a cluster: there each keeps its share in `…_local`, and the table itself is spread
 * over them. Names of databases and clusters were looked at when the address was read: letters, digits, underscores.
 */

type Place = Pick<ClusterAddress, 'database' | 'cluster'>

type Laid = Pick<CanonicalTable, 'name' | 'columns' | 'order' | 'monthly'>

const onCluster = ({ cluster }: Place): string => (cluster === null ? '' : ` on cluster ${cluster}`)

/** The table that holds rows. */
const local = (name: string, { cluster }: Place): string => (cluster === null ? name : `${name}_local`)

const mergeTree = ({ columns, order, monthly }: Laid): string =>
  `(${columns.map(([name, type]) => `${name} ${type}`).join(', ')}) engine = MergeTree${
    monthly ? ' partition by substring(day, 1, 7)' : ''
  } order by (${order.join(', ')})`

/** One kind of rows on one server. */
export const localTable = (table: Laid, place: Place): string =>
  `create table if not exists ${place.database}.${local(table.name, place)}${onCluster(place)} ${mergeTree(table)}`

/** The rows of all servers as one table; which server a row is on, its first column decides. */
export const spreadTable = ({ name, order }: Laid, place: Place & { readonly cluster: string }): string => {
  const { database, cluster } = place
  return `create table if not exists ${database}.${name}${onCluster(place)} as ${database}.${local(name, place)}
    engine = Distributed('${cluster}', '${database}', '${local(name, place)}', cityHash64(toString(${order[0]})))`
}

export const createStatements = (table: Laid, place: Place): string[] => [
  localTable(table, place),
  ...(place.cluster === null ? [] : [spreadTable(table, { ...place, cluster: place.cluster })]),
]

export const createDatabase = (place: Place): string =>
  `create database if not exists ${place.database}${onCluster(place)}`

/** Takes a part's rows away at once, wherever they are. */
export const dropPart = ({ name, monthly }: Laid, part: string, place: Place): string =>
  `alter table ${place.database}.${local(name, place)}${onCluster(place)} ${
    monthly ? `drop partition '${part}'` : "drop partition id 'all'"
  }`

export const dropTables = ({ name }: Pick<Laid, 'name'>, place: Place): string[] =>
  [name, ...(place.cluster === null ? [] : [`${name}_local`])].map(
    each => `drop table if exists ${place.database}.${each}${onCluster(place)}${place.cluster === null ? '' : ' sync'}`,
  )
