/** Listening, sweeping regularly, and on a signal finishing what is in flight: the same for every start on Node. */
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp, sweep } from '../app/app.ts'
import { logFailure } from '../platform/http/failure.ts'
import type { Ports } from '../ports.ts'
import { compressed } from './compressed.ts'
import { ignoreEpipe } from './ignore-epipe.ts'
import { stopper } from './stop.ts'

export interface Service {
  ports: Ports
  port: number
  sweepEveryMs: number
  /** What is done in front of each sweep. */
  beforeSweep?: () => Promise<void>
  /** Called once it listens: sets up what is missing, and says in lines where it is and how to get in. */
  welcome(): Promise<string[]>
  /** Lets go of everything that was opened for it. */
  close(): Promise<void>
}

/**
 * Serves until a signal comes.
 * @throws Error with one clear line when the port is taken
 */
export async function serve({ ports, port, sweepEveryMs, beforeSweep, welcome, close }: Service): Promise<void> {
  const app = createApp(() => ports, compressed)
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)))
  try {
    await listen(server, port)
  } catch (error) {
    await close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is taken: stop what listens there, or choose another with PORT=…`)
  }
  process.stdout.write(`${(await welcome()).join('\n')}\n`)
  const timer = sweepRegularly(ports, sweepEveryMs, beforeSweep)
  stopOnSignal(server, timer, close)
}

/** Runs a start; what it throws is one line on standard error and the exit code 1. */
export function run(start: () => Promise<void>): void {
  ignoreEpipe()
  start().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
}

function sweepRegularly(ports: Ports, everyMs: number, before: Service['beforeSweep']): NodeJS.Timeout {
  let isAtIt = false
  return setInterval(async () => {
    if (isAtIt) return
    isAtIt = true
    try {
      await before?.()
      await sweep(ports)
    } catch (error) {
      logFailure(ports, error as Error, { work: 'sweep' })
    } finally {
      isAtIt = false
    }
  }, everyMs)
}

function stopOnSignal(server: Server, timer: NodeJS.Timeout, close: () => Promise<void>): void {
  const stop = stopper(server, () => {
    clearInterval(timer)
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
