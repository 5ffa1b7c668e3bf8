/** The thread of results as the thread that answers requests knows it: started when it is needed, ended when nothing is open. */
import type { Worker } from 'node:worker_threads'
import { logFailure } from '../../platform/http/failure.ts'
import type { Ports } from '../../ports.ts'
import { startThread } from '../threads/start.ts'
import { openPort } from './exchange.ts'
import type {
  Asking,
  FromResults,
  FromResultsThread,
  Swept,
  ThreadStart,
  ToResultsThread,
  WriteReply,
} from './messages.ts'

interface Times {
  /**
   * So long the thread waits for more once nothing is open; then it ends, and all of its memory goes back. At once where
   * anything took longer than that: beside it, starting a thread for the next takes little, and what it grew to does not come on top.
   */
  idleMs: number
  /** So long it may take until an answer begins, and from one piece of it to the next; then the thread is ended. */
  answerMs: number
}

export interface LaneLimits {
  /** Of what is new and of what is old in JavaScript's heap, in megabytes. */
  youngMb: number
  oldMb: number
  /** So long the next piece of an answer waits to be asked for; then the answer breaks off, and makes room for another. */
  stalledMs: number
  page: Times
  /** Of files, and of work on them. */
  file: Times
}

/** A thread was at something for longer than it may be, and was ended. */
export class TookTooLong extends Error {
  override name = 'TookTooLong'
}

type Asked = Extract<ToResultsThread, { request: unknown }>['request']
type What = { request: Asked } | { sweep: true }

export class Lane {
  readonly #ports: Ports
  readonly #beginning: ThreadStart
  readonly #limits: LaneLimits
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | undefined
  /** When a sweep will have taken too long. */
  #sweepLate: NodeJS.Timeout | undefined
  #open = 0
  /** Whether the thread may hold more than what one answer takes. */
  #hasGrown = false

  constructor(ports: Ports, beginning: ThreadStart, limits: LaneLimits) {
    this.#ports = ports
    this.#beginning = beginning
    this.#limits = limits
  }

  /**
   * The answer to a request; its body is read there as it is read here, one piece ahead.
   * @param signal of whoever asks: aborted when they are gone, also before anything was answered
   * @param over called once nobody reads it any more
   * @throws what failed there, that the thread ended, or TookTooLong
   */
  async answer(request: Asked, signal: AbortSignal, over: () => void): Promise<Response> {
    const exchange = this.#begin({ request }, over)
    signal.addEventListener('abort', () => exchange.end('gone'), { once: true })
    try {
      const reply = await exchange.next()
      if (!('head' in reply)) throw failureIn(reply)
      const { status, headers } = reply.head
      const isEmpty = request.method === 'HEAD' || [204, 304].includes(status)
      if (isEmpty) exchange.end('gone')
      return new Response(isEmpty ? null : bodyOf(exchange, this.#limits.stalledMs), { status, headers })
    } catch (error) {
      exchange.end('gone')
      signal.throwIfAborted()
      throw error
    }
  }

  /** Has files written that wait for it. @returns what came of it; @throws what failed there */
  async sweep(): Promise<Swept> {
    const exchange = this.#begin({ sweep: true }, () => undefined)
    try {
      const reply = await exchange.next()
      if (!('swept' in reply)) throw failureIn(reply)
      return reply.swept
    } finally {
      this.#sweepLate = undefined
      exchange.end()
    }
  }

  /** Ends the thread, with whatever it is at. */
  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #begin(what: What, over: () => void) {
    clearTimeout(this.#idle)
    this.#open += 1
    this.#worker ??= this.#start()
    let isLate = false
    const { theirs, next, end } = openPort<FromResults, Asking>(() =>
      isLate ? new TookTooLong('A thread took too long, and was ended.') : new Error('A thread ended.'),
    )
    const { page, file } = this.#limits
    const { idleMs, answerMs } = 'request' in what && what.request.work === 'page' ? page : file
    const message: ToResultsThread = { ...what, port: theirs, now: this.#ports.clock.now() }
    this.#worker.postMessage(message, [theirs])
    const began = performance.now()
    let isOver = false
    return {
      next: (say?: Asking) => {
        const late = setTimeout(() => {
          // It stands back there while others are answered, and has all of its time from the last of them on.
          if ('sweep' in what && this.#open > 1) return
          isLate = true
          void this.close()
        }, answerMs).unref()
        if ('sweep' in what) this.#sweepLate = late
        return next(say).finally(() => clearTimeout(late))
      },
      end: (say?: Asking) => {
        if (isOver) return
        isOver = true
        end(say)
        this.#open -= 1
        if (!('sweep' in what)) this.#sweepLate?.refresh()
        this.#hasGrown ||= performance.now() - began > idleMs
        if (this.#open === 0) this.#idle = setTimeout(() => void this.close(), this.#hasGrown ? 0 : idleMs).unref()
        over()
      },
    }
  }

  #start(): Worker {
    const { youngMb: maxYoungGenerationSizeMb, oldMb: maxOldGenerationSizeMb } = this.#limits
    const worker = startThread(import.meta.url, 'results-thread', {
      workerData: this.#beginning,
      resourceLimits: { maxYoungGenerationSizeMb, maxOldGenerationSizeMb },
    })
    this.#hasGrown = false
    worker.unref()
    worker.on('message', (message: FromResultsThread) => {
      if ('log' in message) return this.#ports.log(message.log)
      const say = (written: WriteReply) => {
        message.port.postMessage(written)
        message.port.close()
      }
      this.#ports.db.together(...message.writes).then(
        (outcome) => say({ outcome }),
        (failed: unknown) => say({ failed }),
      )
    })
    worker.on('error', (error: Error) => logFailure(this.#ports, error, { work: 'results' }))
    // Whoever waited for it hears that from its port. The next one who comes has a new thread.
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }
}

const failureIn = (reply: FromResults) =>
  'failed' in reply ? reply.failed : new Error('A thread answered something else.')

interface Exchange {
  next(say: Asking): Promise<FromResults>
  end(say?: Asking): void
}

/** A download that was paused, or whose reader fell asleep, would otherwise hold its place for as long as its connection. */
function bodyOf(exchange: Exchange, stalledMs: number): ReadableStream<Uint8Array> {
  let stalled: NodeJS.Timeout | undefined
  const end = () => {
    clearTimeout(stalled)
    exchange.end('gone')
  }
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(stalled)
        try {
          const reply = await exchange.next('next')
          if (!('piece' in reply)) throw failureIn(reply)
          if (reply.piece !== null) {
            stalled = setTimeout(() => {
              end()
              controller.error(new Error('Nobody took the next piece.'))
            }, stalledMs).unref()
            return controller.enqueue(reply.piece)
          }
          controller.close()
          end()
        } catch (error) {
          end()
          throw error
        }
      },
      cancel: end,
    },
    // While a piece is sent, the next one is made.
    { highWaterMark: 1 },
  )
}
