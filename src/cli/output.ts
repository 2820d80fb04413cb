import { usageFailure } from '../domain/index.ts'
import { tell } from './tell.ts'
import { clearProgress } from './terminal.ts'

/** A reader that has seen enough (`| head`) is no error; a full disk behind stdout is one. */
export const heedClosedPipes = (): void => {
  process.stderr.on('error', () => {})
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    const why = error.code === 'ENOSPC' ? 'no space left on its disk' : (error.code ?? error.message)
    process.exit(tell(usageFailure(`the result cannot be written: ${why}`, 'send the output elsewhere'), false))
  })
}

/** A result on stdout. Waits until it is out, so that a slow reader holds back whoever writes much; errors end the process above. */
export const print = (text: string): Promise<void> =>
  new Promise(resolve => {
    clearProgress()
    process.stdout.write(text, error => (error ? undefined : resolve()))
  })
