/** Looks through the file of the embedded database beside the service, soon after its start and then once a day. */
import { once } from 'node:events'
import { startThread } from '../threads/start.ts'

const firstMs = 30_000
const everyMs = 24 * 3_600_000

/**
 * One line for each thing that is wrong with the file at `path`. Every page is read, in a thread: a gigabyte takes seconds.
 * @throws Error when the file cannot be looked at
 */
export async function checkInThread(path: string): Promise<string[]> {
  const worker = startThread(import.meta.url, 'file-thread', { workerData: path })
  worker.unref()
  const [lines] = (await once(worker, 'message')) as [string[]]
  return lines
}

interface Looks {
  /** Told what each look found, also when that is nothing. */
  found(lines: readonly string[]): void
  /** Told why a look was not made: that says nothing of the file. */
  failed(why: string): void
}

/** @param look as `checkInThread`, unless told */
export function watchFile(path: string, { found, failed }: Looks, look = checkInThread): { stop(): void } {
  const turn = () =>
    look(path).then(found, (error: unknown) => failed(`The database ${path} cannot be looked through: ${error}`))
  const first = setTimeout(turn, firstMs).unref()
  const every = setInterval(turn, everyMs).unref()
  return {
    stop() {
      clearTimeout(first)
      clearInterval(every)
    },
  }
}
