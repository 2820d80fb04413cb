/** The door of the cluster: a record away from its file. */
export { isClusterAddress, shownRecord } from './address.ts'
export { type ClusterRecord, openCluster } from './open-cluster.ts'
export { push } from './push.ts'
export type { PushOptions, PushReport } from './push-report.ts'
