/** Looks through the file of the embedded database beside the service, soon after its start and then once a day. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { programBeside } from '../threads/start.ts'

const firstMs = 30_000
const everyMs = 24 * 3_600_000

/** From the process that looks: one line for each thing that is wrong, or why it could not look. */
export type FromFileProcess = { lines: string[] } | { failed: string }

/**
 * One line for each thing that is wrong with the file at `path`; undefined where it was told to stop before it was through.
 * Every page is read, and a large file takes minutes, in which SQLite cannot be interrupted: so it is a process, which can be
 * ended, and whose memory is given back whole. What the service was started with (its keys, say) it does not get.
 * @throws Error when the file cannot be looked at
 */
export async function checkBeside(path: string, stop: AbortSignal): Promise<string[] | undefined> {
  const { url, execArgv } = programBeside(import.meta.url, 'file-process')
  const child = fork(url, [path], { execArgv, env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const kill = () => child.kill('SIGKILL')
  stop.addEventListener('abort', kill)
  let heard: FromFileProcess | undefined
  child.on('message', (message: FromFileProcess) => {
    heard = message
  })
  child.unref()
  child.channel?.unref()
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
    // Whoever stops a service may tell each of its processes.
    if (stop.aborted || signal === 'SIGTERM' || signal === 'SIGINT') return undefined
    if (heard === undefined) throw new Error(`the process that looks ended with ${signal ?? code}`)
    if ('failed' in heard) throw new Error(heard.failed)
    return heard.lines
  } finally {
    stop.removeEventListener('abort', kill)
  }
}

interface Looks {
  /** Told what each look found, also when that is nothing. */
  found(lines: readonly string[]): void
  /** Told why a look was not made: that says nothing of the file. */
  failed(why: string): void
}

/**
 * `stop` ends a look that is under way, and waits until it is gone.
 * @param look as `checkBeside`, unless told
 */
export function watchFile(path: string, { found, failed }: Looks, look = checkBeside): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let looking: Promise<void> = Promise.resolve()
  const turn = () => {
    looking = look(path, stopping.signal).then(
      (lines) => {
        if (lines !== undefined) found(lines)
      },
      (error: unknown) => failed(`The database ${path} cannot be looked through: ${error}`),
    )
  }
  const first = setTimeout(turn, firstMs).unref()
  const every = setInterval(turn, everyMs).unref()
  return {
    async stop() {
      clearTimeout(first)
      clearInterval(every)
      stopping.abort()
      await looking
    },
  }
}
