/**
 * The first of several processes. It starts those that answer requests, on one port, and replaces any that ends; it writes
 * into the embedded database for all of them; and on a signal it waits until each has finished its work.
 */
import cluster, { type Worker } from 'node:cluster'
import { availableParallelism } from 'node:os'
import type { Writer } from '../../platform/db/sqlite-file/writer.ts'
import type { ToWriter } from '../../platform/db/sqlite-file/writer-messages.ts'
import type { Family } from '../../platform/metrics/exposition.ts'
import { answerGathering, type MetricsMessage } from './gather-metrics.ts'

/** One that ends at once is not started again at once. */
const againMs = 500

/** How many processes `WORKERS` asks for: `auto` is one for each core. */
export function workersOf({ WORKERS }: { WORKERS: string }): number {
  return WORKERS === 'auto' ? availableParallelism() : Number(WORKERS)
}

interface Primary {
  count: number
  /** Null where each writes by itself. */
  writer: Writer | null
  /** What this process has measured. */
  measured(): Family[]
  /** Called once all of them listen. */
  ready(): void
  /** Lets go of what was opened, once all of them have ended. */
  close(): Promise<void>
}

/** Starts them and sees to them until a signal comes; where the first of them cannot even start, it ends with 1. */
export function startWorkers({ count, writer, measured, ready, close }: Primary): void {
  const listening = new Set<number>()
  /** Those that have not ended: `cluster.workers` keeps one that has ended for as long as its channel is being read. */
  const running = new Set<Worker>()
  let isReady = false
  let isStopping = false
  let isFinished = false
  let code = 0

  const gathered = answerGathering(measured)

  function start(): void {
    if (isStopping) return
    const worker = cluster.fork()
    running.add(worker)
    const hear = writer?.hearing((fromWriter) => {
      // Whoever has ended meanwhile hears nothing: what was made is made.
      if (worker.isConnected()) worker.send({ fromWriter }, () => undefined)
    })
    worker.on('message', (message: MetricsMessage & { toWriter?: ToWriter }) => {
      if (message.toWriter !== undefined) hear?.(message.toWriter)
      else gathered(worker, message)
    })
    worker.once('listening', () => {
      listening.add(worker.id)
      if (isReady || listening.size < count) return
      isReady = true
      ready()
    })
  }

  /** Told once more, it waits for nobody: what was not acknowledged was promised to nobody. */
  function stop(): void {
    const signal = isStopping ? 'SIGKILL' : 'SIGTERM'
    isStopping = true
    if (running.size === 0) finish()
    for (const worker of running) worker.process.kill(signal)
  }

  function finish(): void {
    if (isFinished) return
    isFinished = true
    writer?.close()
    close().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }

  // Each takes connections from the one socket by itself: what the first process had handed to one that dies before it has
  // taken it would hang.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.setupPrimary({ serialization: 'advanced' })
  cluster.on('exit', (worker, ended, signal) => {
    running.delete(worker)
    if (isStopping) {
      if (running.size === 0) finish()
      return
    }
    if (!isReady) {
      // It has said why.
      code = 1
      stop()
      return
    }
    process.stderr.write(`A process that answers requests ended (${signal ?? ended}); another one is started.\n`)
    setTimeout(start, againMs)
  })
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  for (let n = 0; n < count; n++) start()
}
