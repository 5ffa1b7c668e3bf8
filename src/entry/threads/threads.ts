/** Worker threads on Node, each with a budget of memory, and of time for each step. One that dies takes only its job along. */
import type { Worker } from 'node:worker_threads'
import { noFile, pageOf } from '../../platform/files/file-bytes.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { OffloadFailed } from '../../platform/offload/job.ts'
import type { Job, JobContext, Offload } from '../../ports.ts'
import type { FromJobThread, ToJobThread } from './messages.ts'
import { startThread } from './start.ts'
import { workClock } from './work-clock.ts'

export interface ThreadLimits {
  /** From one piece that it gives or asks for to the next; a job may work four times as long in all. */
  ms: number
  /** Of JavaScript's heap, in megabytes. */
  heapMb: number
}

/** What is read in a step takes a second and 50 MB at most, on a small machine. */
const usual: ThreadLimits = { ms: 30_000, heapMb: 192 }
/** A step that takes long leaves one for whoever waits for a page. */
const lanes = 2

/** Opens threads for jobs; each is started when it is first needed. `close` ends them, and what they do. */
export function openThreads(limits: ThreadLimits = usual): { offload: Offload; close(): Promise<void> } {
  const all = Array.from({ length: lanes }, () => new Lane(limits))
  return {
    offload(job, input, beside) {
      const [free] = [...all].sort((one, other) => one.waiting - other.waiting)
      return (free as Lane).run(job, input, beside)
    },
    async close() {
      await Promise.all(all.map((lane) => lane.close()))
    },
  }
}

class Lane {
  readonly #limits: ThreadLimits
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  /** Jobs that wait or are being done. */
  waiting = 0

  constructor(limits: ThreadLimits) {
    this.#limits = limits
  }

  run<In, Out, Piece>(job: Job<In, Out, Piece>, input: In, beside: JobContext<Piece> = {}): Promise<Out> {
    this.waiting += 1
    const done = this.#last
      .catch(() => undefined)
      .then(() => this.#do<Out>(job.name, input, beside as JobContext<unknown>))
      .finally(() => {
        this.waiting -= 1
      })
    this.#last = done
    return done
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #do<Out>(
    job: string,
    input: unknown,
    { file = noFile, take = async () => undefined }: JobContext<unknown>,
  ): Promise<Out> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    return new Promise<Out>((resolve, reject) => {
      let isOver = false
      const stop = () => {
        isOver = true
        clock.stop()
        worker.off('message', heard).off('error', died).off('exit', died)
      }
      const fail = (error: unknown, isDead: boolean) => {
        if (isOver) return
        stop()
        if (isDead) {
          this.#worker = null
          void worker.terminate()
        }
        reject(error)
      }
      const clock = workClock(this.#limits.ms, (ms) => fail(new OffloadFailed(`It took more than ${ms} ms.`), true))
      // While it waits for us, its time stands still.
      const answer = (work: Promise<ToJobThread>) => {
        work.then(
          (message) => {
            if (isOver) return
            clock.start()
            worker.postMessage(message)
          },
          (error) => fail(error, true),
        )
      }
      const heard = (message: FromJobThread) => {
        clock.stop()
        if ('piece' in message) answer(take(message.piece).then(() => ({ taken: true })))
        else if ('wants' in message) {
          const { wants: page } = message
          answer(pageOf(file, page).then((bytes) => ({ page, bytes })))
        } else if ('done' in message) {
          stop()
          resolve(message.done as Out)
        } else fail(errorOf(message), false)
      }
      const died = (error?: unknown) => {
        const why = error instanceof Error ? error.message : 'It ended.'
        fail(new OffloadFailed(why), true)
      }
      worker.on('message', heard).on('error', died).on('exit', died)
      clock.start()
      worker.postMessage({ job, input, size: file.size } satisfies ToJobThread)
    })
  }

  #start(): Worker {
    const worker = startThread(import.meta.url, 'thread', {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb, maxYoungGenerationSizeMb: 32 },
    })
    // A process is not kept alive by a thread that has nothing to do.
    worker.unref()
    // One that dies while it has nothing to do is nobody's failure.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }
}

const defects = { TypeError, RangeError, SyntaxError, ReferenceError } as const

function errorOf(message: Exclude<FromJobThread, { piece: unknown } | { wants: number } | { done: unknown }>): Error {
  if ('refused' in message) {
    const { why, line, detail } = message.refused
    return new UnreadableFile<string>(why, line, detail)
  }
  const { name, message: text } = message.failed
  const Kind = Object.hasOwn(defects, name) ? defects[name as keyof typeof defects] : Error
  return new Kind(text)
}
