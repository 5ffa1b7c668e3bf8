/** How every worker thread of the service is started, and the process beside it. */
import { setPriority } from 'node:os'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * The program `name` that lies beside whoever asks, as it is written or as it was built, and what Node needs to run it. What an
 * operator loads in front of the service, an SDK for traces say, is not for each of them.
 * @param asker `import.meta.url` of whoever asks
 */
export function programBeside(asker: string, name: string): { url: URL; execArgv: string[] } {
  const isSource = asker.endsWith('.ts')
  return {
    url: new URL(`./${name}.${isSource ? 'ts' : 'js'}`, asker),
    execArgv: isSource ? ['--import', new URL('../../../scripts/typescript.mjs', asker).href] : [],
  }
}

/** Starts the program `name` in a thread. @param asker as `programBeside` */
export function startThread(asker: string, name: string, options: WorkerOptions): Worker {
  const { url, execArgv } = programBeside(asker, name)
  return new Worker(url, { ...options, execArgv })
}

/**
 * Called in a thread. Where two cores serve everybody, a page comes before a file: it has a third of the weight. With less, a
 * machine that does something else besides would let the time of honest files run out. On Linux a thread has a priority of its
 * own, and 0 is whoever asks; elsewhere it would be the whole process.
 */
export function comeBehind(): void {
  if (process.platform === 'linux') setPriority(0, 5)
}
