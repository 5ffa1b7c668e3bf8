/** How every worker thread of the service is started. */
import { setPriority } from 'node:os'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts the program `name` that lies beside whoever asks: as it is written, or as it was built. What an operator loads in
 * front of the service, an SDK for traces say, is not for each thread.
 * @param asker `import.meta.url` of whoever asks
 */
export function startThread(asker: string, name: string, options: WorkerOptions): Worker {
  const isSource = asker.endsWith('.ts')
  return new Worker(new URL(`./${name}.${isSource ? 'ts' : 'js'}`, asker), {
    ...options,
    execArgv: isSource ? ['--import', new URL('../../../scripts/typescript.mjs', asker).href] : [],
  })
}

/**
 * Called in a thread. Where two cores serve everybody, a page comes before a file: it has a third of the weight. With less, a
 * machine that does something else besides would let the time of honest files run out. On Linux a thread has a priority of its
 * own, and 0 is whoever asks; elsewhere it would be the whole process.
 */
export function comeBehind(): void {
  if (process.platform === 'linux') setPriority(0, 5)
}
