import { recordFailure } from '../../domain/index.ts'
import type { SqlEngine } from '../sql-engine.ts'
import { clusterAddress } from './address.ts'
import { type ClusterEngine, connectCluster } from './connect.ts'
import { lastPush, type PushState, requireWhole } from './ledger.ts'

const isSame = (a: PushState, b: PushState): boolean => a.number === b.number && a.push === b.push

/** A record on a cluster, open for reading. */
export interface ClusterRecord {
  readonly engine: SqlEngine
  /** A push replaces a record month by month: what was asked meanwhile may have seen half of it, and is not answered. */
  readonly undisturbed: <T>(work: () => Promise<T>) => Promise<T>
}

const whileWhole = async <T>(engine: ClusterEngine, work: () => Promise<T>): Promise<T> => {
  const before = requireWhole(engine, await lastPush(engine))
  const answer = await work()
  if (isSame(before, requireWhole(engine, await lastPush(engine)))) return answer
  throw recordFailure(`the record on the cluster ${engine.address.shown} was replaced while it was asked`, 'ask again')
}

/** Opens a record on a cluster for reading. */
export const openCluster = async (place: string): Promise<ClusterRecord> => {
  const address = clusterAddress(place, process.env)
  const engine = await connectCluster(address, address.database)
  try {
    requireWhole(engine, await lastPush(engine))
    return { engine, undisturbed: work => whileWhole(engine, work) }
  } catch (error) {
    await engine.close()
    throw error
  }
}
