import type { EventType, RecordEvent } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'

interface WeightsFile {
  readonly weights: Readonly<Record<EventType, number>>
  readonly statuses: readonly string[]
  readonly deepening: readonly EventType[]
  readonly private_deeds: { readonly types: readonly EventType[]; readonly share: number }
}

let file: WeightsFile | null = null
const read = (): WeightsFile => {
  file ??= readShippedYaml<WeightsFile>('relations', 'weights.yaml')
  return file
}

/** What an act weighs: below 0 conflict, above 0 co-operation, 0 no side. Acts that did not happen, or bear no type, weigh nothing. */
export const weightOf = (event: Pick<RecordEvent, 'type' | 'status'>): number =>
  event.type === null || !read().statuses.includes(event.status) ? 0 : read().weights[event.type]

/** The weight of a type, whatever became of the act. */
export const weightOfType = (type: EventType): number => read().weights[type]

/** Whether an act commits or gives, rather than talks. */
export const deepens = (event: Pick<RecordEvent, 'type' | 'status'>): boolean =>
  event.type !== null && weightOf(event) !== 0 && read().deepening.includes(event.type)

/** Which acts of private persons, parties and firms weigh only a share: much of it is crime and police work, no quarrel of states. */
export const privateDeeds = (): WeightsFile['private_deeds'] => read().private_deeds
