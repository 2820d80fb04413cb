/** Long work of the server's: followed while it goes on, stopped when nobody wants it any more. */
import { ask, send } from './client.ts'
import { serverEvents } from './server-events.ts'

interface AnyJob {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
}

/** Between two tries to follow one whose events broke off. */
const PAUSE_MS = 1000

/** Resolves with the job as it ended; `path`: `/import`, `/check`. */
export const follow = async <J extends AnyJob>(
  path: string,
  begun: J,
  onMove: (job: J) => void,
  signal?: AbortSignal,
): Promise<J> => {
  const asked = signal === undefined ? {} : { signal }
  let job = begun
  const seen = (next: J): void => {
    job = next
    onMove(job)
  }
  while (job.state === 'running') {
    const { body } = await send(`${path}/${job.id}/progress`, asked)
    try {
      if (body) for await (const { data } of serverEvents(body)) seen(JSON.parse(data) as J)
    } catch (error) {
      if (signal?.aborted) throw error
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
    }
    // The events may break off where the work goes on: how it stands is asked for then.
    if (job.state === 'running') seen(await ask<J>(`${path}/${job.id}`, asked))
  }
  return job
}

/** Goes out even while the page is being left. */
export const stop = <J extends AnyJob>(path: string, { id }: AnyJob): Promise<J> =>
  ask<J>(`${path}/${id}`, { method: 'DELETE', keepalive: true })
