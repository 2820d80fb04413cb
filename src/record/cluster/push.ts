import { isClusterAddress } from './address.ts'
import { pushToCluster } from './push-cluster.ts'
import { pushToFolder } from './push-folder.ts'
import type { PushOptions, PushReport } from './push-report.ts'

/** Puts the record in a file on a cluster (`clickhouse://…`), or into a folder as canonical Parquet. */
export const push = (path: string, to: string, options: PushOptions = {}): Promise<PushReport> =>
  isClusterAddress(to) ? pushToCluster(path, to, options) : pushToFolder(path, to, options)
