/** The Node entry: opens everything, listens, sweeps every minute, and on a signal finishes what is in flight. */
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp, sweep } from '../app.ts'
import type { Ports } from '../ports.ts'
import { logFailure } from '../web/failure.ts'
import { compressed } from './compressed.ts'
import { setUp, welcome } from './demonstration.ts'
import { outliveReaders } from './lost-reader.ts'
import { openNode } from './node-ports.ts'
import { stopper } from './stop.ts'

const sweepEveryMs = 60_000

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
}

function sweepRegularly(ports: Ports): NodeJS.Timeout {
  return setInterval(() => {
    sweep(ports).catch((error: Error) => logFailure(ports, error, { work: 'sweep' }))
  }, sweepEveryMs)
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

async function main(): Promise<void> {
  outliveReaders()
  const { ports, config, close } = await openNode(process.env)
  const app = createApp(() => ports, compressed)
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)))
  try {
    await listen(server, config.PORT)
  } catch (error) {
    await close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${config.PORT} is taken: stop what listens there, or choose another with PORT=…`)
  }
  const isNew = await setUp(ports)
  process.stdout.write(`${(await welcome(ports, config, isNew)).join('\n')}\n`)
  stopOnSignal(server, sweepRegularly(ports), close)
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
